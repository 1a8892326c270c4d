using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>Receipts say the amount with VAT and the VAT in it: one rate, its VAT to the cent, and net is what is left.</summary>
internal static class IncludedVat
{
    /// <summary>The amounts that close so.</summary>
    public static List<PageTotals> Of(ImmutableArray<ReadRow> rows, ImmutableArray<LabelledAmount> labelled)
    {
        var said = (from row in rows
                    from label in row.Labels
                    where label.Kind == LabelKind.IncludedVat
                    let rate = row.Tokens.OfType<PageToken.Percent>().FirstOrDefault(token => token.Start >= label.Start)
                    where rate is not null
                    from amount in row.Tokens.OfType<PageToken.Number>().Where(token => token.Start >= label.End
                        && token.Whole == 1).Take(1)
                    select new { Rate = rate.Value, Vat = amount.Readings[0] }).Distinct().ToList();
        return said is not [{ Rate: > 0 } only] ? [] :
        [
            .. (from gross in labelled
                where gross.Kind == LabelKind.Gross && gross.IsAlone && gross.Value != 0
                let net = gross.Value - only.Vat
                where Rounded.Amount(gross.Value * only.Rate / (100 + only.Rate)) == only.Vat
                select new PageTotals(net, only.Vat, gross.Value, [new(only.Rate, net, only.Vat, RateFrom.Page)])).Distinct(),
        ];
    }
}
