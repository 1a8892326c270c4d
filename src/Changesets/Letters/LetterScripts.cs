using System.Text;

namespace DolibarrAgent.Changesets;

/// <summary>The scripts whose letters are mistaken for each other, as far as telling them apart needs.</summary>
public static class LetterScripts
{
    public const string Latin = "Latin";

    private const string Mathematical = "mathematical";
    private const string FullWidth = "full-width";
    private const string Enclosed = "enclosed";

    /// <summary>Greek letters that are signs among Latin ones (10 kΩ, µm, Δt), and look like none of them.</summary>
    private const string Signs = "\u00b5μΩΔπΣλφθσ";

    private const int FewestLetters = 3;

    /// <summary>The script of a letter; null for what is not a letter, is a sign, or is of a script that nobody mistakes for Latin.</summary>
    public static string? Of(Rune rune) => Styled(rune) ?? (!Rune.IsLetter(rune) || (rune.IsBmp && Signs.Contains((char)rune.Value, StringComparison.Ordinal)) ? null : rune.Value switch
    {
        < 0x250 or (>= 0x1e00 and <= 0x1eff) or (>= 0x2c60 and <= 0x2c7f) or (>= 0xa720 and <= 0xa7ff) => Latin,
        (>= 0x370 and <= 0x3ff) or (>= 0x1f00 and <= 0x1fff) => "Greek",
        (>= 0x400 and <= 0x52f) or (>= 0x1c80 and <= 0x1c8f) or (>= 0xa640 and <= 0xa69f) => "Cyrillic",
        >= 0x531 and <= 0x587 => "Armenian",
        (>= 0x13a0 and <= 0x13ff) or (>= 0xab70 and <= 0xabbf) => "Cherokee",
        >= 0x2c80 and <= 0x2cff => "Coptic",
        >= 0xa4d0 and <= 0xa4ff => "Lisu",
        >= 0x250 and <= 0x2af => "phonetic",
        >= 0x10400 and <= 0x1044f => "Deseret",
        _ => null,
    });

    /// <summary>Whether it is not a script but a style of Latin letters, which no name is written in.</summary>
    public static bool IsStyle(string script) => script is Mathematical or FullWidth or Enclosed;

    /// <summary>Whether a letter looks like a Latin one.</summary>
    public static bool LooksLatin(Rune rune) => rune.Value == 'κ' || Skeleton.LooksLatin(rune);

    /// <summary>
    /// The script that a text with Latin letters uses besides, and only for letters that look Latin; null where there
    /// is none. An honest Russian or Greek name has letters of its own.
    /// </summary>
    public static string? AllLookAlike(string text) => HasStrangers(text) && Letters(text) is var letters && letters.Exists(l => l.Script == Latin) ? LookAlike(letters) : null;

    /// <summary>The one script of a text whose letters all look Latin and are not; null if there is none. It may be an honest word: what it resembles tells.</summary>
    public static string? Wholly(string text) => HasStrangers(text) && Letters(text) is { Count: >= FewestLetters } letters && letters.Select(l => l.Script).Distinct().Take(2).Count() == 1 ? LookAlike(letters) : null;

    /// <summary>Whether it may have letters that are not Latin. Each text of a changeset is looked at; most are plain ASCII.</summary>
    private static bool HasStrangers(string text) => !Ascii.IsValid(text);

    private static string? LookAlike(List<Letter> letters) =>
        letters.Where(l => l.Script != Latin && !IsStyle(l.Script)).GroupBy(l => l.Script).FirstOrDefault(script => script.All(l => LooksLatin(l.Rune)))?.Key;

    private static List<Letter> Letters(string text) =>
        [.. text.EnumerateRunes().SelectMany(rune => Of(rune) is { } script ? [new Letter(rune, script)] : Array.Empty<Letter>())];

    private static string? Styled(Rune rune) => rune.Value switch
    {
        >= 0x1d400 and <= 0x1d7ff => Mathematical,
        (>= 0xff10 and <= 0xff19) or (>= 0xff21 and <= 0xff3a) or (>= 0xff41 and <= 0xff5a) => FullWidth,
        (>= 0x24b6 and <= 0x24e9) or (>= 0x1f130 and <= 0x1f149) or (>= 0x1f150 and <= 0x1f169) or (>= 0x1f170 and <= 0x1f189) => Enclosed,
        _ => null,
    };

    private readonly record struct Letter(Rune Rune, string Script);
}
