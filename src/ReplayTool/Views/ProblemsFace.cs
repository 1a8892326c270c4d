using DolibarrAgent.Changesets;
using DolibarrAgent.Review;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DolibarrAgent.ReplayTool;

/// <summary>Problems in a terminal: what, where, why, and what to do now.</summary>
internal static class ProblemsFace
{
    public static IRenderable Of(IEnumerable<Problem> problems) => new Rows(problems.Select(Of));

    private static Rows Of(Problem problem) => new(
        new VisibleCell(Sentence.Of($"✗ {Visible.Of(problem.Code)} {Visible.Of(problem.Place)}"), Styles.Bad),
        Draw.Indented(new Rows(
            new VisibleCell(Visible.Of(problem.Message)),
            new VisibleCell(Sentence.Of($"→ {Visible.Of(problem.Remedy)}"), Styles.Strong))));
}
