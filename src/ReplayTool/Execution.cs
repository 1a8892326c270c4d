using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Replay;
using DolibarrAgent.Review;
using Microsoft.Extensions.Logging;

namespace DolibarrAgent.ReplayTool;

/// <summary>Does what was asked for, by one session.</summary>
internal sealed class Execution(Surroundings around, IView view, Logs logs)
{
    private const string SettleVariable = "DOLIBARR_SETTLE_SECONDS";
    private const int LongestSettling = 3600;

    public async Task<Report> RunAsync(Request request, CancellationToken cancel)
    {
        if (request is Request.History { Path: "" })
        {
            return await HistoryAsync(null, whole: true, cancel);
        }
        if (request is Request.Enroll { Order: var order })
        {
            return new Report.Enrolled(await Enrolling.EnrollAsync(around.Variables, order, Options(null), cancel));
        }
        var load = await LoadedChangeset.LoadAsync(request.Path, cancel);
        if (load is not LoadResult.Good { Loaded: var loaded })
        {
            var problems = ((LoadResult.Bad)load).Problems;
            return new Report.Stopped(problems, problems.All(p => p.Code == "no-file") ? ExitCode.Error : ExitCode.Refused);
        }
        logs.Named("DolibarrAgent.ReplayTool").LogInformation("Changeset {Changeset}, SHA-256 {Sha256}", loaded.Changeset.Id, loaded.Digest.Hex);
        return request switch
        {
            Request.Plan planning => await WithSessionAsync(request, Purpose.Look, session => PlanAsync(session, loaded, planning, cancel)),
            Request.Confirm { Signed: { } files } => await WithSessionAsync(request, Purpose.Confirm, async session => Came(await session.ConfirmAsync(loaded, files, cancel))),
            Request.Confirm confirm => await WithSessionAsync(request, Purpose.Confirm, session => ConfirmAsync(session, loaded, confirm, cancel)),
            Request.Rehearse => await WithSessionAsync(request, Purpose.Rehearse, async session => Came(await session.RehearseAsync(loaded, cancel))),
            Request.Verify => await WithSessionAsync(request, Purpose.Look, async session => new Report.Verified(await session.VerifyAsync(loaded, cancel))),
            Request.Review review => await ReviewFiles.WriteAsync(review, loaded, LanguageOf(review), cancel),
            Request.History history => await HistoryAsync(loaded, history.Whole, cancel),
            Request.Revert => await WithSessionAsync(request, Purpose.Look, async session => new Report.Reverted(loaded, await session.RevertAsync(loaded, cancel))),
            _ => throw new InvalidOperationException("A request is one of nine."),
        };
    }

    private async Task<Report> PlanAsync(ReplaySession session, LoadedChangeset loaded, Request.Plan planning, CancellationToken cancel)
    {
        var language = LanguageOf(planning);
        view.Review(loaded, language);
        if (planning.Statement is not { } file)
        {
            return new Report.Planned(await session.PlanAsync(loaded, cancel));
        }
        return await session.StateAsync(loaded, new StatementWish(file, language, planning.Hours), cancel) switch
        {
            { Problem: { } problem } refused => new Report.Refused(refused.Plan, [problem]),
            { Statement: { } statement } stated => new Report.Stated(stated.Plan, file, statement),
            var stopped => stopped.Plan.HasNothingToDo ? new Report.NothingToDo(stopped.Plan) : new Report.Planned(stopped.Plan),
        };
    }

    private Language LanguageOf(Request request) => request.Language ?? Languages.Of(around.Variables);

    private async Task<Report> ConfirmAsync(ReplaySession session, LoadedChangeset loaded, Request.Confirm confirm, CancellationToken cancel)
    {
        var code = confirm.Code;
        if (code is null)
        {
            view.Review(loaded, LanguageOf(confirm));
            var plan = await session.PlanAsync(loaded, cancel);
            if (plan.ExitCode != ExitCode.Waits)
            {
                return plan.HasNothingToDo ? new Report.NothingToDo(plan) : new Report.Planned(plan);
            }
            if (!plan.Needs.IsEmpty)
            {
                view.Plan(plan);
                return new Report.Refused(plan, [.. plan.Needs.Select(need => Confirmation.NotByCode(plan, need))]);
            }
            code = await view.AskAsync(plan, cancel);
            if (code is null)
            {
                return new Report.Refused(plan, [new Problem("no-code", "--code", "Nobody typed the code of the plan: there is no terminal to type in, or it was left empty.", "Run it in a terminal, or look at the plan with `replay` and give its code with --code.")]);
            }
        }
        return Came(await session.ConfirmAsync(loaded, code, cancel));
    }

    private static Report Came(ConfirmedReplay replay) => replay switch
    {
        ConfirmedReplay.Done done => new Report.Replayed(done.Plan, done.Replayed),
        ConfirmedReplay.NothingToDo nothing => new Report.NothingToDo(nothing.Plan),
        ConfirmedReplay.Stopped stopped => new Report.Planned(stopped.Plan),
        ConfirmedReplay.Refused refused => new Report.Refused(refused.Plan, refused.Problems),
        _ => throw new InvalidOperationException("A confirmation comes out in one of four ways."),
    };

    private async Task<Report> HistoryAsync(LoadedChangeset? loaded, bool whole, CancellationToken cancel) =>
        (whole
            ? await History.VerifyAsync(around.Variables, loaded?.Changeset.Id, TimeProvider.System, cancel)
            : await History.ReadAsync(around.Variables, loaded!.Changeset.Id, TimeProvider.System, cancel)) switch
        {
            HistoryResult.Good good => new Report.Told(loaded, good.History),
            HistoryResult.Refused { Problems: [{ Code: "no-ledger" }] and var problems } => new Report.Stopped(problems, ExitCode.Error),
            HistoryResult.Refused refused => new Report.Stopped(refused.Problems, ExitCode.Refused),
            _ => throw new InvalidOperationException("A history is read or refused."),
        };

    private async Task<Report> WithSessionAsync(Request request, Purpose purpose, Func<ReplaySession, Task<Report>> act)
    {
        ImmutableArray<Problem> faults = Settling(out var settling) is { } fault ? [fault] : [];
        var options = Options(settling) with { Selection = request.Only is { } only ? Selection.Only(only) : Selection.All, AgainAfterRestore = request.AgainAfterRestore };
        switch (ReplaySession.Open(around.Variables, purpose, options))
        {
            case SessionResult.Refused refused:
                return new Report.Stopped(refused.Problems.AddRange(faults), ExitCode.Refused);
            case SessionResult.Open { Session: var session }:
                await using (session)
                {
                    return faults.IsEmpty ? await act(session) : new Report.Stopped(faults, ExitCode.Refused);
                }
            default:
                throw new InvalidOperationException("A session is open or refused.");
        }
    }

    private SessionOptions Options(TimeSpan? settling) => SessionOptions.Of(view.Progress, logs.Named("DolibarrAgent.Dolibarr"), settling);

    private Problem? Settling(out TimeSpan? settling)
    {
        settling = null;
        if (around.Variables.GetValueOrDefault(SettleVariable) is not { } text)
        {
            return null;
        }
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LongestSettling)
        {
            settling = TimeSpan.FromSeconds(seconds);
            return null;
        }
        return new Problem("settle-malformed", SettleVariable, $"'{text}' is not a number of seconds.", string.Create(CultureInfo.InvariantCulture, $"Give 0 to {LongestSettling}, or unset it."));
    }
}
