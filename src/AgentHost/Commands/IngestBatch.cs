using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Shell;

namespace DolibarrAgent.AgentHost;

/// <summary>
/// Many messages, one after the other, with what became of each and a summary. Where their source is watched, it waits for
/// more, until it is asked to end.
/// </summary>
internal sealed class IngestBatch(Skill skill, IMessageSource source, IngestManner manner, Terminal terminal) : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource abort = new();
    private BatchSummary summary = new(Messages.None) { IsWatched = manner.IsWatched };
    private volatile bool isWaiting;

    /// <summary>Takes these messages, and where it watches, those that come later.</summary>
    /// <returns>What the program ends with.</returns>
    public async Task<int> RunAsync(Messages first, CancellationToken cancel)
    {
        IBatchView view = manner.Json ? new IngestBatchJson(terminal) : new IngestBatchText(terminal);
        summary = summary with { Named = first };
        if (!first.All.IsEmpty && await skill.ReasonsNotToWriteAsync(cancel) is { IsEmpty: false } reasons)
        {
            summary = summary with { StoppedBy = reasons, NotReached = first.All.Length };
            return await EndAsync(view);
        }
        using var stopped = cancel.Register(stop.Cancel);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            await RoundsAsync(first, view);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What it was at is among the open changesets of the summary.
            summary = summary with { IsAborted = abort.IsCancellationRequested };
        }
        return await EndAsync(view);
    }

    public void Dispose()
    {
        stop.Dispose();
        abort.Dispose();
    }

    private async Task RoundsAsync(Messages first, IBatchView view)
    {
        var isTold = false;
        for (var named = first; ; named = await source.WaitingAsync(stop.Token))
        {
            isWaiting = false;
            if (!await RoundAsync(named, view) || !manner.IsWatched || stop.IsCancellationRequested)
            {
                return;
            }
            if (!isTold)
            {
                await terminal.Error.WriteLineAsync("agent: it waits for more messages. Ctrl-C ends it.");
                isTold = true;
            }
            isWaiting = true;
            await source.ChangedAsync(stop.Token);
        }
    }

    /// <summary>Takes what waits now.</summary>
    /// <returns>Whether there is any use in going on.</returns>
    private async Task<bool> RoundAsync(Messages named, IBatchView view)
    {
        var (batch, done) = (new Batch(skill, manner.Split), 0);
        summary = summary with { Named = named, NotReached = named.All.Length, StoppedBy = [] };
        view.Begin(named.All);
        view.Next(0);
        await foreach (var message in batch.RunAsync(named.All, stop.Token, abort.Token))
        {
            done++;
            view.Show(message);
            var unsettled = await source.SettleAsync(message.Message, SettlementOf(message, batch), abort.Token);
            await ProblemLines.ShowAsync(unsettled is null ? [] : [unsettled], terminal);
            summary = summary.And(message, unsettled) with { NotReached = named.All.Length - done };
            view.Next(done);
        }
        if (batch.IsSourceGone && manner.IsWatched)
        {
            // It is connected to again, or says why that cannot be.
            await ProblemLines.ShowAsync(batch.StoppedBy, terminal);
            return true;
        }
        summary = summary with { StoppedBy = batch.StoppedBy };
        return batch.StoppedBy.IsEmpty && named.Problems.IsEmpty;
    }

    private static Settlement SettlementOf(IngestedMessage message, Batch batch) => message.Outcome switch
    {
        MessageOutcome.AlreadyThere or MessageOutcome.Entered or MessageOutcome.Draft => Settlement.Done,
        MessageOutcome.NoInvoice => Settlement.Refused,
        _ when !batch.StoppedBy.IsEmpty => Settlement.Again,
        _ => message.Parts.SelectMany(part => part.Problems)
            .Any(p => p.Code == Codes.ChangesetOpen || p.Code.Kind == ProblemKind.Failure) ? Settlement.Again : Settlement.Refused,
    };

    private async Task<int> EndAsync(IBatchView view)
    {
        var (open, unreadable) = new Batch(skill, manner.Split).LeftOver;
        summary = summary with { Open = open, Unreadable = unreadable };
        view.End(summary);
        await ProblemLines.ShowAsync([.. summary.Named.Problems, .. summary.StoppedBy], terminal);
        return summary.ExitCode;
    }

    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (stop.IsCancellationRequested)
        {
            abort.Cancel();
            return;
        }
        if (!isWaiting)
        {
            terminal.Error.WriteLine(
                "agent: it ends after this message; asked again, it ends after the write that is under way, "
                + "and may leave a changeset open.");
        }
        stop.Cancel();
    }
}
