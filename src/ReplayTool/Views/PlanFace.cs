using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Replay;
using DolibarrAgent.Review;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DolibarrAgent.ReplayTool;

/// <summary>A plan in a terminal.</summary>
internal static class PlanFace
{
    public static IRenderable Of(Plan plan)
    {
        var blocks = new List<IRenderable>
        {
            Draw.Section(Sentence.Of($"Plan for {Visible.Of(plan.Target.Instance)}")),
            Draw.Facts([
                new ReviewFact(Draw.Own("Target"), plan.Target.Dolibarr.Length == 0
                    ? Visible.Of(plan.Target.Origin)
                    : Sentence.Of($"{Visible.Of(plan.Target.Origin)} {Visible.Word("Dolibarr")} {Visible.Of(plan.Target.Dolibarr)}")),
                new ReviewFact(Draw.Own("Changeset"), Sentence.Of($"{Visible.Of(plan.Loaded.Changeset.Id)} {Visible.Word("SHA-256")} {Visible.Shortened(plan.Loaded.Digest)}")),
            ]),
        };
        if (!plan.Selection.IsAll && !plan.Operations.IsEmpty)
        {
            blocks.AddRange([Draw.Gap, new VisibleCell(OnlyPart(plan), Styles.Alarm)]);
        }
        if (!plan.Operations.IsEmpty)
        {
            blocks.AddRange([Draw.Gap, Draw.Indented(Table(plan))]);
        }
        blocks.AddRange(Notes(plan));
        blocks.AddRange(SigningFace.Risks(plan));
        if (!plan.Problems.IsEmpty)
        {
            blocks.AddRange([Draw.Gap, ProblemsFace.Of(plan.Problems)]);
        }
        return new Stacked(blocks);
    }

    /// <summary>What has changed since, on either side.</summary>
    public static IEnumerable<IRenderable> Notes(Plan plan) =>
        plan.AllNotes.SelectMany(note => new IRenderable[] { Draw.Gap, new VisibleCell(Sentence.Of($"Note: {Visible.Of(note)}"), Styles.Alarm) });

    /// <summary>That everything is done; whether it still is as it was done is in the notes.</summary>
    public static VisibleCell NothingToDo(Plan plan) => plan.Notes.IsEmpty
        ? new VisibleCell(Sentence.Of($"Nothing to do: {Whole(plan)} is on {Visible.Of(plan.Target.Instance)} already."), Styles.Good)
        : new VisibleCell(Sentence.Of($"Nothing to do: {Whole(plan)} was done on {Visible.Of(plan.Target.Instance)} before. See the notes for what has changed since."), Styles.Alarm);

    /// <summary>What was asked for: the whole changeset, or a part of it.</summary>
    public static VisibleText Whole(Plan plan) => Draw.Own(plan.Selection.IsAll ? "all of it" : "the part that was selected");

    /// <summary>What a person does now.</summary>
    /// <param name="plan">The plan that was shown.</param>
    /// <param name="path">The changeset, as it was typed.</param>
    public static IRenderable Next(Plan plan, string path) => new Stacked([Draw.Gap, .. Words(plan, path)]);

    public static Style StyleOf(string outcome) => outcome switch
    {
        Outcomes.Applied => Styles.Good,
        Outcomes.AlreadyApplied => Styles.Quiet,
        Outcomes.ToApply => Styles.Strong,
        Outcomes.NotReached => Styles.Alarm,
        _ => Styles.Bad,
    };

    /// <summary>That the rest of the changeset stays undone, which nobody should have to count for themselves.</summary>
    private static VisibleText OnlyPart(Plan plan)
    {
        var changeset = plan.Loaded.Changeset;
        var along = plan.Selection.ComingAlong(changeset);
        var part = Sentence.Of($"Only {Visible.Word(Count(plan.Selected))} of {Visible.Word(Count(changeset.Operations))} operations");
        return along.IsEmpty ? Sentence.Of($"{part}.") : Sentence.Of($"{part}; {Visible.Of(string.Join(", ", along))} because others need it.");
    }

    private static string Count(ImmutableArray<Operation> operations) => operations.Length.ToString(CultureInfo.InvariantCulture);

    private static Table Table(Plan plan)
    {
        var titles = new Titles(plan.Loaded.Changeset);
        var table = Draw.Columns(Draw.Column(Draw.Own("Operation")), Draw.Column(Draw.Own("What")), Draw.Column(Draw.Own("Outcome")));
        foreach (var planned in plan.Operations)
        {
            table.AddRow(
                new VisibleCell(Visible.Of(planned.Operation.Id)),
                new VisibleCell(titles.Of(planned.Operation)),
                new VisibleCell(Visible.Of(planned.Outcome), StyleOf(planned.Outcome)));
        }
        return table;
    }

    private static IEnumerable<IRenderable> Words(Plan plan, string path)
    {
        var instance = Visible.Of(plan.Target.Instance);
        if (plan is { ExitCode: ExitCode.Waits, Needs.IsEmpty: false })
        {
            yield return SigningFace.Needed(plan, path);
        }
        else if (plan.ExitCode == ExitCode.Waits)
        {
            yield return new VisibleCell(Sentence.Of($"Nothing was written. To replay it on {instance}, run this and type the code of the plan, {Visible.Of(plan.Code)}:"));
            yield return new UnbrokenLine(Sentence.Of($"replay --confirm {Visible.Of(Quoted(path) + (plan.Selection.IsAll ? "" : " --only " + plan.Selection) + (plan.Operations.Any(o => o.IsAgain) ? " --again-after-restore" : ""))}"), Styles.Strong);
        }
        else if (plan.HasNothingToDo)
        {
            yield return NothingToDo(plan);
        }
        else
        {
            yield return new VisibleCell(Sentence.Of($"Nothing was written. As long as one of these problems is there, nothing will be."), Styles.Bad);
        }
    }

    /// <summary>As a shell takes it for one word.</summary>
    public static string Quoted(string path) =>
        path.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_') ? path : $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
