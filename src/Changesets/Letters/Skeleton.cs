using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace DolibarrAgent.Changesets;

/// <summary>
/// What a text looks like, by Unicode's table of characters that are mistaken for each other (UTS #39). Two texts with one
/// skeleton look the same and may be different; nobody is taken for somebody else by it.
/// </summary>
public static class Skeleton
{
    private static readonly Lazy<FrozenDictionary<int, string>> Table = new(Read);

    /// <summary>Its skeleton: that of each character, in order. ASCII stays as it is, for a reader tells a 0 from an O.</summary>
    public static string Of(string text)
    {
        var skeleton = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            skeleton.Append(Of(rune));
        }
        return skeleton.ToString();
    }

    /// <summary>As Latin letters, so far as it looks like them: the skeleton without accents, without what nobody sees, and with letters of a special style as plain ones.</summary>
    public static string Latin(string text)
    {
        var latin = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(rune => !UnseenCharacters.Are(rune)))
        {
            // Unicode has "rn" stand for every m, so as to have them mistaken for each other.
            latin.Append(rune.IsAscii ? rune.ToString() : Plain(rune) is { } plain ? plain.ToString() : Of(rune) is var skeleton && skeleton == "rn" ? "m" : skeleton);
        }
        return string.Concat(PlainLetters.Of(latin.ToString()).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
    }

    /// <summary>The same for texts that a reader takes for one another though each has its own Latin letters: without case, and with 0, 1, i and rn as what they resemble.</summary>
    public static string Look(string text) =>
        Latin(text).ToLowerInvariant().Replace("rn", "m", StringComparison.Ordinal).Replace('0', 'o').Replace('1', 'l').Replace('i', 'l').Replace('|', 'l');

    /// <summary>Whether a character of another script looks like one or several Latin letters.</summary>
    public static bool LooksLatin(Rune rune) => !rune.IsAscii && Latin(rune.ToString()) is { Length: > 0 } latin && latin.All(char.IsAsciiLetter);

    private static string Of(Rune rune) => !rune.IsAscii && Table.Value.TryGetValue(rune.Value, out var skeleton) ? skeleton : rune.ToString();

    /// <summary>Full-width, circled and squared letters stand in rows of their own.</summary>
    private static char? Plain(Rune rune) => rune.Value switch
    {
        >= 0xff01 and <= 0xff5e => (char)(rune.Value - 0xff01 + '!'),
        >= 0x24b6 and <= 0x24cf => (char)(rune.Value - 0x24b6 + 'A'),
        >= 0x24d0 and <= 0x24e9 => (char)(rune.Value - 0x24d0 + 'a'),
        >= 0x1f130 and <= 0x1f149 => (char)(rune.Value - 0x1f130 + 'A'),
        >= 0x1f150 and <= 0x1f169 => (char)(rune.Value - 0x1f150 + 'A'),
        >= 0x1f170 and <= 0x1f189 => (char)(rune.Value - 0x1f170 + 'A'),
        _ => null,
    };

    private static FrozenDictionary<int, string> Read()
    {
        using var lines = new StreamReader(typeof(Skeleton).Assembly.GetManifestResourceStream("skeletons.txt")!, Encoding.UTF8);
        var table = new Dictionary<int, string>();
        while (lines.ReadLine() is { } line)
        {
            if (line is not ['#', ..])
            {
                var codes = line.Split(' ').Select(code => int.Parse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToList();
                table.Add(codes[0], string.Concat(codes.Skip(1).Select(char.ConvertFromUtf32)));
            }
        }
        return table.ToFrozenDictionary();
    }
}
