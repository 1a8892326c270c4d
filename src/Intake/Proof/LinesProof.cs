using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>Proves the lines: their net amounts make the net total, and by rate what the breakdown says.</summary>
internal static class LinesProof
{
    /// <summary>The lines; empty where they do not close.</summary>
    public static ImmutableArray<PageLine> Of(ImmutableArray<ReadRow> rows, PageField<PageTotals> totals) =>
        totals is PageField<PageTotals>.Proven { Value: var proven }
            ? LineTable.Of(rows).Select(lines => Closing(lines, proven.Net)).FirstOrDefault(lines => !lines.IsEmpty
                && Agree(lines, proven), [])
            : [];

    /// <summary>The bases that the lines make of a net amount, where each of them says its rate; empty where they do not.</summary>
    public static ImmutableArray<PageVat> Rates(IEnumerable<ImmutableArray<PageLine>> tables, decimal net, decimal vat)
    {
        foreach (var lines in tables.Select(table => Closing(table, net)).Where(lines => !lines.IsEmpty
            && lines.All(line => line.Rate is not null)))
        {
            var rates = lines.GroupBy(line => line.Rate!.Value).OrderBy(group => group.Key)
                .Select(group => group.Sum(line => line.Net) is var sum
                ? new PageVat(group.Key, sum, Rounded.Amount(sum * group.Key / 100), RateFrom.Lines)
                    : null!).ToImmutableArray();
            if (rates.Sum(rate => rate.Amount) == vat)
            {
                return rates;
            }
        }

        return [];
    }

    // The first lines whose amounts make it; what follows are sums and other tables.
    private static ImmutableArray<PageLine> Closing(ImmutableArray<PageLine> lines, decimal net)
    {
        var sum = 0m;
        for (var i = 0; i < lines.Length; i++)
        {
            sum += lines[i].Net;
            if (Rounded.Amount(sum) == net && net != 0)
            {
                return lines[..(i + 1)];
            }
        }

        return [];
    }

    private static bool Agree(ImmutableArray<PageLine> lines, PageTotals totals)
    {
        if (lines.Any(line => line.Description.Length == 0))
        {
            return false;
        }

        if (totals.Rates.Length == 1)
        {
            return lines.All(line => line.Rate is null || line.Rate == totals.Rates[0].Rate);
        }

        return lines.All(line => line.Rate is not null)
            && totals.Rates.All(rate => Rounded.Amount(lines
                .Where(line => line.Rate == rate.Rate).Sum(line => line.Net)) == rate.Base);
    }
}
