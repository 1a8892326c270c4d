using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// Net amounts of three and more decimals, which no entry can have (the norm does not allow them, and documents have
/// them). Each is rounded, and where the rounded ones do not add up to what the exact ones do, those that were rounded
/// furthest the other way are moved by a cent.
/// </summary>
internal static class CentRounding
{
    public static List<Entry> Of(List<Entry> entries, WantedTotals wanted, List<IntakeWarning> warnings)
    {
        var fine = entries.Where(e => e.Net != Rounded.Amount(e.Net)).ToHashSet<Entry>(ReferenceEqualityComparer.Instance);
        if (fine.Count == 0)
        {
            return entries;
        }

        var rounded = new Dictionary<Entry, decimal>(ReferenceEqualityComparer.Instance);
        foreach (var rate in entries.GroupBy(e => e.VatRate))
        {
            foreach (var (entry, net) in OfRate([.. rate], fine, Target(rate.Key, rate.Sum(e => e.Net), wanted)))
            {
                rounded[entry] = net;
            }
        }

        warnings.Add(new("amount-rounded", string.Create(CultureInfo.InvariantCulture,
            $"{(fine.Count == 1 ? "A line has" : $"{fine.Count} lines have")} a net amount with more than two decimals (the first: {Decimals.AsWritten(fine.First().Net)}); rounded to cents, they add up to {Decimals.Cents(rounded.Values.Sum())}."), fine.First().Source));
        return entries.ConvertAll(e => e with { Net = rounded[e] });
    }

    /// <summary>What the entries of a rate come to: what the VAT breakdown says, where that is what rounding makes of their sum; else their rounded sum.</summary>
    private static decimal Target(decimal rate, decimal sum, WantedTotals wanted) =>
        wanted.ByRate.FirstOrDefault(r => r.Rate == rate) is { Base: var stated } && Math.Abs(stated - sum) <= 0.01m ? stated : Rounded.Amount(sum);

    private static IEnumerable<RoundedEntry> OfRate(List<Entry> entries, HashSet<Entry> fine, decimal target)
    {
        var nets = entries.ConvertAll(e => Rounded.Amount(e.Net));
        var missing = (int)((target - nets.Sum()) * 100);
        var direction = Math.Sign(missing) * 0.01m;
        var furthest = Enumerable.Range(0, entries.Count).Where(i => fine.Contains(entries[i])).OrderByDescending(i => (entries[i].Net - nets[i]) * direction).Take(Math.Abs(missing));
        foreach (var i in furthest.ToList())
        {
            nets[i] += direction;
        }

        return entries.Zip(nets, (entry, net) => new RoundedEntry(entry, net));
    }

    private sealed record RoundedEntry(Entry Entry, decimal Net);
}
