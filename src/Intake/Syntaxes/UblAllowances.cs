namespace DolibarrAgent.Intake;

/// <summary>An allowance or charge of a UBL document, line or price.</summary>
internal static class UblAllowances
{
    public static AllowanceCharge Read(Element element, Func<Element, decimal?> number)
    {
        // Its VAT is in the breakdown.
        element["TaxTotal"].Know();
        return new()
        {
            IsCharge = element["ChargeIndicator"].Text is "true" or "1",
            Amount = number(element["Amount"]),
            Base = number(element["BaseAmount"]),
            Percent = number(element["MultiplierFactorNumeric"]),
            Reason = element["AllowanceChargeReason"].Text ?? element["AllowanceChargeReasonCode"].Text,
            VatRate = number(element["TaxCategory"]["Percent"]),
            VatCategory = element["TaxCategory"]["ID"].Text,
        };
    }
}
