using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>The allowances and charges of a UBL document or line.</summary>
internal static class UblAllowances
{
    public static ImmutableArray<AllowanceCharge> OfDocument(Element root, Extraction facts) =>
        [.. root.All("AllowanceCharge").Select(e => facts.Told(Read(e, facts, n => facts.Number(n, "BG-20/21")), "BG-20/21"))];

    public static ImmutableArray<AllowanceCharge> OfLine(Element line, Extraction facts, int position) =>
        [.. line.All("AllowanceCharge")
            .Select(e => facts.Told(Read(e, facts, n => facts.LineNumber(n, "BG-27/28", position)), Extraction.Place("BG-27/28", position)))];

    private static AllowanceCharge Read(Element element, Extraction facts, Func<Element, decimal?> number)
    {
        // Its VAT is in the breakdown.
        element["TaxTotal"].Know("TaxAmount", "TaxableAmount");
        return new()
        {
            IsCharge = facts.IsCharge(element["ChargeIndicator"], "BG-20/21"),
            Amount = number(element["Amount"]),
            Base = number(element["BaseAmount"]),
            Percent = number(element["MultiplierFactorNumeric"]),
            Reason = element["AllowanceChargeReason"].Text ?? element["AllowanceChargeReasonCode"].Text,
            VatRate = number(element["TaxCategory"]["Percent"]),
            VatCategory = element["TaxCategory"]["ID"].Text,
        };
    }
}
