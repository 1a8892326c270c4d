using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Replay;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;
using DolibarrAgent.Settings;
using DolibarrAgent.Shell;
using Microsoft.Extensions.Logging;

namespace DolibarrAgent.ReplayTool;

/// <summary>Does what was asked for, by one session.</summary>
internal sealed partial class Execution(Terminal terminal, IView view, Logs logs) : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "replay.exe" : "replay");

    private readonly CheckedReviews reviews = new(Program, terminal.Variables);

    private const int LongestSettling = 3600;

    public async Task<Report> RunAsync(Request request, CancellationToken cancel)
    {
        if (request is Request.History { Path: "" })
        {
            return await HistoryAsync(null, cancel);
        }
        if (request is Request.Enroll { Order: var order })
        {
            var read = await Start.WithKeysAsync(terminal.Variables, Purpose.Look, cancel);
            return read.Problems.IsEmpty
                ? new Report.Enrolled(await Enrolling.EnrollAsync(read.Variables, order, Options(null), cancel))
                : new Report.Stopped(read.Problems);
        }
        if (request is Request.Accept { Order: var word })
        {
            return await AcceptAsync(word, cancel);
        }
        if (request is Request.Status status)
        {
            return await QueueAsync(status, cancel);
        }
        if (request is Request.Desk desk)
        {
            return await DeskAsync(desk, cancel);
        }
        if (BatchOf(request) is { } batch)
        {
            return await BatchAsync(batch, cancel);
        }
        var load = await LoadedChangeset.LoadAsync(request.Path, cancel);
        if (load is not LoadResult.Good { Loaded: var loaded })
        {
            return new Report.Stopped(((LoadResult.Bad)load).Problems);
        }
        logs.Named("DolibarrAgent.ReplayTool").LogInformation("Changeset {Changeset}, SHA-256 {Sha256}", loaded.Changeset.Id, loaded.Digest.Hex);
        return request switch
        {
            Request.Plan planning => await WithSessionAsync(request, Purpose.Look, session => PlanAsync(session, loaded, planning, cancel), cancel),
            Request.Confirm { Signed: { } files } => await WithSessionAsync(request, Purpose.Confirm, async session => Came(await session.ConfirmAsync(loaded, files, cancel)), cancel),
            Request.Confirm confirm => await WithSessionAsync(request, Purpose.Confirm, session => ConfirmAsync(session, loaded, confirm, cancel), cancel),
            Request.Rehearse => await WithSessionAsync(request, Purpose.Rehearse, async session => Came(await session.RehearseAsync(loaded, cancel)), cancel),
            Request.Verify => await WithSessionAsync(request, Purpose.Look, async session => new Report.Verified(await session.VerifyAsync(loaded, cancel)), cancel),
            Request.Reject reject => new Report.Rejected(loaded, await Rejecting.RejectAsync(
                terminal.Variables, new RejectOrder(loaded, reject.Reason, reject.TakesBack), Options(null), cancel)),
            Request.Review review => await ReviewAsync(loaded, review, cancel),
            Request.History => await HistoryAsync(loaded, cancel),
            Request.Revert => await WithSessionAsync(request, Purpose.Look, async session => new Report.Reverted(loaded, await session.RevertAsync(loaded, cancel)), cancel),
            _ => throw new InvalidOperationException("Every kind of request is handled above."),
        };
    }

    private async Task<Report> PlanAsync(ReplaySession session, LoadedChangeset loaded, Request.Plan planning, CancellationToken cancel)
    {
        var language = LanguageOf(planning);
        if (planning.Statement is not { } file)
        {
            return new Report.Planned(Reviewed(await session.PlanAsync(loaded, cancel), language));
        }
        return await session.StateAsync(loaded, new StatementWish(file, language, planning.Hours), cancel) switch
        {
            { Problem: { } problem } refused => new Report.Refused(Reviewed(refused.Plan, language), [problem]),
            { Statement: { } statement } stated => new Report.Stated(Reviewed(stated.Plan, language), file, statement),
            var stopped => stopped.Plan.HasNothingToDo ? new Report.NothingToDo(Reviewed(stopped.Plan, language)) : new Report.Planned(Reviewed(stopped.Plan, language)),
        };
    }

    /// <summary>The review is shown once it was checked, so that what is not true in it comes first.</summary>
    private Plan Reviewed(Plan plan, Language language)
    {
        view.Review(plan.ReviewIn(language));
        return plan;
    }

    private async Task<Report> ReviewAsync(LoadedChangeset loaded, Request.Review review, CancellationToken cancel) => await reviews.OfAsync(loaded, LanguageOf(review), cancel) switch
    {
        { Recorder: RecorderSignature.Refused { Problem: var problem } } => new Report.Stopped([problem]),
        var page => await ReviewFiles.WriteAsync(review, loaded, review.Html is null ? page
            : await reviews.WithPicturesAsync(page, loaded, cancel) with { Today = Today }, cancel),
    };

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);

    private Language LanguageOf(Request request) => request.Language ?? Languages.Of(terminal.Variables);

    private async Task<Report> ConfirmAsync(ReplaySession session, LoadedChangeset loaded, Request.Confirm confirm, CancellationToken cancel)
    {
        var code = confirm.Code;
        if (code is null)
        {
            var plan = Reviewed(await session.PlanAsync(loaded, cancel), LanguageOf(confirm));
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
                return new Report.Refused(plan, [new Problem(Codes.NoCode, "--code", "Nobody typed the code of the plan: there is no terminal to type in, or it was left empty.")]);
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

    private async Task<Report> HistoryAsync(LoadedChangeset? loaded, CancellationToken cancel) =>
        (loaded is null
            ? await History.VerifyAsync(terminal.Variables, TimeProvider.System, cancel)
            : await History.ReadAsync(terminal.Variables, loaded.Changeset.Id, TimeProvider.System, cancel)) switch
        {
            HistoryResult.Good good => new Report.Told(loaded, good.History),
            HistoryResult.Refused refused => new Report.Stopped(refused.Problems),
            _ => throw new InvalidOperationException("A history is read or refused."),
        };

    /// <summary>Only where a person sits: a program that takes away what keeps it from prod could as well accept that.</summary>
    private async Task<Report> AcceptAsync(AcceptOrder order, CancellationToken cancel) => terminal.HasPerson
        ? new Report.Accepted(await Accepting.AcceptAsync(terminal.Variables, order, Options(null), cancel))
        : new Report.Stopped([new Problem(Codes.NoPerson, "replay accept", "There is no terminal: nobody would see what is accepted.")]);

    private async Task<Report> WithSessionAsync(Request request, Purpose purpose, Func<ReplaySession, Task<Report>> act, CancellationToken cancel)
    {
        ImmutableArray<Problem> faults = Settling(out var settling) is { } fault ? [fault] : [];
        var options = Options(settling) with { Selection = request.Only is { } only ? Selection.Only(only) : Selection.All, AgainAfterRestore = request.AgainAfterRestore };
        switch (await Start.SessionAsync(terminal.Variables, purpose, options, cancel))
        {
            case SessionResult.Refused refused:
                return new Report.Stopped(refused.Problems.AddRange(faults));
            case SessionResult.Open { Session: var session }:
                await using (session)
                {
                    return faults.IsEmpty ? await act(session) : new Report.Stopped(faults);
                }
            default:
                throw new InvalidOperationException("A session is open or refused.");
        }
    }

    private SessionOptions Options(TimeSpan? settling) => SessionOptions.Of(view.Progress, logs.Named("DolibarrAgent.Dolibarr"), settling) with { Reader = reviews.Reader };

    public void Dispose() => reviews.Dispose();

    private Problem? Settling(out TimeSpan? settling)
    {
        settling = null;
        if (terminal.Variables.GetValueOrDefault(Variables.SettleSeconds) is not { } text)
        {
            return null;
        }
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LongestSettling)
        {
            settling = TimeSpan.FromSeconds(seconds);
            return null;
        }
        return new Problem(
            Codes.SettleMalformed, Variables.SettleSeconds, $"'{text}' is not a number of seconds.",
            string.Create(CultureInfo.InvariantCulture, $"Give 0 to {LongestSettling}, or unset it."));
    }
}
