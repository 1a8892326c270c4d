using System.Globalization;
using System.Text;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>Invoice numbers, made comparable.</summary>
public static class References
{
    /// <summary>
    /// The number without what nobody sees: ends trimmed, every run of Unicode spaces one plain space,
    /// invisible format characters gone. Never for display, only to compare.
    /// </summary>
    public static string Fold(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var folded = new StringBuilder(number.Length);
        foreach (var c in number.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else if (!UnseenCharacters.Are(c))
            {
                folded.Append(c.ToString());
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>
    /// What is left of a number when one looks away from how it is typed: no spaces, one kind of hyphen, one of quotation
    /// marks. Two invoices of one supplier whose numbers have the same key are taken for one.
    /// </summary>
    public static string KeyOf(string number) => string.Concat(Fold(number).Where(c => c != ' ').Select(c => c switch
    {
        '"' => '\'',
        _ when char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation => '-',
        _ => c,
    }));
}
