using DolibarrAgent.Changesets;
using Microsoft.Extensions.Logging;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// The one boundary between a model and the skill: arguments are checked before anything is done, and whatever goes
/// wrong behind it comes back as a short error that tells the model how to fix its call. An exception's text does not.
/// </summary>
internal sealed class ToolBoundary(SemaphoreSlim oneAtATime, IToolWatch? watch, ILogger log)
{
    public async Task<string> RunAsync(Tool tool, IEnumerable<KeyValuePair<string, object?>> given, CancellationToken cancel)
    {
        var call = new ToolCall(tool.Name, [.. given], tool.Writes);
        await oneAtATime.WaitAsync(cancel);
        try
        {
            var result = watch?.Refuses(call) is { } problem ? ToolJson.Refused([problem]) : await CalledAsync(tool, call, cancel);
            watch?.Ended(call, result);
            return result;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task<string> CalledAsync(Tool tool, ToolCall call, CancellationToken cancel)
    {
        var arguments = new ToolArguments(tool, call.Arguments);
        if (!arguments.Problems.IsEmpty)
        {
            return ToolJson.Refused(arguments.Problems);
        }
        try
        {
            cancel.ThrowIfCancellationRequested();
            return await tool.RunAsync(arguments, tool.Writes ? CancellationToken.None : cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The function {Function} failed", tool.Name);
            return ToolJson.Refused([new Problem("internal", tool.Name, "", "This is a defect of the program: tell the person, and do not try the same again.")]);
        }
    }
}
