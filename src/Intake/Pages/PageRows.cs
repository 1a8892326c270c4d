using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>
/// Puts the words of a page into rows, from top to bottom: what stands on one line stays together, so that a table keeps its
/// rows.
/// </summary>
public static class PageRows
{
    /// <summary>The rows of one page.</summary>
    public static ImmutableArray<PageRow> Of(Page page)
    {
        var rows = new List<List<PageWord>>();
        foreach (var word in page.Words.OrderBy(word => word.Box.Middle).ThenBy(word => word.Box.Left))
        {
            var row = IsTurned(word) ? null : rows.LastOrDefault(row => !IsTurned(row[0]) && Beside(row[^1].Box, word.Box));
            if (row is null)
            {
                rows.Add([word]);
            }
            else
            {
                row.Add(word);
            }
        }

        return [.. rows.Select(row => new PageRow(page.Number, [.. row.OrderBy(word => word.Box.Left)])).OrderBy(row => row.Box.Top)];
    }

    // Words that are written upwards at the edge of a page stand beside many rows, and in none.
    private static bool IsTurned(PageWord word) => word.Text.Length > 2 && word.Box.Height > 1.5 * word.Box.Width;

    // Letters of different sizes stand on one line too: most of the smaller one's height is shared.
    private static bool Beside(Box a, Box b) =>
        Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top) > 0.6 * Math.Min(a.Height, b.Height);
}
