using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Shell;

namespace DolibarrAgent.AgentHost;

/// <summary>Many messages, one after the other, with what became of each and a summary.</summary>
internal static class IngestBatch
{
    public static async Task<int> RunAsync(Skill skill, Messages named, IngestManner manner, Terminal terminal, CancellationToken cancel)
    {
        IBatchView view = manner.Json ? new IngestBatchJson(terminal) : new IngestBatchText(terminal, named.All);
        if (!named.All.IsEmpty && await skill.ReasonsNotToWriteAsync(cancel) is { IsEmpty: false } reasons)
        {
            return await EndAsync(new BatchSummary(named) { StoppedBy = reasons }, view, terminal);
        }
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var abort = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, terminal, stop, abort));
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, terminal, stop, abort));
        var batch = new Batch(skill, manner.Split);
        var done = ImmutableArray.CreateBuilder<IngestedMessage>();
        try
        {
            view.Next(0);
            await foreach (var message in batch.RunAsync(named.All, stop.Token, abort.Token))
            {
                done.Add(message);
                view.Show(message);
                view.Next(done.Count);
            }
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            // What it was at is among the open changesets of the summary.
        }
        var (open, unreadable) = batch.LeftOver;
        return await EndAsync(new BatchSummary(named) { Done = done.ToImmutable(), StoppedBy = batch.StoppedBy, Open = open, Unreadable = unreadable }, view, terminal);
    }

    private static async Task<int> EndAsync(BatchSummary summary, IBatchView view, Terminal terminal)
    {
        view.End(summary);
        await ProblemLines.ShowAsync([.. summary.Named.Problems, .. summary.StoppedBy], terminal);
        return summary.ExitCode;
    }

    private static void Stop(PosixSignalContext signal, Terminal terminal, CancellationTokenSource stop, CancellationTokenSource abort)
    {
        signal.Cancel = true;
        if (stop.IsCancellationRequested)
        {
            abort.Cancel();
            return;
        }
        terminal.Error.WriteLine("agent: it ends after this message; asked again, it ends after the write that is under way, and may leave a changeset open.");
        stop.Cancel();
    }
}
