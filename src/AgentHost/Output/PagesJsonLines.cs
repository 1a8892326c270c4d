using DolibarrAgent.Intake;

namespace DolibarrAgent.AgentHost;

/// <summary>Pages as JSON: a line for each page, with its rows.</summary>
internal static class PagesJsonLines
{
    public static IEnumerable<string> Of(string file, PagesRead.Done read) => read.Pages.Select(page => Json.Line(writer =>
    {
        writer.WriteString("file", file);
        writer.WriteString("outcome", "text");
        writer.WriteNumber("page", page.Number);
        writer.WriteNumber("pages", read.Pages.Length);
        writer.WriteNumber("width", page.Width);
        writer.WriteNumber("height", page.Height);
        writer.WriteBoolean("recognised", page.Source == PageTextSource.Recognised);
        if (read.Missing is { } missing && read.Unread.Contains(page.Number))
        {
            writer.WriteString("unread", missing.Code.Text);
        }
        writer.WriteStartArray("rows");
        foreach (var row in PageRows.Of(page))
        {
            writer.WriteStartObject();
            writer.WriteString("text", row.Text);
            if (row.Words.Where(word => word.IsDoubtful).Select(word => word.Text).ToList() is { Count: > 0 } doubtful)
            {
                writer.WriteString("doubtful", string.Join(' ', doubtful));
            }
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }));
}
