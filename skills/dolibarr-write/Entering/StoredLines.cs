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
            var name = rate.Rate.ToString("0.####", CultureInfo.InvariantCulture);
            foreach (var (what, wanted, held) in new[] { ("base", rate.Base, net), ("VAT", rate.Vat, vat) }.Where(p => p.Item2 != p.Item3))
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{what} at {name} % is {wanted:0.00} in the document and {held:0.00} in Dolibarr ({(held - wanted) * 100:+0.##;-0.##} cents)");
            }
        }
    }

    /// <summary>Says where single lines were stored otherwise than predicted, which their sums need not show: the server does not round as was known.</summary>
    public static ImmutableArray<Notice> Notices(FittedInvoice fit, Fields image)
    {
        var others = fit.PredictedLines.Zip(image.RowsOf("lines")).Select((pair, at) => (pair.First, Held: Of(pair.Second), Line: at + 1)).Where(l => l.First != l.Held).ToList();
        return others is []
            ? []
            : [new Notice("rounded-otherwise", string.Create(CultureInfo.InvariantCulture, $"{others.Count} of {fit.Lines.Length} lines were stored otherwise than foreseen, line {others[0].Line} with {others[0].Held.Vat:0.00} of VAT instead of {others[0].First.Vat:0.00}: the server rounds VAT in another way."))];
    }

    private static Amounts Of(Fields row) => new(Number(row, "totalExclTax") ?? 0, Number(row, "totalVat") ?? 0, Number(row, "totalInclTax") ?? 0);

    private static decimal? Number(Fields row, string name) =>
        decimal.TryParse(row.TextOf(name), NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? amount : null;
}
