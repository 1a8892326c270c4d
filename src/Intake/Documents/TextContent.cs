using System.Text;

namespace DolibarrAgent.Intake;

/// <summary>What a text is, by how it begins.</summary>
internal static class TextContent
{
    private const int Looked = 4096;

    /// <summary>Null where it is not text.</summary>
    public static Refusal? Of(SourceFile file)
    {
        var start = file.Bytes.Span[..Math.Min(file.Bytes.Length, Looked)];
        var text = (Wide(start) ?? Encoding.Latin1.GetString(start)).TrimStart('\u00EF', '\u00BB', '\u00BF', '\uFEFF', ' ', '\t', '\r', '\n');
        return IsText(text) ? Kind(text, file) : null;
    }

    private static string? Wide(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode.GetString(start)
        : start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode.GetString(start)
        : null;

    private static bool IsText(string text) =>
        text.Length > 0 && !text.AsSpan().ContainsAnyInRange('\u0000', '\u0008') && !text.AsSpan().ContainsAnyInRange('\u000E', '\u001A');

    private static Refusal Kind(string text, SourceFile file) => text switch
    {
        _ when Begins(text, "-----BEGIN PGP MESSAGE") => ContainerRefusals.Sealed(file),
        _ when Begins(text, "-----BEGIN PGP SIGNATURE") => ContentRefusals.Signature,
        _ when Begins(text, "-----BEGIN PGP PUBLIC KEY") || Begins(text, "-----BEGIN CERTIFICATE") => ContentRefusals.Key,
        _ when Begins(text, "BEGIN:VCALENDAR") => ContentRefusals.Calendar,
        _ when Begins(text, "BEGIN:VCARD") => ContentRefusals.BusinessCard,
        _ when Begins(text, "UNA:") || Begins(text, "UNA") && text.Contains("UNB", StringComparison.Ordinal) || Begins(text, "UNB+") => ContentRefusals.Edifact,
        _ when Begins(text, "ISA") && text.Length > 106 && text[3] == text[6] => ContentRefusals.X12,
        _ when Begins(text, "EDI_DC40") => ContentRefusals.Idoc,
        _ when Begins(text, "JournalCode") => ContentRefusals.AccountingEntries,
        _ when IsJson(text) => ContentRefusals.Json,
        _ when file.CleanName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || IsTable(text) => ContentRefusals.Table,
        _ => ContentRefusals.PlainText,
    };

    private static bool Begins(string text, string with) => text.StartsWith(with, StringComparison.Ordinal);

    private static bool IsJson(string text) =>
        (text[0] == '{' && text.AsSpan(1).TrimStart() is ['"' or '}', ..])
        || (text[0] == '[' && text.AsSpan(1).TrimStart() is ['{' or '[' or '"' or ']', ..]);

    // The same number of columns in the first lines, whatever parts them. A letter has commas too, but not so.
    private static bool IsTable(string text)
    {
        var lines = text.Split('\n').SkipLast(text.Length == Looked ? 1 : 0).Where(line => !string.IsNullOrWhiteSpace(line)).Take(5).ToList();
        return lines.Count > 1 && Array.Exists([';', '\t', ','], part =>
            lines[0].Count(c => c == part) is > 1 and var columns && lines.TrueForAll(line => line.Count(c => c == part) == columns && !line.Contains($"{part} ", StringComparison.Ordinal)));
    }
}
