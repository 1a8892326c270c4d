using System.Globalization;

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

            if (text.Any(c => Invisible.Is(c) && c is not ('\n' or '\r' or '\t')))
            {
                yield return new("text-invisible", $"{what} holds characters that are not seen.", term);
            }

            if (MixesScripts(text))
            {
                yield return new("text-mixed-scripts", $"{what} mixes letters of several alphabets in one word, which can imitate another word.", term);
            }
        }
    }

    private static IEnumerable<(string? Text, string What, string Term)> Texts(InvoiceFacts facts)
    {
        yield return (facts.Number, "The number", "BT-1");
        yield return (facts.Seller.Name, "The seller's name", "BT-27");
        yield return (facts.Payee?.Name, "The payee's name", "BT-59");
        for (var i = 0; i < facts.Lines.Length; i++)
        {
            var place = (i + 1).ToString(CultureInfo.InvariantCulture);
            yield return (facts.Lines[i].Label, $"The text of line {place}", $"BT-153/{place}");
        }
    }

    private static bool MixesScripts(string text)
    {
        var seen = Script.None;
        foreach (var c in text)
        {
            var script = Of(c);
            if (script == Script.None)
            {
                seen = char.IsLetterOrDigit(c) ? seen : Script.None;
            }
            else if (seen != Script.None && seen != script)
            {
                return true;
            }
            else
            {
                seen = script;
            }
        }

        return false;
    }

    // The alphabets whose letters look like each other's; all others cannot be taken for these.
    private static Script Of(char c) => !char.IsLetter(c) ? Script.None : c switch
    {
        <= '\u024F' and not ('µ' or 'ª' or 'º') or (>= '\u1E00' and <= '\u1EFF') => Script.Latin,
        (>= '\u0370' and <= '\u03FF') or (>= '\u1F00' and <= '\u1FFF') => Script.Greek,
        (>= '\u0400' and <= '\u052F') or (>= '\uA640' and <= '\uA69F') => Script.Cyrillic,
        >= '\u0530' and <= '\u058F' => Script.Armenian,
        >= '\u13A0' and <= '\u13FF' => Script.Cherokee,
        _ => Script.None,
    };

    private enum Script
    {
        None,
        Latin,
        Greek,
        Cyrillic,
        Armenian,
        Cherokee,
    }
}
