using System.Collections.Immutable;
using DolibarrAgent.Intake;

namespace DolibarrAgent.ReplayTool;

/// <summary>
/// Reads the pages of files, and remembers the last few: a document is read in its mail and by itself, and recognising its
/// words takes seconds.
/// </summary>
/// <param name="read">Reads the pages of one file.</param>
internal sealed class RememberedPages(Func<SourceFile, CancellationToken, Task<PagesRead>> read)
{
    private const int Most = 16;

    private readonly List<Remembered> remembered = [];

    /// <summary>Those of one file.</summary>
    public async Task<PagesRead> OfAsync(SourceFile file, CancellationToken cancel)
    {
        if (remembered.Find(one => one.File.HasBytesOf(file)) is { } known)
        {
            return known.Read;
        }
        var pages = await read(file, cancel);
        remembered.Add(new(file, pages));
        remembered.RemoveRange(0, Math.Max(0, remembered.Count - Most));
        return pages;
    }

    /// <summary>The pages that were read of a file; none where they were not.</summary>
    public ImmutableArray<Page> Known(SourceFile file) =>
        remembered.Find(one => one.File.HasBytesOf(file)) is { Read: PagesRead.Done done } ? done.Pages : [];

    /// <summary>Why pages of a file were not read, with what to do; null where all were, or nobody asked for them.</summary>
    public string? WhyUnread(SourceFile file) => remembered.Find(one => one.File.HasBytesOf(file))?.Read switch
    {
        PagesRead.Refused { Reason: var reason } => $"{reason.Message} {reason.Remedy}",
        PagesRead.Done { Missing: { } reason } => $"{reason.Message} {reason.Remedy}",
        _ => null,
    };

    private sealed record Remembered(SourceFile File, PagesRead Read);
}
