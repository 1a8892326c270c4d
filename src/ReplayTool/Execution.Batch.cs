using DolibarrAgent.Changesets;
using DolibarrAgent.Replay;

namespace DolibarrAgent.ReplayTool;

/// <remarks>What is done with several changesets: the queue, and a batch of it.</remarks>
internal sealed partial class Execution
{
    private async Task<Report> QueueAsync(Request.Status request, CancellationToken cancel) =>
        await QueueFolder.ReadAsync(terminal.Variables, request.Path.Length == 0 ? null : request.Path, TimeProvider.System, cancel) switch
        {
            QueueResult.Good good => new Report.Queued(good.Queue, request.All),
            QueueResult.Refused refused => new Report.Stopped(refused.Problems),
            _ => throw new InvalidOperationException("A queue is read or refused."),
        };

    /// <summary>The batch that is asked for; null where it is one changeset.</summary>
    private static Request.Batch? BatchOf(Request request) => request switch
    {
        Request.Batch batch => batch,
        Request.Plan { Only: null, Statement: null } plan when QueueFolder.IsFolderOfChangesets(plan.Path) => Of(plan),
        Request.Confirm { Only: null, Signed: null } confirm when QueueFolder.IsFolderOfChangesets(confirm.Path) =>
            Of(confirm) with { Confirms = true, Code = confirm.Code },
        _ => null,
    };

    private static Request.Batch Of(Request request) =>
        new() { Path = request.Path, Paths = [request.Path], Language = request.Language, AgainAfterRestore = request.AgainAfterRestore };

    private async Task<Report> BatchAsync(Request.Batch request, CancellationToken cancel)
    {
        var read = await LoadedBatch.LoadAsync(terminal.Variables, request.Paths, TimeProvider.System, cancel);
        if (read is not LoadedBatchResult.Good { Batch: var batch })
        {
            return new Report.Stopped(((LoadedBatchResult.Refused)read).Problems);
        }
        return await WithSessionAsync(
            request, request.Confirms ? Purpose.Confirm : Purpose.Look, session => BatchAsync(session, batch, request, cancel), cancel);
    }

    private async Task<Report> BatchAsync(ReplaySession session, LoadedBatch batch, Request.Batch request, CancellationToken cancel)
    {
        var code = request.Code;
        if (!request.Confirms || code is null)
        {
            var plan = await session.PlanAllAsync(batch.Loaded, cancel) with { Unreadable = batch.Unreadable };
            if (!request.Confirms || plan.ExitCode != ExitCode.Waits)
            {
                return new Report.BatchPlanned(plan);
            }
            code = await view.AskAsync(plan, cancel);
            if (code is null)
            {
                return new Report.BatchReplayed(new BatchReplay(plan, [new Problem(
                    Codes.NoCode, "--code", "Nobody typed the code of the plan: there is no terminal to type in, or it was left empty.")],
                        []));
            }
        }
        var result = await session.ConfirmAllAsync(batch.Loaded, code, cancel);
        return new Report.BatchReplayed(result with { Plan = result.Plan with { Unreadable = batch.Unreadable } });
    }
}
