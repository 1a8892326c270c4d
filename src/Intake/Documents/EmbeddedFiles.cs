using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// The files inside an invoice's XML (BT-125): the readable PDF, time sheets. All kinds are kept, except what would act
/// when somebody opens it. They are attached beside the XML and not read as invoices of their own.
/// </summary>
internal static class EmbeddedFiles
{
    private static readonly string[] Carriers = ["EmbeddedDocumentBinaryObject", "AttachmentBinaryObject"];

    /// <summary>The files. In an envelope around the invoice only PDFs are looked for: what else stands there is the invoice itself.</summary>
    public static ImmutableArray<SourceFile> Of(Element root, Element invoice, ReadLimits limits, List<IntakeWarning> warnings)
    {
        var carriers = new List<Element>();
        Find(invoice, element => Carriers.Contains(element.Name), carriers);
        var inInvoice = carriers.Count;
        if (!ReferenceEquals(root, invoice))
        {
            Find(root, element => Carriers.Contains(element.Name) || element.Name == "BinaryContent", carriers);
        }

        List<Element> all = [.. carriers.Distinct()];
        if (all.Count > limits.EmbeddedFiles)
        {
            warnings.Add(new("embedded-too-many", string.Create(CultureInfo.InvariantCulture, $"The XML holds {all.Count} files; only the first {limits.EmbeddedFiles} were taken out."), "BT-125"));
        }

        var files = new List<SourceFile>();
        foreach (var (at, carrier) in all.Take(limits.EmbeddedFiles).Index())
        {
            var (file, warning) = EmbeddedFile.Of(carrier, at + 1, limits);
            var isOurs = at < inInvoice;
            if (file is not null && (isOurs || file.IsPdf))
            {
                files.Add(file);
            }
            else if (warning is not null && isOurs)
            {
                warnings.Add(warning);
            }
        }

        return [.. files.DistinctByBytes(file => file)];
    }

    /// <summary>
    /// The outcome of an XML with what it holds: each file says where it came from, and what is once more an invoice, or a
    /// PDF that carries one, is compared with it. Another invoice does not count: the XML is the original, a file in it an enclosure.
    /// </summary>
    public static DocumentOutcome.Parsed Held(DocumentOutcome.Parsed parsed, SourceFile container, ReadLimits limits)
    {
        var files = parsed.Embedded.Select(file => file with { In = container }).ToImmutableArray();
        return parsed with { Embedded = files, Warnings = [.. parsed.Warnings, .. files.SelectMany(file => Disagreements(parsed.Facts, file, limits))] };
    }

    private static IEnumerable<IntakeWarning> Disagreements(InvoiceFacts invoice, SourceFile file, ReadLimits limits)
    {
        var outcome = FileContent.Of(file.Bytes.Span) switch
        {
            ContentKind.Pdf => InvoicePdf.Read(file.CleanName, file.Bytes, limits),
            ContentKind.Xml => InvoiceXml.Read(file.CleanName, file.Bytes, limits),
            _ => null,
        };
        return outcome switch
        {
            DocumentOutcome.Parsed found => [.. found.Warnings.Where(PdfDeeds.IsOne), .. OfInvoice(invoice, found.Facts, file)],
            DocumentOutcome.NoStructuredData { Deeds: var deeds } => deeds,
            _ => [],
        };
    }

    private static IEnumerable<IntakeWarning> OfInvoice(InvoiceFacts invoice, InvoiceFacts inner, SourceFile file) =>
        Agreement.IsSameInvoice(invoice, inner) ? Agreement.Between(invoice, inner)
            : [new("embedded-invoice", $"The file '{file.CleanName}' inside the XML carries the data of another invoice ({inner.Number ?? "without a number"}, {inner.Seller.Name ?? "without a seller"}, {Decimals.Cents(inner.Totals.Gross)}). What is entered is the XML's; check whether the file belongs to it.", "BT-125")];

    // The XML's depth is limited when it is read, so this cannot run away.
    private static void Find(Element element, Func<Element, bool> isCarrier, List<Element> found)
    {
        foreach (var child in element.Children)
        {
            if (isCarrier(child))
            {
                found.Add(child);
            }

            Find(child, isCarrier, found);
        }
    }
}
