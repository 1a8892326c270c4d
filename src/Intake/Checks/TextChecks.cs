using System.Globalization;
using System.Text;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>Texts that do not look like what they are.</summary>
internal static class TextChecks
{
    public static IEnumerable<IntakeWarning> Of(InvoiceFacts facts)
    {
        foreach (var (text, what, term) in Texts(facts))
        {
            if (text is null)
            {
                continue;
            }

            if (text.EnumerateRunes().Any(rune => UnseenCharacters.Are(rune) && !UnseenCharacters.AreUsual(rune)))
            {
                yield return new("text-invisible", $"{what} holds characters that are not seen.", term);
            }

            if (MixesScripts(text))
            {
                yield return new("text-mixed-scripts", $"{what} has letters of another alphabet or style that imitate others.", term);
            }
        }
    }

    private static IEnumerable<TextOfTerm> Texts(InvoiceFacts facts)
    {
        yield return new TextOfTerm(facts.Number, "The number", "BT-1");
        yield return new TextOfTerm(facts.Seller.Name, "The seller's name", "BT-27");
        yield return new TextOfTerm(facts.Payee?.Name, "The payee's name", "BT-59");
        for (var i = 0; i < facts.Lines.Length; i++)
        {
            var place = (i + 1).ToString(CultureInfo.InvariantCulture);
            yield return new TextOfTerm(facts.Lines[i].Label, $"The text of line {place}", $"BT-153/{place}");
        }
    }

    private static bool MixesScripts(string text)
    {
        string? seen = null;
        foreach (var rune in text.EnumerateRunes())
        {
            var script = LetterScripts.Of(rune);
            if (script is null)
            {
                seen = Rune.IsLetterOrDigit(rune) ? seen : null;
            }
            else if (LetterScripts.IsStyle(script) || (seen is not null && seen != script))
            {
                return true;
            }
            else
            {
                seen = script;
            }
        }

        return LetterScripts.AllLookAlike(text) is not null;
    }

    private sealed record TextOfTerm(string? Text, string What, string Term);
}
