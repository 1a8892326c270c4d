using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>The pages of a file of a document that a session was given.</summary>
/// <param name="Handle"><c>file1</c>.</param>
public sealed record FilePages(string Handle, SourceFile File, PagesRead.Done Read);

/// <summary>What can be read on the pages of the files of a session.</summary>
/// <param name="Texts">A text for each page; only words that a person plainly sees.</param>
/// <param name="Unread">The names of files whose pages could not be read, or not all of them.</param>
internal sealed record PageWords(ImmutableArray<string> Texts, ImmutableArray<string> Unread)
{
    /// <summary>The pages with all of their words, those too that a person hardly sees or that may be misread.</summary>
    public ImmutableArray<Page> Pages { get; init; } = [];
}

/// <summary>Reads the pages of files, each file once, in a process of its own.</summary>
internal sealed class PagesOfFiles(IPageReader? reader)
{
    private static readonly PagesRead NobodyReads = new PagesRead.Refused(new Refusal(Codes.PagesNotRead, "Pages are not read here.",
        "Tell the person: the file is read by them."));

    private readonly Dictionary<string, PagesRead> known = new(StringComparer.Ordinal);

    /// <summary>Whether anybody reads them.</summary>
    public bool AreRead => reader is not null;

    /// <summary>Those of one file.</summary>
    public async Task<PagesRead> OfAsync(SourceFile file, CancellationToken cancel)
    {
        if (reader is null)
        {
            return NobodyReads;
        }
        var digest = file.Digest();
        if (!known.TryGetValue(digest, out var read))
        {
            known[digest] = read = await reader.ReadAsync(file.Bytes, cancel);
        }
        return read;
    }

    /// <summary>
    /// Those of every PDF that is no structured invoice, and of the pictures that a model has read: most pictures in a mail
    /// are logos, and recognising their words takes seconds.
    /// </summary>
    public async Task<PageWords> WordsAsync(ImmutableArray<GivenDocument> documents, CancellationToken cancel)
    {
        var (texts, unread) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>());
        var pages = ImmutableArray.CreateBuilder<Page>();
        foreach (var (_, file) in documents.SelectMany(given => given.Files.Where(one => one.File.HasPages && !IsInvoice(given, one.File))))
        {
            if (!file.IsPdf && !known.ContainsKey(file.Digest()))
            {
                continue;
            }
            var read = await OfAsync(file, cancel);
            if (read is PagesRead.Done done)
            {
                pages.AddRange(done.Pages);
                texts.AddRange(done.Pages.Select(TextOf).Where(text => text.Length > 0));
            }
            if (read is not PagesRead.Done { Missing: null })
            {
                unread.Add(file.CleanName);
            }
        }
        return new(texts.ToImmutable(), unread.ToImmutable()) { Pages = pages.ToImmutable() };
    }

    /// <summary>The next document has nothing to do with those before it.</summary>
    public void Clear() => known.Clear();

    private static bool IsInvoice(GivenDocument given, SourceFile file) =>
        given.Reading.Documents.Any(document => document.Outcome is DocumentOutcome.Parsed { Facts.Syntax: not InvoiceSyntax.Printed }
            && document.File.HasBytesOf(file));

    private static string TextOf(Page page) =>
        string.Join('\n', PageRows.Of(page with { Words = [.. page.Words.Where(word => !word.IsDoubtful)] }).Select(row => row.Text));
}
