using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>
/// The pages of the documents of a reading: what they prove where there is no XML, and against the XML where there is one.
/// </summary>
public static class PrintedDocuments
{
    // Most pictures in a mail are logos, and recognising the words of one takes seconds.
    private const int BytesOfScan = 60_000;

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
            .Where(document => document.Outcome is DocumentOutcome.Parsed or DocumentOutcome.NoStructuredData)
            .Select(document => document.File)
            .Where(file => file.IsPdf || (file.HasPages && (file == reading.File || file.Bytes.Length >= BytesOfScan)))
            .DistinctByBytes(file => file);
        foreach (var file in files)
        {
            // Of a document of which pages are missing nothing is proven: they may say otherwise.
            if (await read(file, cancel) is PagesRead.Done { Missing: null } done)
            {
                pages[file] = done.Pages;
            }
        }

        return pages.Count == 0 ? reading : With(reading, pages);
    }

    private static Reading With(Reading reading, IReadOnlyDictionary<SourceFile, ImmutableArray<Page>> pages)
    {
        var documents = reading.Documents
            .Select(document => pages.TryGetValue(document.File, out var read) && !read.IsEmpty ? Of(document, read, reading) : document)
            .ToImmutableArray();
        var added = InvoiceGroups.Of([.. documents.Where((document, i) => !ReferenceEquals(document, reading.Documents[i])
            && document.Outcome is DocumentOutcome.Parsed { Facts.Syntax: InvoiceSyntax.Printed })]);
        var invoices = reading.Invoices.Select(invoice => Against(invoice, pages)).Concat(added).ToImmutableArray();
        return reading with
        {
            Documents = documents,
            Invoices = invoices,
            Outcome = reading.Outcome is DocumentOutcome.Parsed || invoices is not [var first, ..]
                ? documents is [var only] && only.File == reading.File ? only.Outcome : Refused(reading.Outcome, documents)
                : new DocumentOutcome.Parsed(first.Facts, first.Warnings) { Embedded = first.Embedded },
        };
    }

    private static ReadDocument Of(ReadDocument document, ImmutableArray<Page> pages, Reading reading)
    {
        if (document.Outcome is not DocumentOutcome.NoStructuredData none)
        {
            return document;
        }

        var printed = PageProof.Of(pages);
        var isKnown = printed.Number.ValueOrDefault is { } number && reading.Invoices.Any(invoice =>
            invoice.Facts.Number is { } other && References.KeyOf(other) == References.KeyOf(number));
        if (isKnown)
        {
            return document;
        }

        return printed.IsProven
            ? document with { Outcome = Proven(printed, document.File, none) }
            : document with { Outcome = none with { Reason = PrintedWarnings.NotProven(printed), Printed = printed } };
    }

    private static DocumentOutcome.Parsed Proven(PageReading printed, SourceFile file, DocumentOutcome.NoStructuredData none) =>
        new(PrintedFacts.Of(printed, file.CleanName), [PrintedWarnings.Proven(printed), .. none.Deeds]) { Printed = printed };

    private static ReadInvoice Against(ReadInvoice invoice, IReadOnlyDictionary<SourceFile, ImmutableArray<Page>> pages)
    {
        var found = invoice.Files.Where(pages.ContainsKey).SelectMany(file => PagesAgainstXml.Of(invoice.Facts, pages[file]));
        return invoice with { Warnings = [.. invoice.Warnings, .. found] };
    }

    // Of several documents the first that looks like an invoice says most.
    private static DocumentOutcome Refused(DocumentOutcome outcome, ImmutableArray<ReadDocument> documents) =>
        outcome is DocumentOutcome.NoStructuredData
        && documents.Select(document => document.Outcome).OfType<DocumentOutcome.NoStructuredData>()
            .FirstOrDefault(one => one.Printed is { IsEmpty: false }) is { } printed
            ? printed
            : outcome;
}
