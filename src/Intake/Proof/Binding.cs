using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>
/// Which values a label announces: those right of it up to the next label, or, where there is none, those beneath it in its
/// column.
/// </summary>
internal sealed class Binding(ImmutableArray<ReadRow> rows)
{
    // The values of a column stand within so many heights of a letter beneath its head, and of each other.
    private const double Reach = 6;

    /// <summary>The tokens of one kind that a label announces.</summary>
    public IEnumerable<T> Of<T>(ReadRow row, PageLabel label)
        where T : PageToken
    {
        var right = RightOf<T>(row, label).ToList();
        return right.Count > 0 ? right : Beneath<T>(row, label);
    }

    /// <summary>The tokens of one kind right of a label, up to the next label.</summary>
    public static IEnumerable<T> RightOf<T>(ReadRow row, PageLabel label)
        where T : PageToken
    {
        var next = row.Labels.Where(other => other.Start >= label.End).Select(other => other.Start).DefaultIfEmpty(int.MaxValue).Min();
        return row.Tokens.OfType<T>().Where(token => token.Start >= label.End && token.Start < next);
    }

    /// <summary>The tokens of one kind that are cells by themselves in the column beneath a label, from the nearest on.</summary>
    public IEnumerable<T> Beneath<T>(ReadRow row, PageLabel label)
        where T : PageToken
    {
        var from = label.Box;
        foreach (var below in rows.Skip(row.Index + 1))
        {
            if (below.Row.Page != row.Row.Page || below.Row.Box.Top > from.Bottom + (Reach * label.Box.Height))
            {
                yield break;
            }

            foreach (var token in below.Tokens.OfType<T>().Where(token => IsUnder(label.Box, token.Place.Box)
                && below.IsCell(token.Start, token.End)))
            {
                from = token.Place.Box;
                yield return token;
            }
        }
    }

    /// <summary>Whether one box stands in the column of another.</summary>
    public static bool IsUnder(Box head, Box box) => Math.Min(head.Right, box.Right) - Math.Max(head.Left, box.Left) > -0.5 * head.Height;
}
