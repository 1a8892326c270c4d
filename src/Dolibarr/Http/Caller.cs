using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Dolibarr;

/// <summary>Sends a call and makes a value of whatever comes back. The one place where an exception of the transport ends.</summary>
internal sealed class Caller(Connection connection)
{
    /// <summary>The answer of a call. Throws only when the caller's own token was cancelled.</summary>
    public async Task<Answer<T>> SendAsync<T>(
        Func<CancellationToken, Task<HttpResponseMessage>> send, Func<Reply, Answer<T>> read, CancellationToken cancel)
    {
        try
        {
            using var response = await send(cancel);
            return Redact(read(Reply.Of(response)));
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
        catch (Exception fault) when (Within<NoAnswerException>(fault) is { } unanswered)
        {
            return Redact<T>(new Answer<T>.Unanswered(unanswered.Problem, unanswered.MayHaveTakenEffect));
        }
        catch (Exception fault) when (ServerKeyException.Within(fault) is { } stranger)
        {
            return new Answer<T>.Refused(new Problem(
                Codes.TlsKeyChanged, "", stranger.Message,
                $"Find out who answers at {connection.Server}, and write nothing until you know. Where its key was renewed: replay enroll --again."));
        }
        catch (Exception fault) when (Within<WriteRefusedException>(fault) is { } refused)
        {
            return new Answer<T>.Refused(new Problem(
                Codes.WriteRefused, "", refused.Message));
        }
    }

    private Answer<T> Redact<T>(Answer<T> answer) => answer switch
    {
        Answer<T>.Refused refused => refused with { Problem = Redact(refused.Problem) },
        Answer<T>.Unanswered silent => silent with { Problem = Redact(silent.Problem) },
        _ => answer,
    };

    private Problem Redact(Problem problem) => problem with { Message = connection.Key.RedactFrom(problem.Message) };

    // Refit wraps what a handler throws.
    private static TException? Within<TException>(Exception? fault)
        where TException : Exception =>
        fault is null ? null : fault as TException ?? Within<TException>(fault.InnerException);
}

/// <summary>What came back, whole.</summary>
internal sealed record Reply(int Status, ReadOnlyMemory<byte> Body, bool IsWrite, string MovedTo)
{
    /// <summary>Whether the key had been accepted on this connection before.</summary>
    public bool KeyHadWorked { get; init; }

    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Dolibarr's own words; null where the body has none.</summary>
    public DolibarrErrorBody? Error => DolibarrErrorBody.Read(Body);

    public static Reply Of(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        AnswerBody.Of(response),
        response.RequestMessage?.Method != HttpMethod.Get,
        response.Headers.Location?.ToString() ?? "")
    { KeyHadWorked = Tries.KeyHadWorked(response.RequestMessage) };

    /// <summary>A success read as JSON of a known shape; anything else as the error that it is.</summary>
    public Answer<T> Read<TWire, T>(JsonTypeInfo<TWire> shape, Func<TWire, Answer<T>> make)
    {
        if (!IsSuccess)
        {
            return Unhappy.Of<T>(this);
        }

        try
        {
            return JsonSerializer.Deserialize(Body.Span, shape) is { } value ? make(value) : Unhappy.NotUnderstood<T>(this, "null");
        }
        catch (JsonException fault)
        {
            return Unhappy.NotUnderstood<T>(this, fault.Message);
        }
    }

    /// <summary>The same where the value cannot fail to be one.</summary>
    public Answer<T> ReadOne<TWire, T>(JsonTypeInfo<TWire> shape, Func<TWire, T?> make)
        where T : class =>
        Read(shape, wire => make(wire) is { } value ? new Answer<T>.Ok(value) : Unhappy.NotUnderstood<T>(this, "an object without an id"));
}
