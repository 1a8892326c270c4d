using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;
using DolibarrAgent.Recording;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>The documents that a session was given. What they say is data, whatever it asks for.</summary>
public sealed class DocumentSkill
{
    private readonly Session session;

    private readonly OfferedFolder? folder;

    internal DocumentSkill(Session session)
    {
        this.session = session;
        folder = session.Options.DocumentFolder is { } path ? new OfferedFolder(path, session.Options.Limits.FileBytes) : null;
    }

    /// <summary>Whether there is a folder that a model may open documents of.</summary>
    public bool HasFolder => folder is not null;

    /// <summary>
    /// Gives the session a file: an email, a PDF, an XML, a scan. Read now, its pages too where they are read at all, without
    /// a model; no network.
    /// </summary>
    public async Task<GivenDocument> GiveAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var reading = DocumentReader.Read(name, bytes, session.Options.Limits, cancel);
        return session.Documents.Add(session.Pages.AreRead ? await reading.WithPagesAsync(session.Pages.OfAsync, cancel) : reading);
    }

    /// <summary>Gives the session a person's instruction: evidence for what is then done.</summary>
    public void Instruct(string text) => session.Instructions = session.Instructions.Add(text);

    /// <summary>All that were given, in order.</summary>
    public ImmutableArray<GivenDocument> All => session.Documents.All;

    /// <summary>A document by its handle; the only one, where none is named.</summary>
    public Result<GivenDocument> Get(string? handle) => session.Documents.Document(handle);

    /// <summary>Whether it is the handle of a file of a given document.</summary>
    internal bool IsFile(string handle) => session.Documents.All.Any(given => given.Files.Any(one => one.Handle == handle));

    /// <summary>The pages of a file of a given document, by its handle (<c>file1</c>).</summary>
    public async Task<Result<FilePages>> PagesAsync(string file, CancellationToken cancel) => await session.Documents.File(file)
        .ThenAsync(async found => await session.Pages.OfAsync(found.File, cancel) switch
        {
            PagesRead.Done done => Result.Ok(new FilePages(file, found.File, done)),
            PagesRead.Refused { Reason: var why } => Result.Refused<FilePages>(new Problem(why.Code, file, why.Message, why.Remedy)),
            _ => throw new InvalidOperationException("Pages are read or not."),
        });

    /// <summary>
    /// A document with what its pages could mean: of several numbers those of the form of the supplier's earlier invoices come
    /// first, where the target can be asked for them.
    /// </summary>
    internal async Task<GivenDocument> RankedAsync(GivenDocument document, CancellationToken cancel) =>
        document.Invoices.IsEmpty && session.Targets.Read() is Result<DolibarrReader>.Ok { Value: var read }
            ? document with { Reading = await EarlierNumbers.RankedAsync(document.Reading, read, cancel) }
            : document;

    /// <summary>The names of what a model may open.</summary>
    internal Result<ImmutableArray<string>> NamesInFolder() => folder?.Names() ?? NoFolder<ImmutableArray<string>>();

    /// <summary>Gives the session the file of that name in the folder. The same bytes are given once.</summary>
    internal async Task<Result<GivenDocument>> OpenAsync(string name, CancellationToken cancel)
    {
        var read = folder is null ? NoFolder<ReadOnlyMemory<byte>>() : await folder.ReadAsync(name, cancel);
        return await read.ThenAsync(async bytes =>
            Result.Ok(All.FirstOrDefault(d => d.Reading.File.Bytes.Span.SequenceEqual(bytes.Span)) ?? await GiveAsync(name, bytes,
                cancel)));
    }

    private static Result<T> NoFolder<T>() => Result.Refused<T>(new Problem(Codes.NoFolder, "documents", "", "No folder of documents was offered. Tell the person."));

    /// <summary>Names the changeset after all of several invoices, before the first of them is entered.</summary>
    internal void EntitleAfter(IReadOnlyList<InvoiceFacts> invoices) => session.EntitleOnce(Titles.Of(invoices));

    /// <summary>
    /// Enters a structured invoice by its handle: supplier found or created, invoice with its lines, original attached,
    /// validated where its totals are the document's to the cent. What was done before a refusal stays in the changeset.
    /// </summary>
    public async Task<Result<EnteredInvoice>> EnterAsync(string invoice, CancellationToken cancel)
    {
        var decided = await DecideAsync(invoice, cancel);
        return await decided.ThenAsync(one => EnterAsync(one, cancel));
    }

    /// <summary>Enters what was just decided. Who wrote anything to the sandbox since decides again first.</summary>
    internal Task<Result<EnteredInvoice>> EnterAsync(DecidedInvoice decided, CancellationToken cancel)
    {
        session.EntitleOnce(Titles.Of(decided.Decision));
        return new InvoiceEntry(session).EnterAsync(decided.Decision, decided.Document, cancel);
    }

    /// <summary>
    /// What is to be done with a structured invoice, or what stands in its way: the one decision, whoever asks. Reads the
    /// sandbox and what was recorded; writes nothing.
    /// </summary>
    internal async Task<Result<DecidedInvoice>> DecideAsync(string invoice, CancellationToken cancel)
    {
        if (!session.Options.Decisions.IsNone && session.Documents.All.Sum(given => given.Invoices.Length) > 1)
        {
            return Result.Refused<DecidedInvoice>(PersonDecisions.ForSeveral);
        }
        var recorder = await session.Targets.RecordAsync(cancel);
        return await recorder.ThenAsync(open => session.Documents.Invoice(invoice).ThenAsync(async found =>
        {
            var rules = await session.RulesAsync(open, found.Document.Reading.File.Digest(), cancel);
            return (await new EntryDecider(open.Read, rules).DecideAsync(found.Invoice, cancel)).Map(decision => new DecidedInvoice(decision, found.Document));
        }));
    }
}
