using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>The invoice that a PDF carries, under whatever name.</summary>
internal static class InvoicePdf
{
    // The names that the standards give; what is called so is meant to be the invoice.
    private static readonly string[] KnownNames = ["factur-x.xml", "xrechnung.xml", "zugferd-invoice.xml"];

    public static DocumentOutcome Read(string origin, ReadOnlyMemory<byte> bytes, ReadLimits limits)
    {
        var (files, deeds, refusal) = PdfAttachments.Take(bytes, limits);
        if (refusal is not null)
        {
            return refusal == Refusals.PdfTooLarge
                ? new DocumentOutcome.Rejected(refusal)
                : new DocumentOutcome.NoStructuredData(refusal) { Deeds = PdfDeeds.Warnings(deeds, origin) };
        }

        var outcomes = files
            .Where(f => FileContent.Of(f.Bytes.Span) == ContentKind.Xml)
            .OrderByDescending(f => KnownNames.Contains(f.Name, StringComparer.OrdinalIgnoreCase))
            .Select(f => InvoiceXml.Read($"{origin}/{FileNames.Clean(f.Name)}", f.Bytes, limits))
            .ToList();
        var parsed = outcomes.OfType<DocumentOutcome.Parsed>().ToList();
        var does = PdfDeeds.Warnings(deeds, origin);
        return parsed.Count switch
        {
            0 => outcomes.OfType<DocumentOutcome.Rejected>().FirstOrDefault()
                ?? outcomes.FirstOrDefault()
                ?? new DocumentOutcome.NoStructuredData(Refusals.NoXml) { Deeds = does },
            _ => parsed[0] with { Warnings = [.. parsed[0].Warnings, .. does, .. parsed.Skip(1).SelectMany(p => Agreement.Between(parsed[0].Facts, p.Facts))] },
        };
    }
}
