using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>The lines of a UBL document, those inside others (XRechnung's SubInvoiceLine) after the line they are a part of.</summary>
internal static class UblLines
{
    public static ImmutableArray<InvoiceLine> Read(Element root, Extraction facts)
    {
        var lines = ImmutableArray.CreateBuilder<InvoiceLine>();
        foreach (var line in root.All("InvoiceLine").Concat(root.All("CreditNoteLine")))
        {
            Add(line, null, new Collected(lines, facts));
        }

        return lines.DrainToImmutable();
    }

    // The XML's depth is limited when it is read, so this cannot run away.
    private static void Add(Element element, string? parent, Collected into)
    {
        var line = ReadLine(element, into.Facts, into.Lines.Count + 1) with { Parent = parent };
        into.Lines.Add(line);
        foreach (var part in element.All("SubInvoiceLine").Concat(element.All("SubCreditNoteLine")))
        {
            Add(part, line.Id, into);
        }
    }

    private static InvoiceLine ReadLine(Element line, Extraction facts, int position)
    {
        var quantity = line.Either("InvoicedQuantity", "CreditedQuantity");
        var item = line["Item"];
        var price = line["Price"];
        var tax = item["ClassifiedTaxCategory"];

        // The gross price and its discount are how the net price came about; a line's tax is in the breakdown.
        price["AllowanceCharge"].Know("Amount", "BaseAmount");
        line["TaxTotal"].Know("TaxAmount", "TaxableAmount");
        return new()
        {
            Id = line["ID"].Text,
            Name = item["Name"].Text,
            Description = item["Description"].Text,
            SellerItemId = item["SellersItemIdentification"]["ID"].Text,
            Quantity = facts.LineNumber(quantity, "BT-129", position),
            Unit = quantity.Attribute("unitCode"),
            UnitPrice = facts.LineNumber(price["PriceAmount"], "BT-146", position),
            BaseQuantity = facts.LineNumber(price["BaseQuantity"], "BT-149", position),
            NetAmount = facts.LineNumber(line["LineExtensionAmount"], "BT-131", position),
            VatRate = facts.LineNumber(tax["Percent"], "BT-152", position),
            VatCategory = tax["ID"].Text,
            AllowancesAndCharges = UblAllowances.OfLine(line, facts, position),
            Period = ReadPeriod(line["InvoicePeriod"], facts, position),
            XmlLine = line.Line,
        };
    }

    private static Period? ReadPeriod(Element period, Extraction facts, int position)
    {
        var from = facts.LineDay(period["StartDate"], "BT-134", position);
        var to = facts.LineDay(period["EndDate"], "BT-135", position);
        return from is null && to is null ? null : new(from, to);
    }

    private sealed record Collected(ImmutableArray<InvoiceLine>.Builder Lines, Extraction Facts);
}
