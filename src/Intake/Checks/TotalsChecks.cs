using DolibarrAgent.Changesets;

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
            CheckLines(facts) is { } lines && IsOneOfRounding(facts) && BreakdownCloses(facts) ? lines with { Code = "lines-do-not-add-up" } : CheckLines(facts),
            Check("BT-115", "The amount due", totals.Due, totals.Gross - (totals.Prepaid ?? 0) + (totals.Rounding ?? 0)) is { } due
                ? due with { Code = "due-does-not-add-up" }
                : null,
            CheckRounding(totals.Rounding),
        }.OfType<IntakeWarning>();
    }

    private static IntakeWarning? CheckRounding(decimal? rounding) => rounding is not { } amount || RoundingAmount.IsOne(amount)
        ? null
        : new("totals-do-not-add-up", $"A rounding of {Decimals.Money(amount)} is stated, which is too much for one; it is not entered.", "BT-114");

    // Which lines count is a question of its own where they are nested: the fit answers it.
    private static IntakeWarning? CheckLines(InvoiceFacts facts) =>
        facts.Lines.IsEmpty || facts.Lines.Any(l => l.Parent is not null || l.Status is not null || l.NetAmount is null)
            ? null
            : Check("BT-106", "The sum of the lines", facts.Totals.LineTotal, facts.Lines.Sum(l => l.NetAmount ?? 0));

    // A cent a line: the supplier rounds its lines and adds up what it did not round. More is another sum.
    private static bool IsOneOfRounding(InvoiceFacts facts) => Math.Abs((facts.Totals.LineTotal ?? 0) - facts.Lines.Sum(l => l.NetAmount ?? 0)) <= 0.01m * facts.Lines.Length;

    private static IntakeWarning? Check(string term, string what, decimal? stated, decimal? computed) =>
        stated is null || computed is null || IsSum(stated.Value, computed.Value)
            ? null
            : new("totals-do-not-add-up", $"{what} is stated as {Decimals.Money(stated)} but amounts to {Decimals.Money(computed)}.", term);

    /// <summary>
    /// Whether the VAT breakdown adds up to the document's net, VAT and gross, each entry by itself too: then it says what
    /// is owed, whatever the lines do.
    /// </summary>
    public static bool BreakdownCloses(InvoiceFacts facts) => !facts.VatBreakdown.IsEmpty
        // What somebody read out of a text has no breakdown of its own: it was worked out from the lines.
        && facts.Syntax != InvoiceSyntax.Unstructured
        && facts.Totals is { Net: { } net, Gross: { } gross }
        && facts.VatBreakdown.Sum(v => v.Base ?? 0) is var bases && IsSum(net, bases)
        && facts.VatBreakdown.Sum(v => v.Amount ?? 0) is var vat && IsSum(facts.Totals.Vat ?? vat, vat)
        && IsSum(gross, net + vat)
        && IsRateTimesBase(facts);

    private static bool IsRateTimesBase(InvoiceFacts facts)
    {
        var rates = new EffectiveRates(facts);
        return facts.VatBreakdown.All(v => Math.Abs((v.Base ?? 0) * rates.Of(v) / 100 - (v.Amount ?? 0)) <= 0.01m);
    }

    /// <summary>Whether it is the sum as the document rounds it: lines of three or four decimals add up to a rounded total.</summary>
    private static bool IsSum(decimal stated, decimal computed) => Math.Abs(stated - computed) <= (stated.Scale > 2 ? 0.0005m : 0.005m);
}
