using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>The totals and the VAT breakdown of a UBL document.</summary>
internal sealed class UblTotals(Element root, Extraction facts, string? currency)
{
    private readonly Element sums = root["LegalMonetaryTotal"];
    private Element? vatTotal;

    public Totals Read() => new()
    {
        LineTotal = facts.Number(sums["LineExtensionAmount"], "BT-106"),
        Allowances = facts.Number(sums["AllowanceTotalAmount"], "BT-107"),
        Charges = facts.Number(sums["ChargeTotalAmount"], "BT-108"),
        Net = facts.Number(sums["TaxExclusiveAmount"], "BT-109"),
        Vat = facts.Number(VatTotal["TaxAmount"], "BT-110"),
        VatInTaxCurrency = OtherVatTotal is { } other ? facts.Number(other["TaxAmount"], "BT-111") : null,
        Gross = facts.Number(sums["TaxInclusiveAmount"], "BT-112"),
        Prepaid = facts.Number(sums["PrepaidAmount"], "BT-113"),
        Rounding = facts.Number(sums["PayableRoundingAmount"], "BT-114"),
        Due = facts.Number(sums["PayableAmount"], "BT-115"),
    };

    public ImmutableArray<VatEntry> ReadVat()
    {
        // The same VAT told in another currency is not a second tax.
        OtherVatTotal?.Know("TaxableAmount", "TaxAmount");
        return [.. VatTotal.All("TaxSubtotal").Select(tax => new VatEntry
        {
            Category = facts.Text(tax["TaxCategory"]["ID"], "BT-118"),
            Rate = facts.Number(tax["TaxCategory"].Either("Percent", "Rate"), "BT-119") ?? facts.Number(tax["Percent"], "BT-119"),
            Base = facts.Number(tax["TaxableAmount"], "BT-116"),
            Amount = facts.Number(tax["TaxAmount"], "BT-117"),
            Exemption = facts.Text(tax["TaxCategory"]["TaxExemptionReason"], "BT-120") ?? facts.Text(tax["TaxCategory"]["TaxExemptionReasonCode"], "BT-121"),
        })];
    }

    /// <summary>The one with the breakdown, in the document's currency; the other is the same VAT in the tax currency.</summary>
    private Element VatTotal => vatTotal ??= root.All("TaxTotal").Where(IsInDocumentCurrency).OrderByDescending(t => t["TaxSubtotal"].Exists).FirstOrDefault() ?? root["TaxTotal"];

    private Element? OtherVatTotal => root.All("TaxTotal").FirstOrDefault(t => !ReferenceEquals(t, VatTotal) && !IsInDocumentCurrency(t));

    private bool IsInDocumentCurrency(Element total) => total["TaxAmount"].Attribute("currencyID") is { } stated ? stated == currency : currency is null;
}
