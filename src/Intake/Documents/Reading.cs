using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>What came of reading one file: a mail with the documents in it, or a document by itself.</summary>
public sealed record Reading
{
    /// <summary>The file that was given.</summary>
    public required SourceFile File { get; init; }

    /// <summary>Where the file is a mail.</summary>
    public MailFacts? Mail { get; init; }

    /// <summary>Every document that was looked at, in order: the file itself, or the files of the mail, each container before what was taken out of it.</summary>
    public ImmutableArray<ReadDocument> Documents { get; init; } = [];

    /// <summary>Where the file is a mail, an archive or a signed file: what was found in it.</summary>
    internal ReadContainer? Container { get; init; }

    /// <summary>The invoices, each once: a mail with the PDF and the XML of one invoice has one with two files.</summary>
    public ImmutableArray<ReadInvoice> Invoices { get; init; } = [];

    /// <summary>What the reading as a whole came to: the first invoice's, else the refusal that says most.</summary>
    public required DocumentOutcome Outcome { get; init; }
}

/// <summary>A mail, an archive or a signed file.</summary>
/// <param name="What"><c>mail</c>, <c>archive</c> or <c>file</c>.</param>
/// <param name="Found">What stands in it besides its documents.</param>
internal sealed record ReadContainer(string What, MailFacts Found);

/// <summary>A document and what came of it.</summary>
public sealed record ReadDocument(SourceFile File, DocumentOutcome Outcome);

/// <summary>
/// An invoice, the files that carry it (the one its facts are from first), and what looked wrong while it was
/// read. Facts of the others that differ are warnings with the code <c>documents-disagree</c>.
/// </summary>
public sealed record ReadInvoice(InvoiceFacts Facts, ImmutableArray<SourceFile> Files, ImmutableArray<IntakeWarning> Warnings)
{
    /// <summary>The files that stand inside its XML: the readable PDF, time sheets. Whatever their kind, except what acts when it is opened.</summary>
    public ImmutableArray<SourceFile> Embedded { get; init; } = [];

    /// <summary>The same with further warnings.</summary>
    internal ReadInvoice With(IEnumerable<IntakeWarning> warnings) => this with { Warnings = [.. Warnings, .. warnings] };

    /// <summary>All that belongs to the entered invoice, each once: first what a person reads (PDFs, those inside the XML too), then the XML, then what else stands in it.</summary>
    public ImmutableArray<SourceFile> Attachments =>
        [.. Files.Concat(Embedded.Where(file => file.IsPdf)).OrderByDescending(file => file.IsPdf).Concat(Embedded.Where(file => !file.IsPdf)).DistinctByBytes(file => file)];
}
