using System.Buffers.Binary;
using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// The pages of the documents of a reading: what they prove where there is no XML, and against the XML where there is one.
/// </summary>
public static class PrintedDocuments
{
    // Most pictures in a mail are logos, and recognising the words of one takes seconds.
    private const int BytesOfScan = 60_000;

    // A page at 72 dots an inch.
    private const int DotsOfScan = 500_000;

    /// <summary>The reading with what its pages say.</summary>
    /// <param name="reading">What was read without them.</param>
    /// <param name="read">Reads the pages of one file.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<Reading> WithPagesAsync(
        this Reading reading, Func<SourceFile, CancellationToken, Task<PagesRead>> read, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(read);
        var pages = new Dictionary<SourceFile, ImmutableArray<Page>>();
        var files = reading.Documents
            .Where(document => document.Outcome is DocumentOutcome.Parsed || MayBePrinted(document.Outcome))
            .Select(document => document.File)
            .Where(file => file.IsPdf || (file.HasPages && (file == reading.File || MayBeScan(file))))
            .DistinctByBytes(file => file);
        var unread = new Dictionary<SourceFile, Refusal>();
        foreach (var file in files)
        {
            // Of a document of which pages are missing nothing is proven: they may say otherwise.
            switch (await read(file, cancel))
            {
                case PagesRead.Done { Missing: null } done:
                    pages[file] = done.Pages;
                    break;
                case PagesRead.Done { Missing: { } why } when why.Code == Codes.PagesWithoutText:
                    unread[file] = why;
                    break;
                case PagesRead.Refused { Reason: var why } when why.Code == Codes.PagesWithoutText:
                    unread[file] = why;
                    break;
            }
        }

        return pages.Count + unread.Count == 0 ? reading : With(Without(reading, unread), pages);
    }

    // What this machine could read with other programs is not a picture of something, nor a PDF that says nothing.
    private static Reading Without(Reading reading, Dictionary<SourceFile, Refusal> unread) => reading with
    {
        Documents = [.. reading.Documents.Select(document => MayBePrinted(document.Outcome)
            && unread.TryGetValue(document.File, out var why)
            ? document with { Outcome = document.Outcome is DocumentOutcome.NoStructuredData none ? none with { Reason = why }
                : new DocumentOutcome.NoStructuredData(why) }
            : document)],
    };

    private static bool MayBeScan(SourceFile file) => FileContent.Of(file.Bytes.Span) switch
    {
        ContentKind.Png => DotsOfPng(file.Bytes.Span) >= DotsOfScan,
        ContentKind.Jpeg => file.Bytes.Length >= BytesOfScan,
        // Nobody signs with a TIFF; it comes from a scanner or a fax.
        _ => true,
    };

    // Width and height stand at the begin of each (PNG, 11.2.2 IHDR).
    private static long DotsOfPng(ReadOnlySpan<byte> png) =>
        png.Length < 24 ? 0 : (long)BinaryPrimitives.ReadUInt32BigEndian(png[16..]) * BinaryPrimitives.ReadUInt32BigEndian(png[20..]);

    private static Reading With(Reading reading, IReadOnlyDictionary<SourceFile, ImmutableArray<Page>> pages)
    {
        var printed = reading.Documents.Where(document => MayBePrinted(document.Outcome)
            && pages.TryGetValue(document.File, out var read) && !read.IsEmpty).Select(document => document.File).Distinct()
            .ToDictionary(file => file, file => PageProof.Of(pages[file]));
        var documents = reading.Documents.Select(document => printed.TryGetValue(document.File, out var proof)
            && !reading.Invoices.Any(invoice => IsOf(proof, invoice)) ? Of(document, proof) : document).ToImmutableArray();
        var added = InvoiceGroups.Of([.. documents.Where((document, i) => !ReferenceEquals(document, reading.Documents[i]))])
            .Select(invoice => reading.Container is { } container ? invoice.With(BesideInvoices.Around(container.Found)) : invoice);
        var known = reading.Invoices.Select(invoice => invoice.With(invoice.Files.Where(pages.ContainsKey)
            .Concat(printed.Where(one => one.Value.IsProven && IsOf(one.Value, invoice)).Select(one => one.Key))
            .SelectMany(file => PagesAgainstXml.Of(invoice.Facts, pages[file]))));
        var isAlone = reading.Documents is [var only] && only.File == reading.File;
        var invoices = known.Concat(added).Select(invoice => isAlone ? invoice : BesideInvoices.WithUnread(invoice, documents))
            .ToImmutableArray();
        return reading with
        {
            Documents = documents,
            Invoices = invoices,
            Outcome = isAlone ? documents[0].Outcome is DocumentOutcome.Parsed parsed ? parsed with { Warnings = invoices[0].Warnings }
                    : documents[0].Outcome
                : invoices is [var first, ..] ? new DocumentOutcome.Parsed(first.Facts, first.Warnings) { Embedded = first.Embedded }
                : Refused(reading, documents),
        };
    }

    // A picture is of anything before it is looked at.
    private static bool MayBePrinted(DocumentOutcome outcome) =>
        outcome is DocumentOutcome.NoStructuredData
        || (outcome is DocumentOutcome.NotAnInvoice other && other.Reason.Code == Codes.Picture);

    private static ReadDocument Of(ReadDocument document, PageReading printed) => document.Outcome switch
    {
        DocumentOutcome.NoStructuredData none => document with
        {
            Outcome = printed.IsProven ? Proven(printed, document.File, none.Deeds)
                : none with { Reason = PrintedWarnings.NotProven(printed), Printed = printed },
        },
        DocumentOutcome.NotAnInvoice when !printed.IsEmpty => document with
        {
            Outcome = printed.IsProven ? Proven(printed, document.File, [])
                : new DocumentOutcome.NoStructuredData(PrintedWarnings.NotProven(printed)) { Printed = printed },
        },
        _ => document,
    };

    private static bool IsOf(PageReading printed, ReadInvoice invoice) => printed.Number.ValueOrDefault is { } number
        && invoice.Facts.Number is { } other && References.KeyOf(other) == References.KeyOf(number);

    private static DocumentOutcome.Parsed Proven(PageReading printed, SourceFile file, ImmutableArray<IntakeWarning> deeds) =>
        new(PrintedFacts.Of(printed, file.CleanName), [PrintedWarnings.Proven(printed), .. deeds]) { Printed = printed };

    // Of several documents the first that looks like an invoice says most; all are named.
    private static DocumentOutcome Refused(Reading reading, ImmutableArray<ReadDocument> documents)
    {
        if (reading.Container is not { } container)
        {
            return reading.Outcome;
        }

        var told = ReadingOutcome.WithoutInvoice(container.What, documents, BesideInvoices.Warnings(container.Found));
        return told is DocumentOutcome.NoStructuredData none
            && documents.Select(document => document.Outcome).OfType<DocumentOutcome.NoStructuredData>()
                .FirstOrDefault(one => one.Printed is { IsEmpty: false }) is { } printed
            ? none with { Reason = printed.Reason with { Message = none.Reason.Message }, Printed = printed.Printed }
            : told;
    }
}
