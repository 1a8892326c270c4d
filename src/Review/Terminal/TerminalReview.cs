using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DolibarrAgent.Review;

/// <summary>The review in a terminal: warnings first, then what cannot be undone, every operation, every piece of evidence.</summary>
public static class TerminalReview
{
    public static IRenderable Of(ReviewPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var blocks = new List<IRenderable> { new VisibleCell(page.Title, Styles.Strong), Header(page) };
        if (!page.Warnings.IsEmpty)
        {
            blocks.Add(Draw.Section(Counted("Look at this first", page.Warnings.DistinctBy(warning => (warning.Code, warning.On)).Count()), Styles.Alarm));
            blocks.AddRange(page.Warnings.GroupBy(warning => (warning.Code, warning.On)).Select(Warning));
        }
        if (!page.Final.IsEmpty)
        {
            blocks.Add(Draw.Section(Counted("Cannot be undone", page.Final.Length), Styles.Alarm));
            blocks.AddRange(page.Final.Select(final => Draw.Indented(new VisibleCell(Sentence.Of($"{final.Operation} {final.Text}")))));
        }
        blocks.Add(Draw.Section(Counted("Operations", page.Operations.Length)));
        blocks.AddRange(page.Operations.SelectMany((operation, i) => i == 0 ? [TerminalOperation.Of(operation)] : new[] { Draw.Gap, TerminalOperation.Of(operation) }));
        blocks.Add(Draw.Section(Counted("Evidence", page.Evidence.Length)));
        blocks.AddRange(page.Evidence.SelectMany((evidence, i) => i == 0 ? [Evidence(evidence)] : new[] { Draw.Gap, Evidence(evidence) }));
        return new Rows(blocks);
    }

    private static IRenderable Header(ReviewPage page) => new Rows(
        Draw.Facts(page.Recorded.Insert(0, new ReviewFact(Labels.Own("Changeset"), page.Id))),
        Draw.Gap,
        new VisibleCell(Labels.Own("What stands in ⟨ ⟩ is this program's own word: no document, no agent and no server can write it."), Styles.Quiet));

    private static IRenderable Warning(IGrouping<(VisibleText Code, VisibleText On), ReviewWarning> same) => new Rows(
        same.Select(warning => warning.Source == WarningSource.Recorder ? Visible.Word("noted while recording").And(warning.Text) : warning.Text)
            .Select(text => Draw.Indented(new VisibleCell(text)))
            .Prepend(new VisibleCell(Labels.Own("!").And(same.Key.Code).And(same.Key.On), Styles.Alarm)));

    private static IRenderable Evidence(ReviewEvidence evidence) => new Rows(
        new VisibleCell(evidence.Id.And(evidence.Heading), Styles.Strong),
        Draw.Indented(Draw.Facts(evidence.Facts)),
        evidence.Says.IsEmpty ? Draw.Nothing : Draw.Indented(new Rows(new VisibleCell(Labels.Own("It says"), Styles.Quiet), Draw.Facts(evidence.Says))));

    private static VisibleText Counted(string title, int count) => Labels.Own(string.Create(CultureInfo.InvariantCulture, $"{title} ({count})"));
}
