using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>Which party a place on a page belongs to: that of the nearest heading above it in its column.</summary>
internal sealed class PartyHeadings(ImmutableArray<ReadRow> rows)
{
    // A heading speaks for so many points beneath it, and a column begins within so many of where its heading does.
    private const double Reach = 190;
    private const double Slack = 22;

    private readonly ImmutableArray<Heading> headings =
    [
        .. from row in rows
           from label in row.Labels
           where label.Kind is LabelKind.Seller or LabelKind.Buyer or LabelKind.OtherParty
           where row.BeginsCell(label.Start) && IsHeading(row, label)
           select new Heading(row.Row.Page, label.Box, label.Kind),
    ];

    /// <summary>The party that a heading names for a place; null where none does.</summary>
    public LabelKind? Of(PagePlace place)
    {
        var above = headings.Where(heading => heading.Page == place.Page && heading.Box.Left <= place.Box.Left + Slack
            && heading.Box.Top <= place.Box.Bottom).ToList();
        if (above.Count == 0)
        {
            return null;
        }

        var column = above.Max(heading => heading.Box.Left);
        var nearest = above.Where(heading => heading.Box.Left >= column - Slack).MaxBy(heading => heading.Box.Top)!;
        var lower = above.Where(heading => heading.Box.Top > nearest.Box.Bottom && heading.Box.Left < column - Slack
            && column - heading.Box.Left < 60).MaxBy(heading => heading.Box.Top);
        return place.Box.Bottom - (lower ?? nearest).Box.Bottom <= Reach ? (lower ?? nearest).Kind : null;
    }

    // A heading is a cell by itself, or has a colon behind it.
    private static bool IsHeading(ReadRow row, PageLabel label)
    {
        var rest = row.Text[label.End..row.EndOfCell(label.End)].Trim();
        return rest.Length == 0 || rest[0] is ':' or '/' or '(' or ',' or '-';
    }

    private sealed record Heading(int Page, Box Box, LabelKind Kind);
}
