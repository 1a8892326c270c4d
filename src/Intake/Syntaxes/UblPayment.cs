using System.Collections.Immutable;
using System.Globalization;

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

    /// <summary>The one number of days that the terms give; null where there are several, or in another unit.</summary>
    public int? Days()
    {
        var measures = root.All("PaymentTerms").Select(t => t["SettlementPeriod"]["DurationMeasure"]).Where(m => m.Exists).ToList();
        return measures is [var one] && one.Attribute("unitCode") is null or "DAY" && int.TryParse(one.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : null;
    }

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
