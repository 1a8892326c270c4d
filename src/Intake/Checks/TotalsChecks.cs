using System.Globalization;

namespace DolibarrAgent.Intake;

/// <summary>Whether the document's own totals add up (EN 16931, BR-CO-10 to BR-CO-16), so far as it states them.</summary>
internal static class TotalsChecks
{
    public static IEnumerable<IntakeWarning> Of(InvoiceFacts facts)
    {
        var totals = facts.Totals;
        var vat = totals.Vat ?? (facts.VatBreakdown.IsEmpty ? null : facts.VatBreakdown.Sum(v => v.Amount ?? 0));
        return new[]
        {
            Check("BT-109", "The net total", totals.Net, totals.LineTotal - (totals.Allowances ?? 0) + (totals.Charges ?? 0)),
            Check("BT-110", "The VAT total", facts.VatBreakdown.IsEmpty ? null : totals.Vat, facts.VatBreakdown.Sum(v => v.Amount ?? 0)),
            Check("BT-112", "The gross total", totals.Gross, totals.Net + vat),
            CheckLines(facts),
            Check("BT-115", "The amount due", totals.Due, totals.Gross - (totals.Prepaid ?? 0) + (totals.Rounding ?? 0)) is { } due
                ? due with { Code = "due-does-not-add-up" }
                : null,
        }.OfType<IntakeWarning>();
    }

    // Which lines count is a question of its own where they are nested: the fit answers it.
    private static IntakeWarning? CheckLines(InvoiceFacts facts) =>
        facts.Lines.IsEmpty || facts.Lines.Any(l => l.Parent is not null || l.Status is not null || l.NetAmount is null)
            ? null
            : Check("BT-106", "The sum of the lines", facts.Totals.LineTotal, facts.Lines.Sum(l => l.NetAmount ?? 0));

    private static IntakeWarning? Check(string term, string what, decimal? stated, decimal? computed) =>
        stated is null || computed is null || stated == computed
            ? null
            : new("totals-do-not-add-up", $"{what} is stated as {Text(stated)} and comes to {Text(computed)}.", term);

    private static string Text(decimal? amount) => amount!.Value.ToString("0.00######", CultureInfo.InvariantCulture);
}
