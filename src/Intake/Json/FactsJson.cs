using System.Collections.Immutable;
using System.Text.Json;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>The facts of a document as members of a JSON object.</summary>
internal static class FactsJson
{
    public static void Write(Utf8JsonWriter writer, InvoiceFacts facts)
    {
        writer.WriteString("syntax", facts.Syntax switch
        {
            InvoiceSyntax.Cii => "CII",
            InvoiceSyntax.Zugferd1 => "ZUGFeRD1",
            InvoiceSyntax.UblInvoice => "UBL-Invoice",
            InvoiceSyntax.Printed => "printed",
            _ => "UBL-CreditNote",
        });
        writer.WriteString("profile", InvoiceProfiles.NameOf(facts.Profile));
        writer.WriteString("guideline", facts.Guideline);
        writer.WriteString("number", facts.Number);
        writer.WriteString("typeCode", facts.TypeCode);
        writer.WriteBoolean("test", facts.IsTest);
        writer.WriteBoolean("copy", facts.IsCopy);
        writer.WriteString("issueDate", Days.Text(facts.IssueDate));
        Strings(writer, "dueDates", facts.DueDates.Select(d => Days.Text(d)!));
        writer.WriteString("currency", facts.Currency);
        writer.WriteString("taxCurrency", facts.TaxCurrency);
        Strings(writer, "preceding", facts.Preceding.Select(p => p.Number).OfType<string>());
        WriteParty(writer, "seller", facts.Seller);
        WriteParty(writer, "buyer", facts.Buyer);
        Strings(writer, "ibans", facts.AccountsAsWritten);
        WritePayment(writer, facts);
        WriteRelated(writer, facts.Related);
        writer.WriteString("deliveryDate", Days.Text(facts.DeliveryDate));
        WritePeriod(writer, facts.Period);
        WriteTotals(writer, facts.Totals);
        WriteVat(writer, facts);
        WriteAllowances(writer, facts.AllowancesAndCharges);
        WriteLines(writer, facts);
        WriteSources(writer, facts.Sources);
    }

    public static void Amount(Utf8JsonWriter writer, string name, decimal? amount) =>
        writer.WriteString(name, Decimals.AsWritten(amount));

    private static void WriteParty(Utf8JsonWriter writer, string role, Party? party)
    {
        if (party is null)
        {
            writer.WriteNull(role);
            return;
        }

        writer.WriteStartObject(role);
        writer.WriteString("name", party.Name);
        writer.WriteString("tradingName", party.TradingName);
        writer.WriteString("vatId", party.VatIdAsWritten ?? party.VatId);
        writer.WriteString("siren", party.Siren);
        writer.WriteString("siret", party.Siret);
        writer.WriteString("country", party.Country);
        Strings(writer, "street", party.Address.Street);
        writer.WriteString("zip", party.Address.Zip);
        writer.WriteString("town", party.Address.Town);
        writer.WriteString("phone", party.Address.Phone);
        writer.WriteString("email", party.Address.Email);
        writer.WriteEndObject();
    }

    private static void WritePayment(Utf8JsonWriter writer, InvoiceFacts facts)
    {
        writer.WriteStartObject("payment");
        writer.WriteString("due", Days.Text(DueDate.Of(facts)?.Day));
        writer.WriteString("dueFrom", DueDate.Of(facts)?.From);
        Strings(writer, "terms", facts.PaymentTerms);
        writer.Objects("means", facts.PaymentMeans, means =>
        {
            writer.WriteString("code", means.Code);
            writer.WriteString("text", means.Text);
            writer.WriteString("reference", means.Reference);
            writer.WriteString("accountName", means.AccountName);
            writer.WriteString("bic", means.Bic);
            writer.WriteString("mandate", means.Mandate);
            writer.WriteString("debitedAccount", means.DebitedAccount);
        });
        writer.WriteEndObject();
    }

