using Spectre.Console;
using Spectre.Console.Rendering;

namespace DolibarrAgent.Review;

/// <summary>The review in a terminal: warnings first, then what cannot be undone, every operation, every piece of evidence. In the page's language.</summary>
public static class TerminalReview
{
    public static IRenderable Of(ReviewPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var (words, headings) = (page.Words, page.Words.Headings);
        var blocks = new List<IRenderable> { new VisibleCell(page.Title, Styles.Strong), Header(page) };
        var warnings = WarningInWords.Of(page);
        if (!warnings.IsEmpty)
        {
            blocks.Add(Draw.Section(Words.Counted(headings.LookFirst, warnings.Length), Styles.Alarm));
            blocks.AddRange(warnings.Select(Warning));
        }
        if (!page.Final.IsEmpty)
        {
            blocks.Add(Draw.Section(Words.Counted(headings.CannotBeUndone, page.Final.Length), Styles.Alarm));
            blocks.AddRange(page.Final.Select(final => Draw.Indented(new VisibleCell(Sentence.Of($"{final.Operation} {final.Text}")))));
        }
        blocks.Add(Draw.Section(Words.Counted(headings.Operations, page.Operations.Length)));
        blocks.AddRange(Apart(page.Operations.Select(new TerminalOperation(words).Of)));
        blocks.Add(Draw.Section(Words.Counted(headings.Evidence, page.Evidence.Length)));
        blocks.AddRange(Apart(page.Evidence.Select(evidence => Evidence(evidence, headings))));
        return new Stacked(blocks);
    }

    private static IEnumerable<IRenderable> Apart(IEnumerable<IRenderable> blocks) => blocks.SelectMany((block, i) => i == 0 ? [block] : new[] { Draw.Gap, block });

    private static Stacked Header(ReviewPage page) => new(
        page.RecordedBy is { } recorded ? new VisibleCell(recorded, page.IsRecorderKnown ? Styles.Good : Styles.Alarm) : Draw.Nothing,
        Draw.Facts(page.Recorded.Insert(0, new ReviewFact(Words.Own(page.Words.Headings.Changeset), page.Id))),
        page.ReadAgain is { } read ? new VisibleCell(read) : Draw.Nothing,
        Draw.Gap,
        new VisibleCell(Words.Own(page.Words.Headings.Marks), Styles.Quiet));

    private static Stacked Warning(WarningInWords warning) => new(
        warning.Texts.Select(text => Draw.Indented(new VisibleCell(text))).Prepend(new VisibleCell(Words.Own("!").And(warning.Head), Styles.Alarm)));

    private static Stacked Evidence(ReviewEvidence evidence, Headings headings) => new(
        new VisibleCell(evidence.Id.And(evidence.Heading), Styles.Strong),
        Draw.Indented(Draw.Facts(evidence.Facts)),
        evidence.Says.IsEmpty ? Draw.Nothing : Draw.Indented(new Stacked(new VisibleCell(Words.Own(headings.ItSays), Styles.Quiet), Draw.Facts(evidence.Says))));
}
