using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>How a CII document is to be paid, and what other documents it names.</summary>
internal sealed class CiiPayment(Extraction facts)
{
    public ImmutableArray<PaymentMeans> Means(Element settlement)
    {
        var reference = facts.Text(settlement["PaymentReference"], "BT-83");
        var mandate = settlement.All("SpecifiedTradePaymentTerms").Select(t => facts.Text(t["DirectDebitMandateID"], "BT-89")).FirstOrDefault(m => m is not null);
        return
        [
            .. settlement.All("SpecifiedTradeSettlementPaymentMeans").Select(means => new PaymentMeans(facts.Text(means["TypeCode"], "BT-81"))
            {
                Text = facts.Text(means["Information"], "BT-82"),
                Reference = reference,
                AccountName = facts.Text(means["PayeePartyCreditorFinancialAccount"]["AccountName"], "BT-85"),
                Bic = facts.Text(means["PayeeSpecifiedCreditorFinancialInstitution"]["BICID"], "BT-86"),
                Mandate = mandate,
                DebitedAccount = facts.Text(means["PayerPartyDebtorFinancialAccount"].Either("IBANID", "ProprietaryID"), "BT-91"),
            }),
        ];
    }

    public RelatedDocuments Related(Element agreement, Element delivery) => new()
    {
        Buyer = facts.Text(agreement["BuyerReference"], "BT-10"),
        Project = facts.Text(agreement["SpecifiedProcuringProject"]["ID"], "BT-11"),
        Contract = Number(agreement["ContractReferencedDocument"], "BT-12"),
        Order = Number(agreement["BuyerOrderReferencedDocument"], "BT-13"),
        SalesOrder = Number(agreement["SellerOrderReferencedDocument"], "BT-14"),
        DespatchAdvice = Number(delivery["DespatchAdviceReferencedDocument"], "BT-16"),
    };

    private string? Number(Element document, string term) => facts.Text(document.Either("IssuerAssignedID", "ID"), term);
}
