using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Replay;
using DolibarrAgent.Review;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DolibarrAgent.ReplayTool;

/// <summary>What the ledger tells of a changeset, oldest first, in words.</summary>
internal static class HistoryFace
{
    public static IRenderable Of(LoadedChangeset? loaded, History history) =>
        loaded is null ? Chain(history) : new Stacked([.. Entries(loaded, history), Draw.Gap, Chain(history)]);

    private static IEnumerable<IRenderable> Entries(LoadedChangeset loaded, History history)
    {
        var table = Draw.Columns(Draw.Column(Draw.Own("#"), Justify.Right), Draw.Column(Draw.Own("When (UTC)")), Draw.Column(Draw.Own("Where")), Draw.Column(Draw.Own("Operation")), Draw.Column(Draw.Own("What")));
        foreach (var entry in history.Entries)
        {
            table.AddRow(
                new VisibleCell(Number(entry.Number), Styles.Quiet),
                new VisibleCell(Visible.Of(Moments.ShownUnderUtc(entry.At))),
                new VisibleCell(Visible.Of(entry.Content.Target)),
                new VisibleCell(Visible.Of(entry.Content.Operation)),
                new VisibleCell(HistoryWords.Of(entry.Content)));
        }
        yield return new VisibleCell(Visible.Of(loaded.Changeset.Title), Styles.Strong);
        yield return Draw.Section(Sentence.Of($"History of {Visible.Of(loaded.Changeset.Id)}"));
        yield return history.Entries.IsEmpty ? new VisibleCell(Draw.Own("The ledger knows nothing of it: it was never confirmed, nor rehearsed.")) : table;
    }

    private static VisibleCell Chain(History history) => history switch
    {
        { Fault: { } fault } => new VisibleCell(Sentence.Of($"The chain of the ledger is broken. {Visible.Of(fault.ToString())} What the ledger tells proves nothing from there on."), Styles.Bad),
        { Chain.Entries: var entries } => new VisibleCell(Sentence.Of($"The chain of the ledger holds: {Number(entries)} {Draw.Own(entries == 1 ? "entry" : "entries")}, none changed, removed or added since."), Styles.Good),
        _ => new VisibleCell(Draw.Own("There is no ledger yet.")),
    };

    private static VisibleText Number(long number) => Visible.Of(number.ToString(CultureInfo.InvariantCulture));
}
