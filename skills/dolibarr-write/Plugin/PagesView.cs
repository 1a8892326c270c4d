using System.Globalization;
using System.Text;
using System.Text.Json;
using DolibarrAgent.Intake;
using DolibarrAgent.Review;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>The pages of a file as a model sees them: rows as they stand, columns kept apart, what is doubtful marked.</summary>
internal static class PagesView
{
    private const int TextAtOnce = 3000;

    public static void Write(Utf8JsonWriter writer, FilePages file, int from)
    {
        var text = TextOf(file.Read);
        var start = Math.Min(from, text.Length);
        var end = DataText.Before(text, Math.Min(start + TextAtOnce, text.Length));
        writer.WriteString("note", ToolJson.Note);
        writer.WriteString("document", file.Handle);
        writer.WriteNumber("pages", file.Read.Pages.Length);
        if (file.Read.Pages.Any(page => page.Source == PageTextSource.Recognised))
        {
            writer.WriteString("recognised", "read in a picture: compare digits and names before you use them");
        }
        if (file.Read.Missing is { } missing)
        {
            writer.WriteString("unread_pages", $"{string.Join(", ", file.Read.Unread)}: {missing.Message}");
        }
        if (end < text.Length)
        {
            writer.WriteNumber("read_on_from_character", end);
        }
        writer.WriteStartObject("data");
        writer.WriteString("from", DataFrom.Pages);
        writer.WriteString("text", text[start..end]);
        writer.WriteEndObject();
    }

    private static string TextOf(PagesRead.Done read)
    {
        var text = new StringBuilder();
        foreach (var page in read.Pages)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Visible.Word($"page {page.Number}")}\n");
            foreach (var row in PageRows.Of(page))
            {
                text.Append(DataText.Of(row.Text));
                if (row.Words.Where(word => word.IsDoubtful).Select(word => word.Text).ToList() is { Count: > 0 } doubtful)
                {
                    text.Append(' ').Append(Visible.Word($"doubtful: {string.Join(' ', doubtful)}"));
                }
                text.Append('\n');
            }
        }
        return text.ToString();
    }
}
