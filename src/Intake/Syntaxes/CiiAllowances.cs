using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>Allowances, charges and logistics charges of a CII document or line.</summary>
internal static class CiiAllowances
{
    public static ImmutableArray<AllowanceCharge> OfDocument(Element settlement, Extraction facts)
    {
        var found = ImmutableArray.CreateBuilder<AllowanceCharge>();
        foreach (var element in settlement.All("SpecifiedTradeAllowanceCharge"))
        {
            found.Add(facts.Told(Read(element, facts, e => facts.Number(e, "BG-20/21")), "BG-20/21"));
        }

        foreach (var service in settlement.All("SpecifiedLogisticsServiceCharge"))
        {
            var tax = service["AppliedTradeTax"];
            found.Add(facts.Told(new()
            {
                IsCharge = true,
                Amount = facts.Number(service["AppliedAmount"], "BT-X-272"),
                Reason = facts.Text(service["Description"], "BT-X-271"),
                VatRate = facts.Number(tax.Either("RateApplicablePercent", "ApplicablePercent"), "BT-X-274"),
                VatCategory = facts.Text(tax["CategoryCode"], "BT-X-273"),
            }, "BT-X-272"));
        }

        return found.DrainToImmutable();
    }

    public static ImmutableArray<AllowanceCharge> OfLine(Element settlement, Extraction facts, int position) =>
        [.. settlement.All("SpecifiedTradeAllowanceCharge")
            .Select(e => facts.Told(Read(e, facts, n => facts.LineNumber(n, "BG-27/28", position)), Extraction.Place("BG-27/28", position)))];

    private static AllowanceCharge Read(Element element, Extraction facts, Func<Element, decimal?> number)
    {
        var indicator = element["ChargeIndicator"];
        var tax = element["CategoryTradeTax"];
        return new()
        {
            IsCharge = facts.IsCharge(indicator["Indicator"] is { Exists: true } inner ? inner : indicator, "BG-20/21"),
            Amount = number(element["ActualAmount"]),
            Base = number(element["BasisAmount"]),
            Percent = number(element["CalculationPercent"]),
            Reason = element["Reason"].Text ?? element["ReasonCode"].Text,
            VatRate = number(tax.Either("RateApplicablePercent", "ApplicablePercent")),
            VatCategory = tax["CategoryCode"].Text,
        };
    }
}
