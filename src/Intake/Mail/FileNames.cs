using System.Globalization;
using System.Text;

namespace DolibarrAgent.Intake;

/// <summary>The one place where names from outside become names that can be used.</summary>
public static class FileNames
{
    /// <summary>The most characters that a clean name has.</summary>
    public const int Longest = 100;

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL",
        "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    /// <summary>
    /// A name that is a plain file name on every system: no folder, no control, invisible or bidirectional
    /// character, no character that a file system or a shell reads, not reserved, at most
    /// <see cref="Longest"/> characters with its extension kept. <c>file</c> where nothing is left. The
    /// original is for display only, after it has been made visible.
    /// </summary>
    public static string Clean(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var clean = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            if (IsPlain(rune))
            {
                clean.Append(rune.ToString());
            }
            else if (Rune.IsWhiteSpace(rune) && clean.Length > 0 && clean[^1] != ' ')
            {
                clean.Append(' ');
            }
            else if (!IsDropped(rune) && (clean.Length == 0 || clean[^1] != '_'))
            {
                clean.Append('_');
            }
        }

        var trimmed = Shorten(clean.ToString().Trim(' ', '.'));
        return trimmed.Length == 0 ? "file" : Reserved.Contains(trimmed.Split('.')[0].Trim()) ? "_" + trimmed : trimmed;
    }

    private static bool IsPlain(Rune rune) => Rune.IsLetterOrDigit(rune) || rune.Value is '.' or '-' or '_' or '(' or ')' or '+' or ','
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsDropped(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;

    private static string Shorten(string name)
    {
        if (name.Length <= Longest)
        {
            return name;
        }

        var extension = Path.GetExtension(name);
        extension = extension.Length <= 10 ? extension : "";
        var stem = name[..(Longest - extension.Length)];
        return (char.IsHighSurrogate(stem[^1]) ? stem[..^1] : stem).TrimEnd(' ', '.') + extension;
    }
}
