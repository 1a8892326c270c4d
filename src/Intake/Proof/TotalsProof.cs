using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>
/// Proves the amounts: a labelled gross amount, a net amount and VAT that make it, and rates that make both. One way is proof;
/// where there are several, or none, a person or the text decides.
/// </summary>
internal static class TotalsProof
{
    private const int MostCandidates = 40;

    /// <summary>Looks for the one way in which the amounts close.</summary>
    public static PageField<PageTotals> Of(ImmutableArray<ReadRow> rows)
    {
        var labelled = Labelled(rows);
        var rates = new RateRows(rows);
        var gross = Values(labelled, LabelKind.Gross);
        var nets = Values(labelled, LabelKind.Net).Concat(rates.Nets).Distinct().ToList();
        var vats = Values(labelled, LabelKind.Vat).ToHashSet();
        var closing = (from net in nets
                       from all in gross
                       where SameSign(net, all)
                       from way in rates.Ways(net, all - net)
                       where all == net || vats.Contains(all - net) || way.All(rate => rate.From == RateFrom.Breakdown)
                       select new PageTotals(net, all - net, all, way)).Distinct().ToList();
        var whole = closing.Where(one => one.Vat != 0).ToList() is { Count: > 0 } withVat ? withVat : closing;
        var last = whole.Where(one => !whole.Exists(other => IsPart(one, other))).ToList();
        return last switch
        {
            [var only] => new PageField<PageTotals>.Proven(only, PlacesOf(only, labelled)),
            [] => new PageField<PageTotals>.NotThere(),
            _ => new PageField<PageTotals>.Several([.. last.Select(one => new PageCandidate<PageTotals>(one, PlacesOf(one, labelled)[0]))]),
        };
    }

    /// <summary>The amounts that labels announce, whether they close or not.</summary>
    public static ImmutableArray<LabelledAmount> Labelled(ImmutableArray<ReadRow> rows)
    {
        var binding = new Binding(rows);
        return
        [
            .. from row in rows
               from label in row.Labels
               where label.Kind is LabelKind.Net or LabelKind.Vat or LabelKind.Gross
               from token in binding.Of<PageToken.Number>(row, label)
               from value in token.Readings
               select new LabelledAmount(label.Kind, value, token.Place),
        ];
    }

    private static List<decimal> Values(ImmutableArray<LabelledAmount> labelled, LabelKind kind) =>
        [.. labelled.Where(one => one.Kind == kind && one.Value != 0).Select(one => one.Value).Distinct().Take(MostCandidates)];

    // The total of one rate closes by itself, and is part of the total of all.
    private static bool IsPart(PageTotals one, PageTotals other) =>
        other.Rates.Length > 1 && !one.Equals(other) && other.Rates.Any(rate => rate.Base == one.Net && rate.Amount == one.Vat);

    private static bool SameSign(decimal net, decimal gross) => Math.Sign(net) == Math.Sign(gross) && Math.Abs(net) <= Math.Abs(gross);

    private static ImmutableArray<PagePlace> PlacesOf(PageTotals totals, ImmutableArray<LabelledAmount> labelled) =>
    [
        .. new[] { new { Kind = LabelKind.Gross, Value = totals.Gross }, new { Kind = LabelKind.Net, Value = totals.Net }, new { Kind = LabelKind.Vat, Value = totals.Vat } }
            .Select(wanted => labelled.FirstOrDefault(one => one.Kind == wanted.Kind && one.Value == wanted.Value)?.Place).OfType<PagePlace>(),
    ];
}

/// <summary>An amount with what a label says that it is.</summary>
internal sealed record LabelledAmount(LabelKind Kind, decimal Value, PagePlace Place);
