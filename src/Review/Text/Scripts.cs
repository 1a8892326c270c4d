using System.Text;

namespace DolibarrAgent.Review;

/// <summary>The scripts whose letters are mistaken for each other, as far as telling them apart needs.</summary>
internal static class Scripts
{
    public const string Latin = "Latin";
    private const string Cyrillic = "Cyrillic";
    private const string Greek = "Greek";

    /// <summary>Greek letters that are signs among Latin ones (10 kΩ, µm, Δt), and look like none of them.</summary>
    private const string Signs = "\u00b5μΩΔπΣλφθσ";

    private const string LookLatin = "АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοναικρυ";

    /// <summary>The script of a letter; null for what is not a letter, is a sign, or is of a script that nobody mistakes for Latin.</summary>
    public static string? Of(Rune rune) => !Rune.IsLetter(rune) || (rune.IsBmp && Signs.Contains((char)rune.Value, StringComparison.Ordinal)) ? null : rune.Value switch
    {
        < 0x250 or (>= 0x1e00 and <= 0x1eff) or (>= 0x2c60 and <= 0x2c7f) or (>= 0xa720 and <= 0xa7ff) => Latin,
        (>= 0x370 and <= 0x3ff) or (>= 0x1f00 and <= 0x1fff) => Greek,
        (>= 0x400 and <= 0x52f) or (>= 0x1c80 and <= 0x1c8f) or (>= 0xa640 and <= 0xa69f) => Cyrillic,
        >= 0x531 and <= 0x587 => "Armenian",
        (>= 0x13a0 and <= 0x13ff) or (>= 0xab70 and <= 0xabbf) => "Cherokee",
        >= 0x2c80 and <= 0x2cff => "Coptic",
        >= 0xa4d0 and <= 0xa4ff => "Lisu",
        >= 0x250 and <= 0x2af => "phonetic",
        >= 0x1d400 and <= 0x1d7ff => "mathematical",
        >= 0xff21 and <= 0xff5a => "full-width",
        _ => null,
    };

    public static bool LooksLatin(Rune rune) => rune.IsBmp && LookLatin.Contains((char)rune.Value, StringComparison.Ordinal);

    /// <summary>
    /// The script that a text with Latin letters uses beside them for nothing but letters that look Latin; null where there
    /// is none. An honest Russian or Greek name has letters of its own.
    /// </summary>
    public static string? AllLookAlike(string text)
    {
        var letters = text.EnumerateRunes().Select(rune => (Rune: rune, Script: Of(rune))).Where(letter => letter.Script is not null).ToList();
        return letters.Exists(l => l.Script == Latin)
            ? new[] { Cyrillic, Greek }.FirstOrDefault(script => letters.Exists(l => l.Script == script) && letters.Where(l => l.Script == script).All(l => LooksLatin(l.Rune)))
            : null;
    }
}
