using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>The currency of the books. Dolibarr books any other as this one without a word: 1000 USD become 1000 EUR.</summary>
internal static class CompanyCurrency
{
    private const string Assumed = "EUR";

    /// <summary>The one that all invoices there have, but for those that were booked at a rate; else the euro.</summary>
    public static Finding<string> Of(ImmutableArray<SupplierInvoice> invoices)
    {
        var codes = Codes(invoices.Where(invoice => !invoice.IsForeign));
        return codes is [{ Length: 3 } only]
            ? new Finding<string>(only, HowKnown.Inferred, string.Create(CultureInfo.InvariantCulture, $"the latest invoices ({invoices.Length}), which all have it"))
            : new Finding<string>(Assumed, HowKnown.Assumed, codes.IsEmpty ? "no invoice is there that could show it" : $"invoices have {string.Join(" and ", codes)}");
    }

    /// <summary>Shown by invoices in several currencies; the same one in all proves nothing.</summary>
    public static Finding<bool?> Foreign(ImmutableArray<SupplierInvoice> invoices) => Codes(invoices) is { Length: > 1 } several
        ? new Finding<bool?>(true, HowKnown.Inferred, $"invoices have {string.Join(" and ", several)}")
        : invoices.FirstOrDefault(invoice => invoice.IsForeign) is { } foreign
            ? new Finding<bool?>(true, HowKnown.Inferred, $"invoice {foreign.Ref} is in {foreign.Currency} at a rate")
        : new Finding<bool?>(null, HowKnown.Assumed, "the key may not read it");

    private static ImmutableArray<string> Codes(IEnumerable<SupplierInvoice> invoices) =>
        [.. invoices.Select(i => i.Currency).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
