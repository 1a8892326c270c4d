using DolibarrAgent.Changesets;
using DolibarrAgent.Replay;
using DolibarrAgent.Review;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DolibarrAgent.ReplayTool;

/// <summary>A revert in a terminal: first what it does not take back, then what it takes back, and what a person does now.</summary>
internal static class RevertFace
{
    public static IRenderable Of(LoadedChangeset reverted, RevertResult result) => result switch
    {
        RevertResult.Made made => new Stacked([.. Left(reverted, made.Left, made.Notes), .. Made(made)]),
        RevertResult.Nothing nothing => new Stacked([.. Left(reverted, nothing.Left, nothing.Notes), Draw.Gap, Nothing(nothing)]),
        _ => throw new ArgumentException("A revert that was refused has only its problems.", nameof(result)),
    };

    private static IEnumerable<IRenderable> Left(LoadedChangeset reverted, IReadOnlyCollection<Problem> left, IEnumerable<string> notes)
    {
        yield return new VisibleCell(Sentence.Of($"To take back: {Visible.Of(reverted.Changeset.Title)} {Visible.Word(reverted.Changeset.Id)}"), Styles.Strong);
        if (left.Count > 0)
        {
            yield return Draw.Section(Sentence.Of($"Cannot be taken back"), Styles.Alarm);
            yield return ProblemsFace.Of(left);
        }
        foreach (var note in notes)
        {
            yield return Draw.Gap;
            yield return new VisibleCell(Sentence.Of($"Note: {Visible.Of(note)}"), Styles.Alarm);
        }
    }

    private static IEnumerable<IRenderable> Made(RevertResult.Made made)
    {
        var titles = new Titles(made.Revert.Changeset);
        var table = Draw.Columns(Draw.Column(Draw.Own("Operation")), Draw.Column(Draw.Own("What")));
        foreach (var operation in made.Revert.Changeset.Operations)
        {
            table.AddRow(new VisibleCell(Visible.Of(operation.Id)), new VisibleCell(titles.Of(operation)));
        }
        yield return Draw.Section(Sentence.Of($"New changeset {Visible.Of(made.Revert.Changeset.Id)}"));
        yield return Draw.Indented(table);
        yield return Draw.Gap;
        yield return new VisibleCell(Sentence.Of($"Nothing was taken back yet. Rehearse it on the sandbox, look at it, then replay it like any other:"));
        foreach (var command in Next(made))
        {
            yield return new UnbrokenLine(Visible.Of(command), Styles.Strong);
        }
    }

    /// <summary>What a person types now, in order.</summary>
    public static IReadOnlyList<string> Next(RevertResult.Made made)
    {
        var path = PlanFace.Quoted(made.Path);
        return [$"replay rehearse {path}", $"replay {path}", $"replay --confirm {path}"];
    }

    private static VisibleCell Nothing(RevertResult.Nothing nothing) => nothing.Left.IsEmpty
        ? new VisibleCell(Draw.Own("Nothing to take back: nothing of it is there. No changeset was made."), Styles.Good)
        : new VisibleCell(Draw.Own("Nothing of it can be taken back. No changeset was made; see above for what to do instead."), Styles.Bad);
}
