using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// Reads pages, here and now. A hostile file can end the process that it is read in: only a process that reads for another
/// calls this. Everybody else asks <see cref="PageReader"/>.
/// </summary>
public static class PageText
{
    /// <summary>The pages of a PDF.</summary>
    public static PagesRead Read(ReadOnlyMemory<byte> bytes, PageLimits limits, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(limits);
        if (FileContent.Of(bytes.Span) != ContentKind.Pdf)
        {
            return new PagesRead.Refused(PageRefusals.NotPages);
        }
        var (pages, refusal) = PdfPages.Read(bytes, limits, cancel);
        return refusal is null ? new PagesRead.Done([.. pages.Select(page => page.Page)]) : new PagesRead.Refused(refusal);
    }
}
