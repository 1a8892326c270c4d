using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>How a UBL document is to be paid, and what other documents it names.</summary>
internal sealed class UblPayment(Element root, Extraction facts)
{
    public ImmutableArray<PaymentMeans> Means() =>
    [
        .. root.All("PaymentMeans").Select(means => new PaymentMeans(facts.Text(means["PaymentMeansCode"], "BT-81"))
        {
            Text = means["PaymentMeansCode"].Attribute("name") ?? facts.Text(means["InstructionNote"], "BT-82"),
            Reference = facts.Text(means["PaymentID"], "BT-83"),
            AccountName = facts.Text(means["PayeeFinancialAccount"]["Name"], "BT-85"),
            Bic = facts.Text(means["PayeeFinancialAccount"]["FinancialInstitutionBranch"]["ID"], "BT-86"),
            Mandate = facts.Text(means["PaymentMandate"]["ID"], "BT-89"),
            DebitedAccount = facts.Text(means["PaymentMandate"]["PayerFinancialAccount"]["ID"], "BT-91"),
        }),
    ];

    /// <summary>The one number of days that the terms give; null where there are several, or in another unit. Those of a discount do not count.</summary>
    public int? Days()
    {
        var measures = root.All("PaymentTerms").Where(t => !IsDiscount(t)).Select(t => t["SettlementPeriod"]["DurationMeasure"]).Where(m => m.Exists).ToList();
        if (measures is not [var one] || one.Attribute("unitCode") is not (null or "DAY") || one.Text is not { } text)
        {
            return null;
        }

        if (Decimals.WithoutSign(text) is { } days && days <= PaymentTerms.MostDays && days == decimal.Truncate(days))
        {
            return (int)days;
        }

        facts.Warnings.Add(new("date-not-understood", $"“{text}” is not a number of days in which an invoice is paid; nothing was taken in its place.", "BT-9"));
        return null;
    }

    private static bool IsDiscount(Element terms) => terms["SettlementDiscountAmount"].Exists
        || (terms["SettlementDiscountPercent"] is { Exists: true } percent && Decimals.OfMachine(percent.Text) is not 0);

    /// <summary>BT-90 is an identifier of the seller or of the payee, of a scheme of its own.</summary>
    public string? CreditorId() => root["AccountingSupplierParty"]["Party"].All("PartyIdentification").Concat(root["PayeeParty"].All("PartyIdentification"))
        .Where(id => id["ID"].Attribute("schemeID") == "SEPA").Select(id => facts.Text(id["ID"], "BT-90")).FirstOrDefault();

    public RelatedDocuments Related() => new()
    {
        Buyer = facts.Text(root["BuyerReference"], "BT-10"),
        Project = facts.Text(root["ProjectReference"]["ID"], "BT-11"),
        Contract = facts.Text(root["ContractDocumentReference"]["ID"], "BT-12"),
        Order = facts.Text(root["OrderReference"]["ID"], "BT-13"),
        SalesOrder = facts.Text(root["OrderReference"]["SalesOrderID"], "BT-14"),
        DespatchAdvice = facts.Text(root["DespatchDocumentReference"]["ID"], "BT-16"),
    };
}
