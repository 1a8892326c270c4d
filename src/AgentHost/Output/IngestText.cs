using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Review;
using DolibarrAgent.Shell;

namespace DolibarrAgent.AgentHost;

/// <summary>What was entered, for a person: the review of the changeset, and where it is.</summary>
internal static class IngestText
{
    public static void Show(IngestResult.Entered entered, Terminal terminal)
    {
        new Screen(terminal.Out, terminal.Screen).Show(TerminalReview.Of(ReviewPage.Of(entered.Changeset)));
        terminal.Out.WriteLine();
        terminal.Out.WriteLine($"Recorded on {Shown.Line(entered.Changeset.Recorded.On.Instance)}: {Shown.Line(entered.Path)}");
        terminal.Out.WriteLine($"Next: replay {Shown.Line(entered.Path)}");
    }
}
