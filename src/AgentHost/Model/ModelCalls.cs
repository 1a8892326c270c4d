using System.Globalization;
using System.Text.Json;
using DolibarrAgent.Review;

namespace DolibarrAgent.AgentHost;

/// <summary>Every call of the model passes here: it is counted, or not made; and what goes wrong with it leaves as one kind of exception.</summary>
internal sealed class ModelCalls(ModelSettings settings, Budget budget, TimeProvider clock) : DelegatingHandler
{
    private const int LongestWords = 300;
    private const int LongestError = 64 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        if (request.RequestUri?.AbsoluteUri.StartsWith(settings.Url.AbsoluteUri.TrimEnd('/') + "/", StringComparison.Ordinal) != true)
        {
            throw new InvalidOperationException("This client talks only to the model's endpoint.");
        }
        if (!budget.TakeStep(await SizeOf(request, cancel)))
        {
            throw new BoundReachedException();
        }
        var response = await AnswerAsync(request, cancel);
        if (!response.IsSuccessStatusCode)
        {
            using (response)
            {
                throw new ModelCallException(ModelFailure.Status((int)response.StatusCode, await WordsAsync(response, cancel), After(response)));
            }
        }
        return await ModelAnswer.GuardedAsync(response, budget, clock, cancel);
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        using var silence = new CancellationTokenSource(ModelClient.Silence, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, silence.Token);
        try
        {
            return await base.SendAsync(request, either.Token);
        }
        catch (HttpRequestException e)
        {
            throw new ModelCallException(ModelFailure.Unreachable(settings.Redact(e.InnerException?.Message ?? e.Message)));
        }
        catch (OperationCanceledException) when (silence.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw new ModelCallException(ModelFailure.Silent);
        }
    }

    private static async Task<long> SizeOf(HttpRequestMessage request, CancellationToken cancel)
    {
        if (request.Content is null)
        {
            return 0;
        }
        await request.Content.LoadIntoBufferAsync(cancel);
        return request.Content.Headers.ContentLength ?? 0;
    }

    /// <summary>What the endpoint says of its error, short, without the key, and as data: <c>: "no such model"</c>.</summary>
    private async Task<string> WordsAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(LongestError, cancel);
            using var body = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancel));
            return body.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("error", out var error) && Message(error) is { Length: > 0 } text
                ? $": “{Visible.Of(settings.Redact(text), LongestWords)}”."
                : ".";
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException)
        {
            return ".";
        }
    }

    private static string? Message(JsonElement error) => error.ValueKind switch
    {
        JsonValueKind.String => error.GetString(),
        JsonValueKind.Object when error.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String => message.GetString(),
        _ => null,
    };

    private TimeSpan? After(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
        _ => response.Headers.TryGetValues("retry-after-ms", out var values) && int.TryParse(values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? TimeSpan.FromMilliseconds(milliseconds)
            : null,
    };
}
