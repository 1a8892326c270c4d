using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using Microsoft.Extensions.Logging;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// The one boundary between a model and the skill: arguments are checked before anything is done, and whatever goes
/// wrong behind it comes back as a short error that tells the model how to fix its call. An exception's text does not.
/// </summary>
internal sealed class ToolBoundary(Skill skill, IToolWatch? watch, ILogger log)
{
    public async Task<string> RunAsync(Tool tool, IEnumerable<KeyValuePair<string, object?>> given, CancellationToken cancel)
    {
        var call = new ToolCall(tool.Name, [.. given], tool.Writes);
        // One that is stopped while it waits for its turn is refused like any other, and told of.
        await skill.OneAtATime.WaitAsync(CancellationToken.None);
        try
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, watch?.Stop ?? CancellationToken.None);
            var result = watch?.Refuses(call) is { } problem ? ToolJson.Refused([problem]) : await CalledAsync(tool, call, stop.Token);
            watch?.Ended(call, result);
            return result;
        }
        finally
        {
            skill.OneAtATime.Release();
        }
    }

    private async Task<string> CalledAsync(Tool tool, ToolCall call, CancellationToken cancel)
    {
        var arguments = new ToolArguments(tool, call.Arguments);
        if (!arguments.Problems.IsEmpty)
        {
            return ToolJson.Refused(arguments.Problems);
        }
        var before = Operations;
        try
        {
            cancel.ThrowIfCancellationRequested();
            return await tool.RunAsync(arguments, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return ToolJson.Refused([Stopped(tool, [.. Operations.Skip(before.Length)])]);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The function {Function} failed", tool.Name);
            return ToolJson.Refused([new Problem(Codes.Internal, tool.Name, "")]);
        }
    }

    /// <summary>Of the open changeset, in order: a call adds behind them.</summary>
    private ImmutableArray<Operation> Operations => skill.Changeset.Current?.Operations ?? [];

    private static Problem Stopped(Tool tool, ImmutableArray<Operation> done) => new(
        Codes.Stopped, tool.Name,
        done.IsEmpty
            ? "It was stopped. No operation of this call was recorded, and nothing more begins."
            : $"It was stopped. {string.Join(", ", done.Select(o => $"{o.Id} ({o.Do} {o.Resource})"))} {(done.Length == 1 ? "is" : "are")} done and recorded; nothing after that begins.",
        "Do nothing more. If work continues later, look at show_changeset first.");
}
