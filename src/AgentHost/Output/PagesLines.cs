using System.Globalization;
using DolibarrAgent.Intake;

namespace DolibarrAgent.AgentHost;

/// <summary>Pages as lines for a person: a heading for each page, then its rows.</summary>
internal static class PagesLines
{
    /// <summary>Characters of one document; nobody reads more on a terminal.</summary>
    private const int Most = 500_000;

    private const string Gap = "   ";
    private const string Recognised = ", recognised in a picture";

    public static IEnumerable<string> Of(string file, PagesRead.Done read)
    {
        var left = Most;
        foreach (var page in read.Pages)
        {
            yield return Heading(file, page, read);
            foreach (var row in PageRows.Of(page))
            {
                // The gaps between columns are ours.
                var line = string.Join(Gap, row.Text.Split(Gap).Select(Shown.Line));
                if ((left -= line.Length) < 0)
                {
                    yield return string.Create(CultureInfo.InvariantCulture,
                        $"-- cut after {Most} characters; `--json` gives all of it --");
                    yield break;
                }
                var doubtful = string.Join(' ', row.Words.Where(word => word.IsDoubtful).Select(word => word.Text));
                yield return doubtful.Length == 0 ? line : $"{line}{Gap}[doubtful: {Shown.Line(doubtful)}]";
            }
        }
        if (read.Missing is { } missing)
        {
            yield return $"-- not read: page {string.Join(", ", read.Unread)}. {missing.Message} {missing.Remedy} --";
        }
    }

    private static string Heading(string file, Page page, PagesRead.Done read) => string.Create(
        CultureInfo.InvariantCulture,
        $"-- {Shown.Line(file)}, page {page.Number} of {read.Pages.Length}{(page.Source == PageTextSource.Recognised ? Recognised : "")} --");
}
