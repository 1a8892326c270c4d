using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Replay;
using DolibarrAgent.Review;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DolibarrAgent.ReplayTool;

/// <summary>What is on the target in the end: each operation with its outcome, the objects with their pages, differences.</summary>
internal static class ResultFace
{
    public static IRenderable Of(Plan plan, Replayed result) => Shown(
        plan, [.. result.Operations.Select(o => new Row(o.Operation, o.Outcome, o.Link))],
        [.. result.Operations.SelectMany(o => o.Problems), .. result.Differences], Closing(plan, result), [.. result.Operations.Where(o => o.Assumed.Length > 0).Select(o => $"{o.Operation.Id}: {o.Assumed}")]);

    public static IRenderable Of(Plan plan) => Shown(plan, Rows(plan), [], PlanFace.NothingToDo(plan));

    public static IRenderable Of(Verified verified) => Shown(
        verified.Plan, Rows(verified.Plan), [.. verified.Plan.Problems, .. verified.Differences], Closing(verified));

    private static IRenderable Shown(Plan plan, IReadOnlyList<Row> rows, IReadOnlyList<Problem> problems, VisibleCell closing, params ImmutableArray<string> assumed)
    {
        var titles = new Titles(plan.Loaded.Changeset);
        var table = Draw.Columns(Draw.Column(Draw.Own("Operation")), Draw.Column(Draw.Own("What")), Draw.Column(Draw.Own("Outcome")));
        foreach (var row in rows)
        {
            table.AddRow(new VisibleCell(Visible.Of(row.Operation.Id)), new VisibleCell(titles.Of(row.Operation)), new VisibleCell(Visible.Of(row.Outcome), PlanFace.StyleOf(row.Outcome)));
        }
        var pages = rows.Where(row => row.Link is not null).GroupBy(row => row.Link!)
            .Select(IRenderable (page) => new UnbrokenLine(Sentence.Of($"{Visible.Of(page.Key.AbsoluteUri)} {Visible.Word(string.Join(", ", page.Select(row => row.Operation.Id)))}")))
            .ToList();
        return new Stacked([
            Draw.Section(Sentence.Of($"On {Name(plan)}")),
            Draw.Indented(table),
            .. pages.Count == 0 ? [] : pages.Prepend(Draw.Gap),
            .. PlanFace.Notes(plan),
            .. assumed.SelectMany(one => new IRenderable[] { Draw.Gap, new VisibleCell(Sentence.Of($"Note: {Visible.Of(one)}"), Styles.Alarm) }),
            .. problems.Count == 0 ? [] : new[] { Draw.Gap, ProblemsFace.Of(problems) },
            Draw.Gap,
            closing]);
    }

    private static VisibleCell Closing(Plan plan, Replayed result) => result.ExitCode switch
    {
        ExitCode.Done => new VisibleCell(Sentence.Of($"Done: {PlanFace.Whole(plan)} is on {Name(plan)}, read back and compared with {Compared(plan)}."), Styles.Good),
        ExitCode.Unknown => new VisibleCell(Sentence.Of($"What became of an operation is unknown: {Name(plan)} did not say. Look there, then run the same command again: what may still come is not sent again before you say so."), Styles.Bad),
        ExitCode.Conflict => new VisibleCell(Sentence.Of($"{Name(plan)} does not match {Compared(plan)}. Look at the differences above before anything else."), Styles.Bad),
        _ => new VisibleCell(Sentence.Of($"Not all of it is on {Name(plan)}. See to the problems above, then run the same command again: what is done stays done."), Styles.Bad),
    };

    private static VisibleCell Closing(Verified verified) => verified.ExitCode switch
    {
        ExitCode.Done => new VisibleCell(Sentence.Of($"All of it is on {Name(verified.Plan)}, as the sandbox had it."), Styles.Good),
        ExitCode.Waits => new VisibleCell(Sentence.Of($"Not all of it is on {Name(verified.Plan)} yet; what is there is as the sandbox had it."), Styles.Alarm),
        _ => new VisibleCell(Sentence.Of($"{Name(verified.Plan)} is not as the sandbox was, or could not be compared."), Styles.Bad),
    };

    private static List<Row> Rows(Plan plan) => [.. plan.Operations.Select(o => new Row(o.Operation, o.Outcome, Outcomes.IsDone(o.Outcome) ? plan.LinkOf(o) : null))];

    /// <summary>A rehearsal is on the sandbox itself: there is only the recording to compare with.</summary>
    private static VisibleText Compared(Plan plan) => Draw.Own(plan.Target.Instance == plan.Loaded.Changeset.Recorded.On.Instance ? "what was recorded" : "the sandbox");

    private static VisibleText Name(Plan plan) => Visible.Of(plan.Target.Instance);

    private sealed record Row(Operation Operation, string Outcome, Uri? Link);
}
