using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// A rounding amount (BT-114) as a line of its own without VAT, as Dolibarr's own e-invoicing module enters it: what is
/// owed then closes to zero.
/// </summary>
internal static class RoundingEntry
{
    /// <summary>The amount that is entered, with the document's sign; 0 if there is none, or where no line can carry it.</summary>
    public static decimal AmountOf(InvoiceFacts facts, EntryKind kind) =>
        facts.Totals is { Rounding: { } rounding and not 0, Gross: not null } && CanBeEntered(facts, rounding, kind) ? rounding : 0;

    public static Entry Of(decimal amount) => new("Rounding", amount, 0) { Source = "BT-114", Kind = LineKind.Service };

    public static IntakeWarning? Warning(InvoiceFacts facts, decimal entered) => facts.Totals.Rounding is not ({ } rounding and not 0) || !RoundingAmount.IsOne(rounding)
        ? null
        : new("rounding",
            $"The amount due is rounded by {Decimals.AsWritten(rounding)} to {Decimals.AsWritten(facts.Totals.Due) ?? "an amount that is not given"}; "
                + (entered == 0 ? "Dolibarr has no place for it here, so it is not entered." : "it is entered as a line of its own without VAT."),
            "BT-114");

    // Dolibarr turns what has the other sign on a credit note; and what does not lead to the amount due is not rounding.
    private static bool CanBeEntered(InvoiceFacts facts, decimal rounding, EntryKind kind) =>
        RoundingAmount.IsOne(rounding)
        && !(kind == EntryKind.CreditNote && Math.Sign(rounding) != Math.Sign(facts.Totals.Gross!.Value))
        && (facts.Totals.Due is null || facts.Totals.Due == facts.Totals.Gross - (facts.Totals.Prepaid ?? 0) + rounding);
}
