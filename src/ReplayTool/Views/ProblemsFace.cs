using DolibarrAgent.Changesets;
using DolibarrAgent.Review;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DolibarrAgent.ReplayTool;

/// <summary>Problems in a terminal: what, where, why, and what to do now.</summary>
internal static class ProblemsFace
{
    /// <summary>What is the same of several operations is said once, with all of their names.</summary>
    public static IRenderable Of(IEnumerable<Problem> problems) => new Stacked(problems
        .GroupBy(problem => (problem.Code, problem.Message, problem.Remedy))
        .Select(same => Of(same.First(), string.Join(", ", same.Select(problem => problem.Place).Distinct(StringComparer.Ordinal)))));

    private static Stacked Of(Problem problem, string places) => new(
        new VisibleCell(Sentence.Of($"✗ {Visible.Of(problem.Code.Text)} {Visible.Of(places)}"), Styles.Bad),
        Draw.Indented(new Stacked(
            new VisibleCell(Visible.Of(problem.Message)),
            new VisibleCell(Sentence.Of($"→ {Visible.Of(problem.Remedy)}"), Styles.Strong))));
}
