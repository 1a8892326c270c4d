using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;
using LineKind = DolibarrAgent.Intake.LineKind;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>How a server rounds VAT, seen by what it stored.</summary>
internal static class RoundingShown
{
    /// <summary>By the newest invoice whose lines would be stored otherwise in the other way; assumed where none tells the two apart.</summary>
    public static Finding<VatRounding> By(ImmutableArray<SupplierInvoice> latestFirst)
    {
        foreach (var invoice in latestFirst)
        {
            if (Of(invoice) is { } rounding)
            {
                return new Finding<VatRounding>(rounding, HowKnown.Inferred, string.Create(CultureInfo.InvariantCulture, $"invoice {invoice.Ref} of {Days.Text(invoice.Date)}, whose {invoice.Lines.Length} lines have {Decimals.Cents(invoice.TotalVat)} of VAT"));
            }
        }
        return new Finding<VatRounding>(VatRounding.PerLine, HowKnown.Assumed, latestFirst.IsEmpty
            ? "the default; the key sees no invoice that could show it"
            : string.Create(CultureInfo.InvariantCulture, $"the default; none of the latest {latestFirst.Length} invoices tells the two ways apart"));
    }

    /// <summary>Null where both ways would have stored the same, or neither what is there: entered with tax, say.</summary>
    public static VatRounding? Of(SupplierInvoice invoice)
    {
        if (invoice.IsForeign)
        {
            // What is rounded once for each rate is the books' VAT, and its lines are in another currency.
            return null;
        }

        var lines = invoice.Lines.Select(Line).ToList();
        var stored = invoice.Lines.Select(l => l.TotalVat).ToList();
        var (perLine, ofTotal) = (Vat(lines, VatRounding.PerLine), Vat(lines, VatRounding.OfTotal));
        return (stored.SequenceEqual(perLine), stored.SequenceEqual(ofTotal)) switch
        {
            (true, false) => VatRounding.PerLine,
            (false, true) => VatRounding.OfTotal,
            _ => null,
        };
    }

    private static IEnumerable<decimal> Vat(List<DolibarrLine> lines, VatRounding rounding) => DolibarrArithmetic.Lines(lines, rounding).Select(l => l.Vat);

    private static DolibarrLine Line(SupplierInvoiceLine line) => new()
    {
        Description = line.Description,
        Quantity = line.Quantity,
        UnitPrice = line.UnitPrice,
        VatRate = line.VatRate,
        DiscountPercent = line.DiscountPercent,
        Kind = LineKind.Service,
    };
}
