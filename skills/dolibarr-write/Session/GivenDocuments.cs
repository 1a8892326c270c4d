using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>A document that this session was given, read.</summary>
/// <param name="Handle"><c>doc1</c>.</param>
/// <param name="Files">Its files by handle: <c>file1</c>. A document that is not a mail is its own file; what an archive holds is there too.</param>
/// <param name="Invoices">The structured invoices in it by handle: <c>invoice1</c>.</param>
public sealed record GivenDocument(string Handle, Reading Reading, ImmutableArray<GivenFile> Files, ImmutableArray<GivenInvoice> Invoices);

/// <summary>A file of a document.</summary>
/// <param name="Handle"><c>file1</c>.</param>
public sealed record GivenFile(string Handle, SourceFile File);

/// <summary>A structured invoice of a document.</summary>
/// <param name="Handle"><c>invoice1</c>.</param>
public sealed record GivenInvoice(string Handle, ReadInvoice Invoice);

/// <summary>A file that was asked for by its handle, with the document that it is of.</summary>
internal sealed record FoundFile(GivenDocument Document, SourceFile File);

/// <summary>An invoice likewise.</summary>
internal sealed record FoundInvoice(GivenDocument Document, ReadInvoice Invoice);

/// <summary>The documents of a session. The model names them by handle; it can name no file of this machine.</summary>
internal sealed class GivenDocuments
{
    private ImmutableArray<GivenDocument> documents = [];

    public ImmutableArray<GivenDocument> All => documents;

    public GivenDocument Add(Reading reading)
    {
        var files = (reading.Mail is { } mail ? mail.AllFiles() : [reading.File]).Concat(reading.Documents.Select(d => d.File))
            .Aggregate(new List<SourceFile>(), (once, file) => once.Exists(file.HasBytesOf) ? once : [.. once, file]);
        var (firstFile, firstInvoice) = (documents.Sum(d => d.Files.Length) + 1, documents.Sum(d => d.Invoices.Length) + 1);
        var document = new GivenDocument(
            Named("doc", documents.Length + 1),
            reading,
            [.. files.Select((file, i) => new GivenFile(Named("file", firstFile + i), file))],
            [.. reading.Invoices.Select((invoice, i) => new GivenInvoice(Named("invoice", firstInvoice + i), invoice))]);
        documents = documents.Add(document);
        return document;
    }

    public void Clear() => documents = [];

    /// <summary>The document of a handle; the only one, where none is named.</summary>
    public Result<GivenDocument> Document(string? handle) => handle is null && documents is [var only]
        ? Result.Ok(only)
        : Find(documents.Where(d => d.Handle == handle).Select(d => d), "document", documents.Select(d => d.Handle));

    public Result<FoundFile> File(string handle) => Find(
        documents.SelectMany(d => d.Files.Where(f => f.Handle == handle).Select(f => new FoundFile(d, f.File))), "file", documents.SelectMany(d => d.Files).Select(f => f.Handle));

    public Result<FoundInvoice> Invoice(string handle) => Find(
        documents.SelectMany(d => d.Invoices.Where(i => i.Handle == handle).Select(i => new FoundInvoice(d, i.Invoice))), "invoice", documents.SelectMany(d => d.Invoices).Select(i => i.Handle));

    private static Result<T> Find<T>(IEnumerable<T> found, string kind, IEnumerable<string> known)
    {
        foreach (var one in found)
        {
            return Result.Ok(one);
        }
        var handles = string.Join(", ", known);
        return Result.Refused<T>(new Problem(Codes.UnknownHandle, kind, $"This session has no such {kind}.", handles.Length == 0 ? $"There is no {kind} to name." : $"Use one of: {handles}."));
    }

    private static string Named(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}{number}");
}
