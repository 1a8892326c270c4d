using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>Puts together the documents of a mail that are one invoice.</summary>
internal static class InvoiceGroups
{
    public static ImmutableArray<ReadInvoice> Of(IReadOnlyList<ReadDocument> documents)
    {
        var invoices = new List<ReadInvoice>();
        foreach (var document in documents)
        {
            if (document.Outcome is not DocumentOutcome.Parsed parsed)
            {
                continue;
            }

            var same = invoices.FindIndex(i => i.Files.Any(document.File.HasBytesOf) || Agreement.IsSameInvoice(i.Facts, parsed.Facts));
            if (same < 0)
            {
                invoices.Add(new(parsed.Facts, [document.File], parsed.Warnings) { Embedded = parsed.Embedded });
            }
            else
            {
                invoices[same] = Join(invoices[same], document.File, parsed);
            }
        }

        return [.. invoices];
    }

    private static ReadInvoice Join(ReadInvoice invoice, SourceFile file, DocumentOutcome.Parsed parsed) =>
        invoice.Files.Any(file.HasBytesOf)
            ? invoice
            : invoice with
            {
                Files = invoice.Files.Add(file),
                Embedded = [.. invoice.Embedded, .. parsed.Embedded.Where(embedded => !invoice.Embedded.Any(embedded.HasBytesOf))],
                Warnings = [.. invoice.Warnings, .. Agreement.Between(invoice.Facts, parsed.Facts)],
            };
}
