using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// Reads pages, here and now. A hostile file can end the process that it is read in: only a process that reads for another
/// calls this. Everybody else asks <see cref="PageReader"/>.
/// </summary>
public static class PageText
{
    /// <summary>The pages of a PDF by their text, and those without text, and pictures, as far as <paramref name="tools"/> recognise
    /// them.</summary>
    public static async Task<PagesRead> ReadAsync(ReadOnlyMemory<byte> bytes, PageLimits limits, RecognitionTools tools,
        CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(tools);
        return FileContent.Of(bytes.Span) switch
        {
            ContentKind.Pdf => await PdfAsync(bytes, limits, tools, cancel),
            ContentKind.Png or ContentKind.Jpeg or ContentKind.OtherPicture => await PictureAsync(bytes, limits, tools, cancel),
            _ => new PagesRead.Refused(PageRefusals.NotPages),
        };
    }

    private static async Task<PagesRead> PdfAsync(ReadOnlyMemory<byte> bytes, PageLimits limits, RecognitionTools tools,
        CancellationToken cancel)
    {
        var (drawn, refusal) = PdfPages.Read(bytes, limits, cancel);
        if (refusal is not null)
        {
            return new PagesRead.Refused(refusal);
        }
        var unread = drawn.Where(page => page.HasUnreadWords).Select(page => page.Page.Number).ToImmutableArray();
        var pages = drawn.Select(page => page.Page).ToImmutableArray();
        if (unread.IsEmpty)
        {
            return Shown(new PagesRead.Done(pages));
        }
        if (tools.Missing is { IsEmpty: false } missing)
        {
            return Shown(new PagesRead.Done(pages) { Unread = unread, Missing = PageRefusals.NoTools(missing) });
        }
        var recogniser = new Recogniser(tools);
        var failed = ImmutableArray.CreateBuilder<int>();
        foreach (var number in unread.Take(limits.RecognisedPages))
        {
            var page = await recogniser.PageAsync(bytes, pages[number - 1], cancel);
            if (page is null)
            {
                failed.Add(number);
            }
            else if (!page.Words.IsEmpty || pages[number - 1].Words.IsEmpty)
            {
                pages = pages.SetItem(number - 1, page);
            }
        }
        return Shown(unread.Length > limits.RecognisedPages
            ? new PagesRead.Done(pages)
            {
                Unread = [.. failed, .. unread.Skip(limits.RecognisedPages)],
                Missing = PageRefusals.TooManyPictures(unread.Length, limits.RecognisedPages)
            }
            : new PagesRead.Done(pages) { Unread = failed.ToImmutable(), Missing = failed.Count == 0 ? null : PageRefusals.NotRecognised });
    }

    private static async Task<PagesRead> PictureAsync(ReadOnlyMemory<byte> bytes, PageLimits limits, RecognitionTools tools,
        CancellationToken cancel)
    {
        if (tools.Missing is { IsEmpty: false } missing)
        {
            return new PagesRead.Refused(PageRefusals.NoTools(missing));
        }
        var pages = await new Recogniser(tools).PictureAsync(bytes, cancel);
        return pages.IsEmpty ? new PagesRead.Refused(PageRefusals.NotRecognised)
            : pages.Length > limits.RecognisedPages ? new PagesRead.Refused(PageRefusals.TooMany(pages.Length, limits.RecognisedPages))
            : Shown(new PagesRead.Done(pages));
    }

    /// <summary>Pages without a single word say nothing: then why is the answer.</summary>
    private static PagesRead Shown(PagesRead.Done done) =>
        done.Pages.All(page => page.Words.IsEmpty) ? new PagesRead.Refused(done.Missing ?? PageRefusals.NoWords) : done;
}
