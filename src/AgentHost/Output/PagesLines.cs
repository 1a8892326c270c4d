using System.Globalization;
using DolibarrAgent.Intake;

namespace DolibarrAgent.AgentHost;

/// <summary>Pages as lines for a person: a heading for each page, then its rows.</summary>
internal static class PagesLines
{
    /// <summary>Characters of one document; nobody reads more on a terminal.</summary>
    private const int Most = 500_000;

    public static IEnumerable<string> Of(string file, PagesRead.Done read)
    {
        var left = Most;
        foreach (var page in read.Pages)
        {
            yield return Heading(file, page, read);
            foreach (var row in PageRows.Of(page))
            {
                var line = Shown.Line(row.Text);
                if ((left -= line.Length) < 0)
                {
                    yield return string.Create(CultureInfo.InvariantCulture, $"-- cut after {Most} characters; `--json` gives all of it --");
                    yield break;
                }
                yield return row.Words.Any(word => word.IsDoubtful)
                    ? $"{line}   [doubtful: {Shown.Line(string.Join(' ', row.Words.Where(word => word.IsDoubtful).Select(word => word.Text)))}]"
                    : line;
            }
        }
        if (read.Missing is { } missing)
        {
            yield return $"-- not read: page {string.Join(", ", read.Unread)}. {missing.Message} {missing.Remedy} --";
        }
    }

    private static string Heading(string file, Page page, PagesRead.Done read) => string.Create(
        CultureInfo.InvariantCulture,
        $"-- {Shown.Line(file)}, page {page.Number} of {read.Pages.Length}{(page.Source == PageTextSource.Recognised ? ", recognised in a picture" : "")} --");
}
