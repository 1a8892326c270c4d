using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>The totals and the VAT breakdown of a CII document.</summary>
internal sealed class CiiTotals(Element settlement, Extraction facts)
{
    private readonly Element sums = settlement.Either("SpecifiedTradeSettlementHeaderMonetarySummation", "SpecifiedTradeSettlementMonetarySummation");

    public Totals Read(string? currency)
    {
        var (vat, vatInTaxCurrency) = ReadVatTotals(currency);
        return new()
        {
            LineTotal = facts.Number(sums["LineTotalAmount"], "BT-106"),
            Allowances = facts.Number(sums["AllowanceTotalAmount"], "BT-107"),
            Charges = facts.Number(sums["ChargeTotalAmount"], "BT-108"),
            Net = facts.Number(sums["TaxBasisTotalAmount"], "BT-109"),
            Vat = vat,
            VatInTaxCurrency = vatInTaxCurrency,
            Gross = facts.Number(sums["GrandTotalAmount"], "BT-112"),
            Prepaid = facts.Number(sums["TotalPrepaidAmount"], "BT-113"),
            Rounding = facts.Number(sums["RoundingAmount"], "BT-114"),
            Due = facts.Number(sums["DuePayableAmount"], "BT-115"),
        };
    }

    public ImmutableArray<VatEntry> ReadVat()
    {
        var entries = ImmutableArray.CreateBuilder<VatEntry>();
        foreach (var tax in settlement.All("ApplicableTradeTax"))
        {
            // What a base is made of; the base itself is read.
            tax.Know("LineTotalBasisAmount", "AllowanceChargeBasisAmount");
            entries.Add(new()
            {
                Category = facts.Text(tax["CategoryCode"], "BT-118"),
                Rate = facts.Number(tax.Either("RateApplicablePercent", "ApplicablePercent"), "BT-119"),
                Base = facts.Number(tax["BasisAmount"], "BT-116"),
                Amount = facts.Number(tax["CalculatedAmount"], "BT-117"),
                Exemption = facts.Text(tax["ExemptionReason"], "BT-120") ?? facts.Text(tax["ExemptionReasonCode"], "BT-121"),
            });
        }

        return entries.DrainToImmutable();
    }

    /// <summary>
    /// BT-110 and BT-111 are two elements of one name, told apart by their currency. One that names a currency
    /// other than the document's is not the document's VAT, even where it stands alone.
    /// </summary>
    private VatTotals ReadVatTotals(string? currency)
    {
        decimal? vat = null, inTaxCurrency = null;
        foreach (var total in sums.All("TaxTotalAmount"))
        {
            var stated = total.Attribute("currencyID");
            if (stated is null || stated == currency)
            {
                vat ??= facts.Number(total, "BT-110");
            }
            else
            {
                inTaxCurrency ??= facts.Number(total, "BT-111");
            }
        }

        return new VatTotals(vat, inTaxCurrency);
    }

    private sealed record VatTotals(decimal? Vat, decimal? InTaxCurrency);
}
