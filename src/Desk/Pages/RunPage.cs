using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Replay;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;

namespace DolibarrAgent.Desk;

/// <summary>A replay as it happens, and what came of it.</summary>
internal sealed class RunPage(Frame frame, PlanPage plans)
{
    private const int SecondsBetweenLooks = 2;

    private Language Language => frame.Language;

    /// <param name="run">The replay.</param>
    /// <param name="visitor">Who gets the forms.</param>
    public HtmlPage Of(Run run, Visitor visitor) => run.Result switch
    {
        null => Running(run),
        Worked<BatchReplay>.Done { Value: { Problems.IsEmpty: true } replay } => Ended(run, replay, visitor),
        Worked<BatchReplay>.Done { Value.Problems: var problems } => Refused(run, problems, visitor),
        var refused => Refused(run, ((Worked<BatchReplay>.Refused)refused).Problems, visitor),
    };

    /// <summary>Something that happened, in a line.</summary>
    public VisibleText LineOf(RunEvent happened, ShownPlan shown) => happened switch
    {
        RunEvent.Begun begun => Sentence.Of(
            $"{Visible.Of(Invariant($"{begun.Number}/{begun.Of}"))} {NameOf(begun.Changeset, shown)}"),
        RunEvent.Sending sending => Sentence.Of($"{Operation(sending.Operation)} …"),
        RunEvent.Waiting waiting =>
            Sentence.Of($"{Operation(waiting.Operation)}: {frame.Own(DeskWords.Asking)} {Visible.Of(Moments.ShownOfToday(waiting.Until))}"),
        RunEvent.Ended ended => Sentence.Of($"{Operation(ended.Operation.Operation)} {Visible.Of(ended.Operation.Outcome)}"),
        RunEvent.Away away => Visible.Of(away.Sentence),
        _ => VisibleText.None,
    };

    private HtmlPage Running(Run run)
    {
        var plan = run.Shown.Plan;
        var page = frame.Page(DeskWords.Running, "run",
            Html.Of("h1", frame.Own(DeskWords.Running)),
            plans.Table(plan, member => StateOf(member, run)),
            Html.Of("h2", frame.Own(DeskWords.Happened)).With("id", "happened"),
            Events(run).With("data-events", $"{Routes.Events(run)}").With("aria-live", "polite"));
        return page with
        {
            Head = [.. page.Head, Html.Of("noscript", Html.Of("meta").AgainAfter(SecondsBetweenLooks))],
        };
    }

    private Html StateOf(BatchMember member, Run run)
    {
        var id = member.Loaded.Changeset.Id;
        var (begun, isLast) = (run.Events.Exists(one => one.Changeset == id), run.Events.LastOrDefault()?.Changeset == id);
        return (member.Standing, begun, isLast) switch
        {
            (not MemberStanding.ToDo, _, _) when run.Shown.ToSign is null => frame.Own(
                member.Standing == MemberStanding.Nothing ? QueueWords.AlreadyThere : QueueWords.LeftOut),
            (_, false, _) => frame.Own(DeskWords.ToCome),
            (_, _, true) => Html.Of("strong", frame.Own(DeskWords.UnderWay)),
            _ => frame.Own(DeskWords.ThroughWith),
        };
    }

    private HtmlPage Ended(Run run, BatchReplay replay, Visitor visitor)
    {
        // As it was confirmed, or as it is now where nothing of it was left to confirm.
        var plan = replay.Plan;
        var done = plan.Members.Count(member => IsDone(member, replay));
        var all = plan.Members.Length;
        var title = replay.Ended.IsEmpty ? DeskWords.NothingWritten : DeskWords.Done;
        return frame.Page(title, "run", [
            Html.Of("h1", frame.Own(title)),
            replay.Ended.IsEmpty && done < all
                ? Html.None
                : Html.Of("p", QueueWords.Came(done, all, PlanPage.Instance(plan), Language)).Class(done == all ? "good" : "alarm"),
            plans.Table(plan, member => CameOf(member, replay)),
            .. plan.Members.SelectMany(member => Problems(member, replay)),
            Objects(replay),
            WhatNow(run, visitor, isDone: done == all),
            Html.Of("details", Html.Of("summary", frame.Own(DeskWords.Happened)), Events(run)),
        ]);
    }

