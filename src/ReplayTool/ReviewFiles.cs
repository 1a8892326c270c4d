using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Replay;
using DolibarrAgent.Review;

namespace DolibarrAgent.ReplayTool;

/// <summary>Writes the review into the files that were asked for: each whole or not at all, and none over another unless that was asked for.</summary>
internal static class ReviewFiles
{
    public static async Task<Report> WriteAsync(Request.Review request, LoadedChangeset loaded, ReviewPage page, CancellationToken cancel)
    {
        var written = ImmutableArray.CreateBuilder<string>();
        var markdown = request.Markdown is null ? null : MarkdownReview.Of(page);
        if (markdown is MarkdownResult.TooLong { Characters: var characters, Limit: var limit })
        {
            return new Report.Stopped([new Problem(Codes.TooLong, request.Markdown!, string.Create(CultureInfo.InvariantCulture, $"The review has {characters} characters as Markdown; a comment takes {limit}. It is not cut: what is left out could be the one thing that matters."), "Write it as HTML with --html.")]);
        }
        foreach (var (path, content) in new[] { (request.Html, (Func<string>)(() => HtmlReview.Of(page, loaded))), (request.Markdown, () => markdown!.Text) })
        {
            if (path is null)
            {
                continue;
            }
            if (await WriteAsync(path, content(), request.Force, cancel) is { } problem)
            {
                return new Report.Stopped([problem]);
            }
            written.Add(path);
        }
        return new Report.Reviewed(loaded, page, written.ToImmutable());
    }

    private static async Task<Problem?> WriteAsync(string path, string content, bool force, CancellationToken cancel)
    {
        var next = "";
        try
        {
            var full = Path.GetFullPath(path);
            if (!Directory.Exists(Path.GetDirectoryName(full)))
            {
                return new Problem(Codes.NoOutputFolder, path, "There is no folder to write this file in.", "Make the folder, or name a file in one that is there.");
            }
            next = $"{full}.{Guid.NewGuid():N}.next";
            await File.WriteAllTextAsync(next, content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancel);
            // Without overwriting, a file that came to be in the meantime is refused too.
            File.Move(next, full, force);
            return null;
        }
        catch (IOException) when (!force && Path.Exists(path))
        {
            return new Problem(Codes.OutputExists, path, "A file of this name already exists, and was left as it is.", "Name another file, or replace it with --force.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new Problem(Codes.NotWritten, path, $"The file could not be written: {e.Message}");
        }
        finally
        {
            if (next.Length > 0)
            {
                File.Delete(next);
            }
        }
    }
}
