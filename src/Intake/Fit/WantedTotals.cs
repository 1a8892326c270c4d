using System.Collections.Immutable;
using System.Globalization;

namespace DolibarrAgent.Intake;

/// <summary>What the document says that the entry must come to.</summary>
internal sealed record WantedTotals(decimal? Net, decimal? Vat, decimal? Gross, ImmutableArray<VatOfRate> ByRate)
{
    private int EntriesOfOneRate { get; init; } = 1;

    public static WantedTotals Of(InvoiceFacts facts)
    {
        var groups = facts.VatBreakdown.GroupBy(v => v.Rate ?? 0).ToList();
        var byRate = groups.Select(g => new VatOfRate(g.Key, g.Sum(v => v.Base ?? 0), g.Sum(v => v.Amount ?? 0))).ToImmutableArray();
        var vat = facts.Totals.Vat ?? (byRate.IsEmpty ? facts.Totals.Gross - facts.Totals.Net : byRate.Sum(r => r.Vat));
        return new(facts.Totals.Net, vat, facts.Totals.Gross, byRate) { EntriesOfOneRate = groups.Select(g => g.Count()).DefaultIfEmpty(1).Max() };
    }

    public decimal VatOf(decimal rate) => ByRate.First(r => r.Rate == rate).Vat;

    /// <summary>
    /// The rates whose VAT is their base times the rate, rounded, and whose lines come to that base: only there is a
    /// difference one of rounding, which a split mends. Any other is a fault of the document, and shown.
    /// </summary>
    public IEnumerable<decimal> MendableRates(IEnumerable<(decimal Rate, long Cents)> lines)
    {
        var bases = lines.GroupBy(l => l.Rate).ToDictionary(g => g.Key, g => g.Sum(l => l.Cents) / 100m);
        return ByRate
            .Where(r => bases.GetValueOrDefault(r.Rate) == r.Base && Math.Abs(r.Base * r.Rate / 100 - r.Vat) <= 0.005m * EntriesOfOneRate)
            .Select(r => r.Rate);
    }

    public WantedTotals Negated(bool isNegated) => isNegated
        ? this with { Net = -Net, Vat = -Vat, Gross = -Gross, ByRate = [.. ByRate.Select(r => r with { Base = -r.Base, Vat = -r.Vat })] }
        : this;

    public ImmutableArray<Difference> DifferencesTo(DolibarrTotals predicted) =>
    [
        .. Compare("net", Net, predicted.Net),
        .. Compare("vat", Vat, predicted.Vat),
        .. Compare("gross", Gross, predicted.Gross),
        .. ByRate.IsEmpty ? [] : Rates(predicted).SelectMany(r => r),
    ];

    private IEnumerable<IEnumerable<Difference>> Rates(DolibarrTotals predicted)
    {
        foreach (var rate in ByRate.Select(r => r.Rate).Union(predicted.ByRate.Select(r => r.Rate)))
        {
            var wanted = ByRate.FirstOrDefault(r => r.Rate == rate) ?? new(rate, 0, 0);
            var made = predicted.ByRate.FirstOrDefault(r => r.Rate == rate) ?? new(rate, 0, 0);
            var name = rate.ToString("0.####", CultureInfo.InvariantCulture);
            yield return Compare($"base {name}", wanted.Base, made.Base);
            yield return Compare($"vat {name}", wanted.Vat, made.Vat);
        }
    }

    private static IEnumerable<Difference> Compare(string where, decimal? document, decimal dolibarr) =>
        document == dolibarr ? [] : [new(where, document, dolibarr)];
}