    private static void WriteRelated(Utf8JsonWriter writer, RelatedDocuments related)
    {
        writer.WriteStartObject("related");
        writer.WriteString("buyerReference", related.Buyer);
        writer.WriteString("project", related.Project);
        writer.WriteString("contract", related.Contract);
        writer.WriteString("order", related.Order);
        writer.WriteString("salesOrder", related.SalesOrder);
        writer.WriteString("despatchAdvice", related.DespatchAdvice);
        writer.WriteEndObject();
    }

    private static void WritePeriod(Utf8JsonWriter writer, Period? period)
    {
        if (period is null)
        {
            writer.WriteNull("period");
            return;
        }

        writer.WriteStartObject("period");
        writer.WriteString("from", Days.Text(period.From));
        writer.WriteString("to", Days.Text(period.To));
        writer.WriteEndObject();
    }

    private static void WriteTotals(Utf8JsonWriter writer, Totals totals)
    {
        writer.WriteStartObject("totals");
        Amount(writer, "lineTotal", totals.LineTotal);
        Amount(writer, "allowances", totals.Allowances);
        Amount(writer, "charges", totals.Charges);
        Amount(writer, "net", totals.Net);
        Amount(writer, "vat", totals.Vat);
        Amount(writer, "vatInTaxCurrency", totals.VatInTaxCurrency);
        Amount(writer, "gross", totals.Gross);
        Amount(writer, "prepaid", totals.Prepaid);
        Amount(writer, "rounding", totals.Rounding);
        Amount(writer, "due", totals.Due);
        writer.WriteEndObject();
    }

    private static void WriteVat(Utf8JsonWriter writer, InvoiceFacts facts)
    {
        writer.Objects("vatBreakdown", facts.VatBreakdown, entry =>
        {
            writer.WriteString("category", entry.Category);
            Amount(writer, "rate", entry.Rate);
            Amount(writer, "base", entry.Base);
            Amount(writer, "amount", entry.Amount);
        });
    }

    private static void WriteLines(Utf8JsonWriter writer, InvoiceFacts facts)
    {
        writer.Objects("lines", facts.Lines, line =>
        {
            writer.WriteString("id", line.Id);
            writer.WriteString("parent", line.Parent);
            writer.WriteString("status", line.Status);
            writer.WriteString("description", line.Label);
            writer.WriteString("sellerItemId", line.SellerItemId);
            Amount(writer, "quantity", line.Quantity);
            writer.WriteString("unit", line.Unit);
            Amount(writer, "unitPrice", line.UnitPrice);
            Amount(writer, "baseQuantity", line.BaseQuantity);
            Amount(writer, "netAmount", line.NetAmount);
            writer.WriteString("vatCategory", line.VatCategory);
            Amount(writer, "vatRate", line.VatRate);
            WritePeriod(writer, line.Period);
            WriteAllowances(writer, line.AllowancesAndCharges);
        });
    }

    private static void WriteAllowances(Utf8JsonWriter writer, ImmutableArray<AllowanceCharge> allowances)
    {
        writer.Objects("allowancesAndCharges", allowances, allowance =>
        {
            writer.WriteBoolean("charge", allowance.IsCharge);
            Amount(writer, "amount", allowance.Amount);
            Amount(writer, "base", allowance.Base);
            Amount(writer, "percent", allowance.Percent);
            writer.WriteString("reason", allowance.Reason);
            writer.WriteString("vatCategory", allowance.VatCategory);
            Amount(writer, "vatRate", allowance.VatRate);
        });
    }

    /// <summary>Where the header's facts stand; a line's facts are named by its place in <c>lines</c>.</summary>
    private static void WriteSources(Utf8JsonWriter writer, FactSources sources)
    {
        writer.WriteStartObject("sources");
        foreach (var term in sources.Terms.Order(StringComparer.Ordinal))
        {
            writer.WriteString(term, sources.Of(term));
        }

        writer.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
