using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>
/// The door: any file in, what it says out. Decides by content, never by name. Writes nothing, opens no
/// connection, and turns whatever is wrong with the file into an outcome; only cancellation throws.
/// </summary>
public static class DocumentReader
{
    /// <summary>Reads one file: <c>.eml</c>, PDF, XML, or one of these under another name.</summary>
    public static Reading Read(string name, ReadOnlyMemory<byte> bytes, ReadLimits limits, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(limits);
        cancellation.ThrowIfCancellationRequested();
        var kind = ContentSniffer.Of(bytes.Span);
        var file = SourceFile.From(name, ContentTypes.Of(kind), bytes);
        if (bytes.Length > limits.FileBytes)
        {
            return Alone(file, new DocumentOutcome.Rejected(Refusals.FileTooLarge(bytes.Length, limits.FileBytes)));
        }

        if (kind is ContentKind.Other && !HeaderLengths.AreShort(bytes.Span))
        {
            return Alone(file, new DocumentOutcome.Rejected(Refusals.MailHeadersTooLong));
        }

        if (kind is ContentKind.Other or ContentKind.Tnef && MailReader.Read(file, limits, cancellation) is { } mail)
        {
            return OfMail(file, mail, limits, cancellation);
        }

        return Alone(file, Outcome(file, limits));
    }

    /// <summary>What one file that is no mail says.</summary>
    internal static DocumentOutcome Outcome(SourceFile file, ReadLimits limits) => ContentSniffer.Of(file.Bytes.Span) switch
    {
        ContentKind.Pdf => InvoicePdf.Read(file.CleanName, file.Bytes, limits),
        ContentKind.Xml => InvoiceXml.Read(file.CleanName, file.Bytes, limits),
        ContentKind.Zip => new DocumentOutcome.NoStructuredData(Refusals.Archive),
        ContentKind.OutlookMessage => new DocumentOutcome.NoStructuredData(Refusals.OutlookMessage),
        _ => file.Bytes.IsEmpty
            ? new DocumentOutcome.Rejected(Refusals.Empty)
            : new DocumentOutcome.NotAnInvoice(Refusals.UnknownContent),
    };

    private static Reading Alone(SourceFile file, DocumentOutcome outcome) => new()
    {
        File = file,
        Documents = [new(file, outcome)],
        Invoices = outcome is DocumentOutcome.Parsed parsed ? [new(parsed.Facts, [file], parsed.Warnings)] : [],
        Outcome = outcome,
    };

    private static Reading OfMail(SourceFile file, MailFacts mail, ReadLimits limits, CancellationToken cancellation)
    {
        var read = new List<ReadDocument>();
        foreach (var attached in mail.AllFiles())
        {
            cancellation.ThrowIfCancellationRequested();
            read.Add(new(attached, Outcome(attached, limits)));
        }

        ImmutableArray<ReadDocument> documents = [.. read];
        ImmutableArray<IntakeWarning> beside = [.. BesideInvoices.Of(mail, documents)];
        ImmutableArray<ReadInvoice> invoices = [.. InvoiceGroups.Of(documents).Select(invoice => invoice with { Warnings = [.. invoice.Warnings, .. beside] })];
        return new()
        {
            File = file with { ContentType = "message/rfc822" },
            Mail = mail,
            Documents = documents,
            Invoices = invoices,
            Outcome = MailOutcome.Of(documents, invoices),
        };
    }
}
