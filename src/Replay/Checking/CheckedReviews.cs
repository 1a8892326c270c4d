using DolibarrAgent.Changesets;
using DolibarrAgent.Readers;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;

namespace DolibarrAgent.Replay;

/// <summary>Makes reviews whose evidence was read again, by processes of their own. Asks no Dolibarr.</summary>
/// <param name="program">The file of <c>replay</c>, of which those processes are.</param>
/// <param name="variables">The environment's variables, by name; the processes get nothing of them but what finds the runtime.</param>
public sealed class CheckedReviews(string program, IReadOnlyDictionary<string, string?> variables) : IDisposable
{
    private readonly EvidenceReader reader = new(program, variables, new ReaderLimits());
    private readonly PageDrawer drawer = new(program, variables, new ReaderLimits());

    /// <summary>Reads evidence again, for sessions too.</summary>
    public IEvidenceReader Reader => reader;

    /// <summary>The review of a changeset.</summary>
    public async Task<ReviewPage> OfAsync(LoadedChangeset loaded, Language language, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        return ReviewPage.Checked(loaded.Changeset, language, await EvidenceChecks.OfAsync(loaded, reader, cancel)) with
        {
            Recorder = await RecorderCheck.OfAsync(loaded, variables, cancel),
        };
    }

    /// <summary>The same with the pages that something was read from, as far as they can be drawn.</summary>
    public async Task<ReviewPage> WithPicturesAsync(ReviewPage page, LoadedChangeset loaded, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(loaded);
        var pictures = PagePictures.None;
        foreach (var wanted in page.PagesReadFrom)
        {
            var file = loaded.Changeset.Evidence.First(evidence => evidence.Blob == wanted.File);
            pictures = pictures.With(wanted, await drawer.DrawAsync(loaded.BytesOf(file), wanted.Number, cancel));
        }
        return page with { Pictures = pictures };
    }

    public void Dispose()
    {
        reader.Dispose();
        drawer.Dispose();
    }
}
