using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>Rows that say of a rate what it was taken of and what it came to: of a table of VAT, or one line of the totals.</summary>
internal sealed class RateRows
{
    // Rates in use in Europe, for columns that write them without their sign.
    private static readonly ImmutableHashSet<decimal> InUse =
        [0m, 2.1m, 2.6m, 3m, 3.8m, 4m, 5m, 5.5m, 6m, 7m, 7.7m, 8m, 8.1m, 8.5m, 9m, 10m, 12m, 13m, 13.5m, 14m, 15m, 16m, 17m, 18m, 19m,
            19.6m, 20m, 21m, 22m, 23m, 24m, 25m, 27m];

    private const int MostRows = 24;
    private const int MostSteps = 200_000;

    private readonly ImmutableArray<RateRow> found;
    private readonly ImmutableArray<decimal> printed;
    private readonly ImmutableArray<decimal> columns;
    private readonly bool saysNoVat;
    private readonly ImmutableArray<ImmutableArray<PageLine>> tables;

    /// <summary>Finds them.</summary>
    /// <param name="rows">Of all pages.</param>
    /// <param name="isWhole">Whether each number is taken as one.</param>
    public RateRows(ImmutableArray<ReadRow> rows, bool isWhole)
    {
        found = [.. rows.SelectMany(row => In(row, isWhole)).Distinct().Take(MostRows)];
        printed = [.. rows.SelectMany(row => row.Tokens.OfType<PageToken.Percent>()).Select(token => token.Value).Distinct()];
        columns = [.. rows.SelectMany(Columns).Select(rate => rate.Value).Distinct()];
        tables = [.. LineTable.Of(rows)];
        saysNoVat = rows.Any(row => row.Labels.Any(label => label.Kind == LabelKind.NoVat));
    }

    /// <summary>The net amounts that the rows alone come to.</summary>
    public IEnumerable<decimal> Nets => found.Length == 0 ? []
        : found.Select(row => row.Base).Append(found.Sum(row => row.Base)).Distinct();

    /// <summary>Every way in which the rates make a net amount and its VAT; none where they do not.</summary>
    public ImmutableArray<ImmutableArray<PageVat>> Ways(decimal net, decimal vat)
    {
        var ways = new List<ImmutableArray<PageVat>>();
        var steps = 0;
        Try(0, net, vat, []);
        if (ways.Count > 0)
        {
            return [.. ways.DistinctBy(way => string.Join(';', way
                .Select(entry => $"{Decimals.Text(entry.Rate)}:{Decimals.Text(entry.Base)}:{Decimals.Text(entry.Amount)}")))];
        }

        if (vat != 0 && LinesProof.Rates(tables, net, vat) is { IsEmpty: false } byLines)
        {
            return [byLines];
        }

        var rate = One(net, vat);
        return rate is null ? [] : [[rate]];

        void Try(int at, decimal leftNet, decimal leftVat, ImmutableArray<RateRow> chosen)
        {
            if (leftNet == 0 && leftVat == 0 && chosen.Length > 0)
            {
                ways.Add(ByRate(chosen));
            }

            for (var i = at; i < found.Length && steps++ < MostSteps; i++)
            {
                Try(i + 1, leftNet - found[i].Base, leftVat - found[i].Vat, chosen.Add(found[i]));
            }
        }
    }

    private PageVat? One(decimal net, decimal vat)
    {
        if (vat == 0)
        {
            return net != 0 && (saysNoVat || printed.Contains(0)) && !printed.Any(rate => rate > 0
                && InUse.Contains(rate)) ? new(0, net, 0, RateFrom.Page) : null;
        }

        var closing = printed.Union(columns).Where(rate => rate > 0 && Makes(rate, net, vat)).ToList();
        if (closing.Count > 0)
        {
            return closing.Count == 1 ? new(closing[0], net, vat, RateFrom.Page) : null;
        }

        // Where rates are printed and none of them closes, there are several, or something else is amiss.
        var inUse = InUse.Where(rate => rate > 0 && Rounded.Amount(net * rate / 100) == vat).ToList();
        return inUse.Count == 1 && !printed.Any(rate => rate > 0
            && InUse.Contains(rate)) ? new(inUse[0], net, vat, RateFrom.Amounts) : null;
    }

    private static ImmutableArray<PageVat> ByRate(ImmutableArray<RateRow> chosen) =>
        [.. chosen.GroupBy(row => row.Rate).OrderBy(group => group.Key)
            .Select(group => new PageVat(group.Key, group.Sum(row => row.Base), group.Sum(row => row.Vat), RateFrom.Breakdown))];

    private static IEnumerable<RateRow> In(ReadRow row, bool isWhole)
    {
        var amounts = row.Tokens.OfType<PageToken.Number>().Where(token => token.Decimals == 2).SelectMany(token => token.Of(isWhole)
            .Select(value => new Amount(token.Start, value))).ToList();
        var rates = row.Tokens.OfType<PageToken.Percent>().Select(token => new Amount(token.Start, token.Value)).Concat(Columns(row))
            .ToList();
        return from rate in rates
               from net in amounts
               from vat in amounts
               where net.Start != vat.Start && rate.Start != net.Start && rate.Start != vat.Start && net.Value != 0
                   && (rate.Value == 0 ? vat.Value == 0 : vat.Value != 0 && Makes(rate.Value, net.Value, vat.Value))
               select new RateRow(rate.Value, net.Value, vat.Value, row.Index);
    }

    // A rate without its sign, in a column of its own.
    private static IEnumerable<Amount> Columns(ReadRow row) =>
        row.Tokens.OfType<PageToken.Number>().Where(token => token.Currency is null && token.Readings.Length == 1
            && InUse.Contains(token.Readings[0])
            && row.IsCell(token.Start, token.End)).Select(token => new Amount(token.Start, token.Readings[0]));

    // Rounded to the cent, once or a line at a time.
    private static bool Makes(decimal rate, decimal net, decimal vat) => Math.Abs((net * rate / 100) - vat) <= 0.015m;

    private sealed record Amount(int Start, decimal Value);

    private sealed record RateRow(decimal Rate, decimal Base, decimal Vat, int Row);
}