    private HtmlPage Refused(Run run, IEnumerable<Problem> problems, Visitor visitor) => frame.Page(DeskWords.NothingWritten, "run",
        Html.Of("h1", frame.Own(problems.Any(one => one.Code == Codes.WrongCode) ? DeskWords.WrongCode : DeskWords.NothingWritten)),
        Html.Of("section", Frame.Problems(problems)).Class("alarm"),
        Html.Of("p", Html.Of("a", frame.Own(DeskWords.BackToPlan)).LinkTo(Routes.Plan(run.Shown))),
        WhatNow(run, visitor, isDone: false));

    private Html WhatNow(Run run, Visitor visitor, bool isDone) => Html.Of("section", [
        Html.Of("h2", frame.Own(DeskWords.WhatNow)).With("id", "what-now"),
        isDone ? Html.None : Frame.Form(visitor, Routes.Plans, [
            .. run.Shown.Ids.Select(id => (Html)Html.Of("input").With("type", "hidden").With("name", "id").With("value", id)),
            frame.Button(DeskWords.PlanAgain, "main")]),
        Html.Of("p", Html.Of("a", frame.Own(DeskWords.BackToQueue)).LinkTo(SitePath.Root)),
    ]).Class("what-now").With("aria-labelledby", "what-now");

    private IEnumerable<Html> Problems(BatchMember member, BatchReplay replay)
    {
        var problems = EndedOf(member, replay)?.Problems ?? member.Problems;
        return problems.IsEmpty ? [] : [Html.Of("section",
            Html.Of("h2", plans.HeadlineOf(member).Name), Frame.Problems(problems)).Class("alarm")];
    }

    /// <summary>What is on the target now, with its pages there.</summary>
    private Html Objects(BatchReplay replay)
    {
        var made = replay.Ended.SelectMany(ended => ended.Came is ConfirmedReplay.Done done
            ? done.Replayed.Operations.Where(one => one.Link is not null).DistinctBy(one => one.Link)
                .Select(one => new { ended.Member, Operation = one })
            : []).ToList();
        return made.Count == 0 ? Html.None : Html.Of("section",
            Html.Of("h2", PlanPage.Instance(replay.Plan)),
            Html.Of("ul", [.. made.Select(one => (Html)Html.Of("li",
                QueuePage.LinkTextOf(plans.HeadlineOf(one.Member)), ": ",
                Html.Of("a", NameOf(one.Operation)).LinkTo(one.Operation.Link!)))]));
    }

    private VisibleText NameOf(ReplayedOperation made) => Sentence.Of(
        $"{Words.Own(Catalogue.Named(made.Operation.Resource)?.Title.In(Language) ?? "")} {Visible.Of(Invariant($"{made.Id}"))}");

    private Html CameOf(BatchMember member, BatchReplay replay)
    {
        var ended = EndedOf(member, replay);
        return ended switch
        {
            _ when IsDone(member, replay) => Html.Of("span", "✓ ", frame.Own(QueueWords.Replayed)).Class("yes"),
            null => Html.Of("span", frame.Own(QueueWords.LeftOut)).Class("no"),
            { ExitCode: ExitCode.Conflict } => Html.Of("span", frame.Own(QueueWords.Conflict)).Class("no"),
            _ => Html.Of("span", frame.Own(QueueWords.Begun)).Class("no"),
        };
    }

    private static bool IsDone(BatchMember member, BatchReplay replay) =>
        EndedOf(member, replay) is { } ended ? ended.ExitCode == ExitCode.Done : member.Standing == MemberStanding.Nothing;

    private static EndedMember? EndedOf(BatchMember member, BatchReplay replay) =>
        replay.Ended.FirstOrDefault(one => one.Member.Loaded.Changeset.Id == member.Loaded.Changeset.Id);

    private Html.Element Events(Run run) => Html.Of(
        "ol", [.. run.Events.Select(happened => (Html)Html.Of("li", LineOf(happened, run.Shown)))]).Class("events");

    private VisibleText NameOf(string changeset, ShownPlan shown) =>
        shown.Plan.Members.FirstOrDefault(member => member.Loaded.Changeset.Id == changeset) is { } member
            ? plans.HeadlineOf(member).Name
            : Visible.Of(changeset);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static VisibleText Operation(Operation operation) => Visible.Of($"{operation.Id} {operation.Do} {operation.Resource}");
}
