using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>The lines of a CII document.</summary>
internal static class CiiLines
{
    public static ImmutableArray<InvoiceLine> Read(Element transaction, Extraction facts)
    {
        var lines = ImmutableArray.CreateBuilder<InvoiceLine>();
        foreach (var item in transaction.All("IncludedSupplyChainTradeLineItem"))
        {
            lines.Add(ReadLine(item, facts, lines.Count + 1));
        }

        return lines.DrainToImmutable();
    }

    private static InvoiceLine ReadLine(Element item, Extraction facts, int position)
    {
        var head = item["AssociatedDocumentLineDocument"];
        var agreement = item.Either("SpecifiedLineTradeAgreement", "SpecifiedSupplyChainTradeAgreement");
        var price = agreement["NetPriceProductTradePrice"];
        var quantity = item.Either("SpecifiedLineTradeDelivery", "SpecifiedSupplyChainTradeDelivery")["BilledQuantity"];
        var settlement = item.Either("SpecifiedLineTradeSettlement", "SpecifiedSupplyChainTradeSettlement");
        var tax = settlement["ApplicableTradeTax"];

        // The gross price and its discount are how the net price came about; a line's tax amounts are in the breakdown.
        agreement["GrossPriceProductTradePrice"].Know("ChargeAmount", "ActualAmount", "BasisAmount");
        tax.Know("CalculatedAmount", "BasisAmount");

        // What EXTENDED adds to a line: sums of what is read one by one.
        Sums(settlement).Know("ChargeTotalAmount", "AllowanceTotalAmount", "TotalAllowanceChargeAmount", "TaxTotalAmount", "GrandTotalAmount");
        return new()
        {
            Id = head["LineID"].Text,
            Parent = head["ParentLineID"].Text,
            Status = head["LineStatusReasonCode"].Text,
            Name = item["SpecifiedTradeProduct"]["Name"].Text,
            Description = item["SpecifiedTradeProduct"]["Description"].Text,
            SellerItemId = item["SpecifiedTradeProduct"]["SellerAssignedID"].Text,
            Quantity = facts.LineNumber(quantity, "BT-129", position),
            Unit = quantity.Attribute("unitCode"),
            UnitPrice = facts.LineNumber(price["ChargeAmount"], "BT-146", position),
            BaseQuantity = facts.LineNumber(price["BasisQuantity"], "BT-149", position),
            NetAmount = facts.LineNumber(Sums(settlement)["LineTotalAmount"], "BT-131", position),
            VatRate = facts.LineNumber(tax.Either("RateApplicablePercent", "ApplicablePercent"), "BT-152", position),
            VatCategory = tax["CategoryCode"].Text,
            AllowancesAndCharges = CiiAllowances.OfLine(settlement, facts, position),
            Period = ReadPeriod(settlement["BillingSpecifiedPeriod"], facts, position),
            XmlLine = item.Line,
        };
    }

    private static Element Sums(Element settlement) =>
        settlement.Either("SpecifiedTradeSettlementLineMonetarySummation", "SpecifiedTradeSettlementMonetarySummation");

    private static Period? ReadPeriod(Element period, Extraction facts, int position)
    {
        var from = facts.LineDay(period["StartDateTime"]["DateTimeString"], "BT-134", position);
        var to = facts.LineDay(period["EndDateTime"]["DateTimeString"], "BT-135", position);
        return from is null && to is null ? null : new(from, to);
    }
}
