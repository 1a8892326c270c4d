using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// The door: any file in, what it says out. Decides by content, never by name. Writes nothing, opens no
/// connection, and turns whatever is wrong with the file into an outcome; only cancellation throws.
/// </summary>
public static class DocumentReader
{
    /// <summary>Reads one file: <c>.eml</c>, PDF, XML, an archive or a signed file of these, or one of these under another name.</summary>
    public static Reading Read(string name, ReadOnlyMemory<byte> bytes, ReadLimits limits, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(limits);
        cancel.ThrowIfCancellationRequested();
        var kind = FileContent.Of(bytes.Span);
        var file = SourceFile.From(name, ContentTypes.Of(kind), bytes);
        if (bytes.Length > limits.FileBytes)
        {
            return Alone(file, new DocumentOutcome.Rejected(Refusals.FileTooLarge(bytes.Length, limits.FileBytes)));
        }

        var collector = new FileCollector(limits, cancel);
        if (ContainerReader.IsContainer(kind))
        {
            return OfContainer(file, collector);
        }

        if (kind is not (ContentKind.Other or ContentKind.Tnef))
        {
            return Alone(file, Outcome(file, limits));
        }

        if (kind is ContentKind.Other && !HeaderLengths.AreShort(bytes.Span))
        {
            return Alone(file, HeaderLengths.BeginLikeMail(bytes.Span) ? new DocumentOutcome.Rejected(Refusals.MailHeadersTooLong) : Outcome(file, limits));
        }

        return MailReader.Read(file, collector) is { } mail
            ? Of(file with { ContentType = "message/rfc822" }, "mail", mail, collector) with { Mail = mail }
            : Alone(file, Outcome(file, limits));
    }

    /// <summary>What one file says that is neither a mail nor a container.</summary>
    internal static DocumentOutcome Outcome(SourceFile file, ReadLimits limits)
    {
        var kind = FileContent.Of(file.Bytes.Span);
        var outcome = kind switch
        {
            _ when ContentRefusals.TwoThings(file) is { } twice => new DocumentOutcome.Rejected(twice),
            ContentKind.Pdf => InvoicePdf.Read(file.CleanName, file.Bytes, limits),
            ContentKind.Xml => InvoiceXml.Read(file.CleanName, file.Bytes, limits),
            ContentKind.Ole => new DocumentOutcome.NoStructuredData(OleContent.Of(file)),
            _ => OtherContent.Of(file),
        };
        return outcome is DocumentOutcome.Parsed parsed ? Named(EmbeddedFiles.Held(parsed, file, limits), file, kind) : outcome;
    }

    private static DocumentOutcome.Parsed Named(DocumentOutcome.Parsed parsed, SourceFile file, ContentKind kind) => NameClaims.Otherwise(file.CleanName, kind) is { } claimed
        ? parsed with
        {
            Warnings = [.. parsed.Warnings, new IntakeWarning("name-claims-other", $"The file '{file.CleanName}' is {ContentWords.Of(kind)}, and its name says that it is {ContentWords.Of(claimed)}: whoever opens it by its name may see nothing.")],
        }
        : parsed;

    private static Reading Alone(SourceFile file, DocumentOutcome outcome) => new()
    {
        File = file,
        Documents = [new(file, outcome)],
        Invoices = InvoiceGroups.Of([new(file, outcome)]),
        Outcome = outcome,
    };

    private static Reading OfContainer(SourceFile file, FileCollector collector)
    {
        var content = new MailContent(null);
        collector.Take(file, content, 0);
        var found = content.ToFacts(null, collector.Limits.MailTextCharacters);
        var isArchive = ContainerReader.IsArchive(FileContent.Of(file.Bytes.Span));
        return content.IsMail
            ? Of(file with { ContentType = "message/rfc822" }, "mail", found, collector) with { Mail = found }
            : Of(file, isArchive ? "archive" : "file", found, collector);
    }

    private static Reading Of(SourceFile file, string what, MailFacts found, FileCollector collector)
    {
        var read = ImmutableArray.CreateBuilder<ReadDocument>();
        foreach (var one in found.AllFiles())
        {
            collector.Cancellation.ThrowIfCancellationRequested();
            read.Add(new(one, collector.OutcomeOf(one) ?? Outcome(one, collector.Limits)));
        }

        var documents = read.ToImmutable();
        ImmutableArray<IntakeWarning> around = [.. BesideInvoices.Around(found)];
        ImmutableArray<ReadInvoice> invoices =
        [
            .. InvoiceGroups.Of(documents).Select(invoice => BesideInvoices.WithUnread(invoice.With(around), documents)),
        ];
        return new()
        {
            File = file,
            Documents = documents,
            Container = new(what, found),
            Invoices = invoices,
            Outcome = invoices is [var first, ..] ? new DocumentOutcome.Parsed(first.Facts, first.Warnings) { Embedded = first.Embedded }
                : documents is [var only] && only.File == file ? only.Outcome
                : ReadingOutcome.WithoutInvoice(what, documents, BesideInvoices.Warnings(found)),
        };
    }
}
