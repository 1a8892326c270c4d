using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Review;
using DolibarrAgent.Shell;

namespace DolibarrAgent.AgentHost;

/// <summary>What came of a run, for a person: each changeset as its review, what was not done, what it cost.</summary>
internal static class WorkText
{
    public static void Show(WorkReport report, WorkEnd end, Terminal terminal)
    {
        foreach (var (changeset, path) in report.Changesets)
        {
            if (changeset.State != ChangesetState.Discarded)
            {
                new Screen(terminal.Out, terminal.Screen).Show(TerminalReview.Of(ReviewPage.Of(changeset)));
                terminal.Out.WriteLine();
            }
            terminal.Out.WriteLine(Ending(changeset, path));
        }
        if (report.Changesets.IsEmpty)
        {
            terminal.Out.WriteLine("Nothing was written, so there is no changeset.");
        }
        NotDone(report, terminal);
        terminal.Out.WriteLine(Cost(end.Used));
    }

    public static void NotDone(WorkReport report, Terminal terminal)
    {
        if (!report.NotDone.IsEmpty)
        {
            terminal.Out.WriteLine("Not done:");
        }
        foreach (var problem in report.NotDone)
        {
            terminal.Out.WriteLine($"  {Shown.Line(problem.Place)}: {string.Join(' ', new[] { problem.Message, problem.Remedy }.Where(t => t.Length > 0).Select(Shown.Line))} ({Shown.Line(problem.Code.Text)})");
        }
    }

    public static string Cost(Used used) => string.Create(CultureInfo.InvariantCulture,
        $"Used: {used.Steps} of {used.Bounds.Steps} steps, {used.Time.TotalSeconds:0} of {used.Bounds.Time.TotalSeconds:0} s, {used.Tokens}{(used.Estimated ? " (estimated)" : "")} of {used.Bounds.Tokens} tokens, {used.Writes} of {used.Bounds.Writes} writes.");

    private static string Ending(Changeset changeset, string path) => changeset.State switch
    {
        ChangesetState.Finished => $"Recorded on {Shown.Line(changeset.Recorded.On.Instance)}: {Shown.Line(path)}\nNext: replay {Shown.Line(path)}",
        ChangesetState.Discarded => $"Discarded: {Shown.Line(changeset.Title)}, {Shown.Line(path)}",
        _ => $"Still open on {Shown.Line(changeset.Recorded.On.Instance)}: {Shown.Line(path)}",
    };
}
