namespace DolibarrAgent.Intake;

/// <summary>
/// Some documents write an allowance with a minus of its own (as ZUGFeRD 1.0's did), which taken literally would
/// add it. The announced sums (BT-107, BT-108) settle which is meant.
/// </summary>
internal sealed record AllowanceSigns(int OfAllowances, int OfCharges)
{
    public static AllowanceSigns Of(InvoiceFacts facts, List<IntakeWarning> warnings)
    {
        var signs = new AllowanceSigns(Sign(facts, false, facts.Totals.Allowances), Sign(facts, true, facts.Totals.Charges));
        if (signs.OfAllowances < 0 || signs.OfCharges < 0)
        {
            warnings.Add(new("allowance-sign", "The document writes its allowances or charges with the opposite sign of their announced sum; the sum counts.", "BT-107"));
        }

        return signs;
    }

    public decimal Effect(AllowanceCharge allowance) => (allowance.Effect ?? 0) * (allowance.IsCharge ? OfCharges : OfAllowances);

    private static int Sign(InvoiceFacts facts, bool isCharge, decimal? announced)
    {
        var sum = facts.AllowancesAndCharges.Where(a => a.IsCharge == isCharge).Sum(a => a.Amount ?? 0);
        return announced is { } total && sum != 0 && sum == -total ? -1 : 1;
    }
}
