using System.Globalization;
using System.Text;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>The texts of lines, in a form that Dolibarr keeps as it is.</summary>
internal static class FitText
{
    private const int Longest = 2000;

    /// <summary>
    /// On one line, without invisible characters, and with the brackets of tags replaced by ones that look alike:
    /// the server strips tags, and what looks like one (<c>A &lt; B</c>), without a word. Cut at 2000 characters, said in the text.
    /// </summary>
    public static string Keepable(string text)
    {
        var kept = new StringBuilder(Math.Min(text.Length, Longest + 40));
        foreach (var c in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(c))
            {
                if (kept.Length > 0 && kept[^1] != ' ')
                {
                    kept.Append(' ');
                }
            }
            else if (!UnseenCharacters.Are(c))
            {
                kept.Append(HtmlTags.LookAlike(c));
            }

            if (kept.Length >= Longest)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{kept.ToString().TrimEnd()}… ({text.Length} characters)");
            }
        }

        return kept.ToString().TrimEnd();
    }

    /// <summary><c>0.5999 KGM at 50005</c>, with the base quantity where it is not 1; null where the document says neither.</summary>
    public static string? QuantityAndPrice(InvoiceLine line)
    {
        if (line.Quantity is not { } quantity || line.UnitPrice is not { } price)
        {
            return null;
        }

        var unit = line.Unit is null or "C62" or "H87" or "E48" ? "" : " " + line.Unit;
        var basis = line.BaseQuantity is { } b && b != 1 ? $" per {Decimals.Text(b)}" : "";
        return $"{Decimals.Text(quantity)}{unit} at {Decimals.Text(price)}{basis}";
    }
}
