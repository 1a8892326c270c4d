using System.Text;
using DolibarrAgent.Changesets;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI.Chat;

namespace DolibarrAgent.AgentHost;

/// <summary>How a turn of the model ended.</summary>
/// <param name="Said">Its last words, behind the last function that it called.</param>
/// <param name="Failure">Why the endpoint could not be worked with; null where it could.</param>
internal sealed record TurnEnd(string Said, Problem? Failure);

/// <summary>
/// One turn: the kernel's own loop of calls to the model and of functions, until the model calls no more or a bound is
/// reached. A call of the model that failed had no effect, so it is made again, a few times; a function never is.
/// </summary>
internal sealed class ModelTurn(Kernel kernel, ModelSettings settings, TurnWatch seen, TimeProvider clock)
{
    private const int MostTries = 3;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly StringBuilder said = new();
    private Progress now;

    /// <summary>Goes on with a conversation, which holds afterwards what was said and called, also where the turn was cut short.</summary>
    public async Task<TurnEnd> RunAsync(ChatHistory conversation, Budget budget)
    {
        using var client = ModelClient.Open(settings, budget, clock);
        var model = ModelClient.Over(client, settings);
        seen.Watch.Acted += Acted;
        try
        {
            while (true)
            {
                var failure = await TryAsync(model, conversation, budget);
                if (failure is null)
                {
                    return new TurnEnd(said.ToString().Trim(), null);
                }
                seen.Log.LogInformation("The model's endpoint: {Failure}", failure.Problem);
                if (!failure.MayPass || now.Failures >= MostTries || !await WaitAsync(failure, budget))
                {
                    return new TurnEnd("", failure.Problem);
                }
            }
        }
        finally
        {
            seen.Watch.Acted -= Acted;
            seen.Narration.Pause();
            Conversation.Close(conversation, said.ToString());
        }
    }

    private void Acted()
    {
        now = default;
        said.Clear();
    }

    /// <summary>Null where the loop came to its end, by itself or by a bound.</summary>
    private async Task<ModelFailure?> TryAsync(IChatCompletionService model, ChatHistory conversation, Budget budget)
    {
        said.Clear();
        now.Pieces = 0;
        try
        {
            var how = new OpenAIPromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() };
            await foreach (var piece in model.GetStreamingChatMessageContentsAsync(conversation, how, kernel, budget.Stop))
            {
                if (!Took(piece, budget))
                {
                    return null;
                }
            }
            budget.Settle();
            return now.Pieces == 0 && budget.Reached is null ? Failed(ModelFailure.Empty) : null;
        }
        catch (BoundReachedException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!budget.MayGoOn())
        {
            return null;
        }
        catch (ModelCallException e)
        {
            return Failed(e.Failure);
        }
        // Functions answer with results and never throw: whatever else comes out of the connector is about what it was sent.
        catch (Exception e)
        {
            seen.Log.LogInformation("The connector: {Kind} {Message}", e.GetType().Name, settings.Redact(e.Message));
            return Failed(ModelFailure.Garbled);
        }
    }

    /// <summary>Shows and counts a piece of an answer; false where no more of it may be taken.</summary>
    private bool Took(StreamingChatMessageContent piece, Budget budget)
    {
        if (piece.Metadata?.GetValueOrDefault("Usage") is ChatTokenUsage usage)
        {
            budget.Reported(usage.TotalTokenCount);
        }
        foreach (var call in piece.Items.OfType<StreamingFunctionCallUpdateContent>())
        {
            now.Pieces++;
            budget.Said((call.Name?.Length ?? 0) + (call.Arguments?.Length ?? 0));
        }
        if (piece.Content is { Length: > 0 } text)
        {
            now.Pieces++;
            said.Append(text);
            seen.Narration.Say(text);
            budget.Said(text.Length);
            return budget.MayGoOn();
        }
        return true;
    }

    private ModelFailure Failed(ModelFailure failure)
    {
        now.Failures++;
        said.Clear();
        return failure;
    }

    /// <summary>Waits as the endpoint asks, or a little longer each time; false where that would be too long.</summary>
    private async Task<bool> WaitAsync(ModelFailure failure, Budget budget)
    {
        var wait = failure.After ?? TimeSpan.FromSeconds(Math.Pow(2, now.Failures - 1));
        if (wait > LongestWait || budget.Time + wait >= budget.Bounds.Time)
        {
            return false;
        }
        seen.Narration.Line($"! {Shown.Line(failure.Problem.Message)} Asking again.");
        try
        {
            await Task.Delay(wait, clock, budget.Stop);
            return budget.MayGoOn();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private record struct Progress(int Pieces, int Failures);
}

/// <summary>Who is told of a turn.</summary>
internal sealed record TurnWatch(Narration Narration, RunWatch Watch, ILogger Log);
