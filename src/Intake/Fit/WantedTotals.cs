using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>What the document says that the entry must come to.</summary>
internal sealed record WantedTotals(decimal? Net, decimal? Vat, decimal? Gross, ImmutableArray<VatOfRate> ByRate)
{
    private int EntriesOfOneRate { get; init; } = 1;

    /// <summary>A rounding amount that is entered adds to the net, and to what is without VAT. More than two decimals are rounded: no entry can have them.</summary>
    public static WantedTotals Of(InvoiceFacts facts, decimal rounding)
    {
        var groups = facts.VatBreakdown.GroupBy(new EffectiveRates(facts).Of).ToList();
        var byRate = groups.Select(g => new VatOfRate(g.Key, Rounded.Amount(g.Sum(v => v.Base ?? 0)), Rounded.Amount(g.Sum(v => v.Amount ?? 0)))).ToImmutableArray();
        var vat = facts.Totals.Vat ?? (byRate.IsEmpty ? facts.Totals.Gross - facts.Totals.Net : byRate.Sum(r => r.Vat));
        return new(ToCents(facts.Totals.Net) + rounding, ToCents(vat), ToCents(facts.Totals.Gross) + rounding, rounding == 0 || byRate.IsEmpty ? byRate : WithRounding(byRate, rounding))
        {
            EntriesOfOneRate = groups.Select(g => g.Count()).DefaultIfEmpty(1).Max(),
        };
    }

    private static ImmutableArray<VatOfRate> WithRounding(ImmutableArray<VatOfRate> byRate, decimal rounding) => byRate.Any(r => r.Rate == 0)
        ? [.. byRate.Select(r => r.Rate == 0 ? r with { Base = r.Base + rounding } : r)]
        : byRate.Add(new(0, rounding, 0));

    private static decimal? ToCents(decimal? amount) => amount is { } stated ? Rounded.Amount(stated) : null;

    /// <summary>
    /// The rates whose VAT is their base times the rate, rounded, and whose lines come to that base: only there is a
    /// difference one of rounding, which a split fixes. Any other is a fault of the document, and shown.
    /// </summary>
    public IEnumerable<VatOfRate> FixableRates(Dictionary<decimal, decimal> bases) =>
        ByRate.Where(r => bases.GetValueOrDefault(r.Rate) == r.Base && Math.Abs(r.Base * r.Rate / 100 - r.Vat) <= 0.005m * EntriesOfOneRate);

    /// <summary>
    /// Says of each rate whose VAT is not its base times the rate, and which the entry does not come to, that no server
    /// makes it: why the invoice stays a draft.
    /// </summary>
    public IEnumerable<IntakeWarning> NeverMade(DolibarrTotals predicted) => ByRate
        .Where(r => Math.Abs(r.Base * r.Rate / 100 - r.Vat) > 0.005m * EntriesOfOneRate && predicted.ByRate.All(p => p.Rate != r.Rate || Math.Abs(p.Vat) != Math.Abs(r.Vat)))
        .Select(r => new IntakeWarning("vat-not-of-base", $"The document asks {Decimals.Cents(r.Vat)} of VAT at {Decimals.Rate(r.Rate)} %; {Decimals.Rate(r.Rate)} % of its base {Decimals.Cents(r.Base)} is {Decimals.Cents(Rounded.Amount(r.Base * r.Rate / 100))}. No net prices come to it in Dolibarr; entered with tax, by hand, a line may.", "BT-117"));

    public WantedTotals Negated(bool isNegated) => isNegated
        ? this with { Net = -Net, Vat = -Vat, Gross = -Gross, ByRate = [.. ByRate.Select(r => r with { Base = -r.Base, Vat = -r.Vat })] }
        : this;

    public ImmutableArray<Difference> DifferencesTo(DolibarrTotals predicted) =>
    [
        .. Compare("net", Net, predicted.Net),
        .. Compare("vat", Vat, predicted.Vat),
        .. Compare("gross", Gross, predicted.Gross),
        .. ByRate.IsEmpty ? [] : Rates(predicted),
    ];

    private IEnumerable<Difference> Rates(DolibarrTotals predicted)
    {
        var wanted = ByRate.ToDictionary(r => r.Rate);
        var made = predicted.ByRate.ToDictionary(r => r.Rate);
        foreach (var rate in wanted.Keys.Union(made.Keys))
        {
            var (document, dolibarr) = (wanted.GetValueOrDefault(rate, new(rate, 0, 0)), made.GetValueOrDefault(rate, new(rate, 0, 0)));
            var name = Decimals.Rate(rate);
            foreach (var difference in Compare($"base {name}", document.Base, dolibarr.Base).Concat(Compare($"vat {name}", document.Vat, dolibarr.Vat)))
            {
                yield return difference;
            }
        }
    }

    private static IEnumerable<Difference> Compare(string where, decimal? document, decimal dolibarr) =>
        document == dolibarr ? [] : [new(where, document, dolibarr)];
}
