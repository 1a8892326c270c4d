using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>The lines of an invoice as they were read back, against what was predicted of them.</summary>
internal static class StoredLines
{
    /// <summary>The VAT rates whose net or VAT is not what was predicted, by how many cents.</summary>
    public static IEnumerable<string> OfRates(FittedInvoice fit, Fields image)
    {
        var stored = image.RowsOf("lines").ToLookup(row => Number(row, "vatRate"));
        foreach (var rate in fit.Predicted.ByRate)
        {
            var (net, vat) = (stored[rate.Rate].Sum(row => Number(row, "totalExclTax") ?? 0), stored[rate.Rate].Sum(row => Number(row, "totalVat") ?? 0));
            var name = Decimals.Rate(rate.Rate);
            foreach (var (what, wanted, held) in new[] { ("base", rate.Base, net), ("VAT", rate.Vat, vat) }.Where(p => p.Item2 != p.Item3))
            {
                yield return $"{what} at {name} % is {Decimals.Cents(wanted)} in the document and {Decimals.Cents(held)} in Dolibarr ({Decimals.InCents(held - wanted)} cents)";
            }
        }
    }

    /// <summary>Says where single lines were stored otherwise than predicted, which their sums need not show: the server does not round as was known.</summary>
    public static ImmutableArray<Notice> Notices(FittedInvoice fit, Fields image)
    {
        var others = fit.PredictedLines.Zip(image.RowsOf("lines")).Select((pair, at) => (pair.First, Held: Of(pair.Second), Line: at + 1)).Where(l => l.First != l.Held).ToList();
        return others is []
            ? []
            : [new Notice("rounded-otherwise", string.Create(CultureInfo.InvariantCulture, $"{others.Count} of {fit.Lines.Length} lines were stored otherwise than foreseen, line {others[0].Line} with {Decimals.Cents(others[0].Held.Vat)} of VAT instead of {Decimals.Cents(others[0].First.Vat)}: the server rounds VAT in another way."))];
    }

    private static Amounts Of(Fields row) => new(Number(row, "totalExclTax") ?? 0, Number(row, "totalVat") ?? 0, Number(row, "totalInclTax") ?? 0);

    private static decimal? Number(Fields row, string name) => Decimals.Strict(row.TextOf(name));
}
