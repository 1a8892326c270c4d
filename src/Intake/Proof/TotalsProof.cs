using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>
/// Proves the amounts: a labelled gross amount, a net amount and VAT that make it, and rates that make both. One way is proof;
/// where there are several, or none, a person or the text decides.
/// </summary>
internal static class TotalsProof
{
    private const int MostCandidates = 40;

    /// <summary>Looks for the one way in which the amounts close: each number taken as one, else as two that stand close.</summary>
    public static PageField<PageTotals> Of(ImmutableArray<ReadRow> rows) =>
        Of(rows, true) is var whole and not PageField<PageTotals>.NotThere ? whole : Of(rows, false);

    private static PageField<PageTotals> Of(ImmutableArray<ReadRow> rows, bool isWhole)
    {
        var labelled = Labelled(rows, isWhole);
        var rates = new RateRows(rows, isWhole);
        var closing = Closing(labelled, rates);
        if (closing.Count == 0)
        {
            closing = IncludedVat.Of(rows, labelled);
        }

        var whole = closing.Where(one => one.Vat != 0).ToList() is { Count: > 0 } withVat ? withVat : closing;
        var last = whole.Where(one => !whole.Exists(other => IsPart(one, other))).ToList();
        return last switch
        {
            [var only] when !IsPartOfMore(only, labelled) && !IsRowOfMore(only, labelled)
                && IsSure(only, labelled) =>
                    new PageField<PageTotals>.Proven(only with { At = AtOf(only, labelled) }, PlacesOf(only, labelled)),
            [] => new PageField<PageTotals>.NotThere(),
            _ => new PageField<PageTotals>.Several([.. last.Select(one => new PageCandidate<PageTotals>(one, PlacesOf(one, labelled)[0]))]),
        };
    }

    // Amounts beside their labels, or alone beneath them, go before the many of a column.
    private static List<PageTotals> Closing(ImmutableArray<LabelledAmount> labelled, RateRows rates)
    {
        var sure = Ways([.. labelled.Where(one => one.IsAlone)]);
        return sure.Count > 0 ? sure : Ways(labelled);

        List<PageTotals> Ways(ImmutableArray<LabelledAmount> from)
        {
            var gross = Values(from, LabelKind.Gross);
            gross = [.. gross, .. gross.SelectMany(paid => Values(labelled, LabelKind.Withheld)
                .Select(kept => paid + (Math.Sign(paid) * Math.Abs(kept)))).Except(gross)];
            var nets = Values(from, LabelKind.Net).Concat(rates.Nets).Distinct().ToList();
            var vats = labelled.Where(one => one.Kind == LabelKind.Vat).Select(one => one.Value).ToHashSet();
            return [.. (from net in nets
                        from all in gross
                        where SameSign(net, all)
                        from way in rates.Ways(net, all - net)
                        where all == net || vats.Contains(all - net) || way.All(rate => rate.From is RateFrom.Breakdown or RateFrom.Lines)
                        select new PageTotals(net, all - net, all, way)).Distinct()];
        }
    }

    /// <summary>The amounts that labels announce, whether they close or not.</summary>
    public static ImmutableArray<LabelledAmount> Labelled(ImmutableArray<ReadRow> rows, bool isWhole)
    {
        var binding = new Binding(rows);
        return
        [
            .. from row in rows
               from label in row.Labels
               where label.Kind is LabelKind.Net or LabelKind.Vat or LabelKind.Gross or LabelKind.Withheld or LabelKind.OtherAmount
               let right = Binding.RightOf<PageToken.Number>(row, label).ToList()
               let tokens = right.Count > 0 ? right : binding.Beneath<PageToken.Number>(row, label).ToList()
               from token in tokens
               from value in token.Of(isWhole)
               select new LabelledAmount(label.Kind, value, token.Place) { IsAlone = right.Count > 0
                   || tokens.Count == 1, IsSure = token.IsSure },
        ];
    }

    private static List<decimal> Values(ImmutableArray<LabelledAmount> labelled, LabelKind kind) =>
        [.. labelled.Where(one => one.Kind == kind && one.Value != 0).Select(one => one.Value).Distinct().Take(MostCandidates)];

    // The total of one rate closes by itself, and is part of the total of all.
    private static bool IsPart(PageTotals one, PageTotals other) =>
        other.Rates.Length > 1 && !one.Equals(other) && other.Rates.Any(rate => rate.Base == one.Net && rate.Amount == one.Vat);

    // A section of a bill closes too; the bill then asks for more somewhere. A balance from before explains more.
    private static bool IsPartOfMore(PageTotals one, ImmutableArray<LabelledAmount> labelled) =>
        labelled.Any(other => other.Kind == LabelKind.Gross && other.IsAlone && Math.Abs(other.Value) > Math.Abs(one.Gross)
            && !labelled.Any(more => more.Kind == LabelKind.OtherAmount && more.Value == other.Value - one.Gross));

    // A row of a column closes by itself; where another makes a larger gross amount of a larger net amount and its VAT, it is part of
    // that, though a rate there was not read.
    private static bool IsRowOfMore(PageTotals one, ImmutableArray<LabelledAmount> labelled)
    {
        var (nets, vats) = (Values(labelled, LabelKind.Net), Values(labelled, LabelKind.Vat));
        return Values(labelled, LabelKind.Gross).Any(gross => Math.Abs(gross) > Math.Abs(one.Gross)
            && nets.Any(net => Math.Abs(net) > Math.Abs(one.Net) && vats.Contains(gross - net)));
    }

    private static bool IsSure(PageTotals one, ImmutableArray<LabelledAmount> labelled) =>
        labelled.Any(other => other.Kind is LabelKind.Gross or LabelKind.Net
            && other.Value == (other.Kind == LabelKind.Gross ? one.Gross : one.Net) && other.IsSure);

    private static bool SameSign(decimal net, decimal gross) => Math.Sign(net) == Math.Sign(gross) && Math.Abs(net) <= Math.Abs(gross);

    private static AmountPlaces AtOf(PageTotals totals, ImmutableArray<LabelledAmount> labelled) => new(
        At(labelled, LabelKind.Net, totals.Net), At(labelled, LabelKind.Vat, totals.Vat), At(labelled, LabelKind.Gross, totals.Gross));

    private static PagePlace? At(ImmutableArray<LabelledAmount> labelled, LabelKind kind, decimal value) =>
        labelled.FirstOrDefault(one => one.Kind == kind && one.Value == value)?.Place;

    private static ImmutableArray<PagePlace> PlacesOf(PageTotals totals, ImmutableArray<LabelledAmount> labelled)
    {
        var at = AtOf(totals, labelled);
        return [.. new[] { at.Gross, at.Net, at.Vat }.OfType<PagePlace>().DefaultIfEmpty(labelled[0].Place)];
    }
}

/// <summary>An amount with what a label says that it is.</summary>
internal sealed record LabelledAmount(LabelKind Kind, decimal Value, PagePlace Place)
{
    /// <summary>Whether it stands beside its label, or is all that stands beneath it.</summary>
    public required bool IsAlone { get; init; }

    /// <summary>Whether it was read without doubt.</summary>
    public required bool IsSure { get; init; }
}
