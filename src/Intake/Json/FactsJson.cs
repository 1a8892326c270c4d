using System.Globalization;
using System.Text.Json;

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
            _ => "UBL-CreditNote",
        });
        writer.WriteString("guideline", facts.Guideline);
        writer.WriteString("number", facts.Number);
        writer.WriteString("typeCode", facts.TypeCode);
        writer.WriteString("issueDate", Day(facts.IssueDate));
        Strings(writer, "dueDates", facts.DueDates.Select(d => Day(d)!));
        writer.WriteString("currency", facts.Currency);
        WriteSeller(writer, facts.Seller);
        Strings(writer, "ibans", facts.AccountsAsWritten);
        WriteTotals(writer, facts.Totals);
        WriteVat(writer, facts);
        WriteLines(writer, facts);
    }

    public static void Amount(Utf8JsonWriter writer, string name, decimal? amount) =>
        writer.WriteString(name, amount?.ToString(CultureInfo.InvariantCulture));

    private static void WriteSeller(Utf8JsonWriter writer, Party seller)
    {
        writer.WriteStartObject("seller");
        writer.WriteString("name", seller.Name);
        writer.WriteString("vatId", seller.VatIdAsWritten);
        writer.WriteString("siren", seller.Siren);
        writer.WriteString("siret", seller.Siret);
        writer.WriteEndObject();
    }

    private static void WriteTotals(Utf8JsonWriter writer, Totals totals)
    {
        writer.WriteStartObject("totals");
        Amount(writer, "net", totals.Net);
        Amount(writer, "vat", totals.Vat);
        Amount(writer, "gross", totals.Gross);
        Amount(writer, "prepaid", totals.Prepaid);
        Amount(writer, "rounding", totals.Rounding);
        Amount(writer, "due", totals.Due);
        writer.WriteEndObject();
    }

    private static void WriteVat(Utf8JsonWriter writer, InvoiceFacts facts)
    {
        writer.WriteStartArray("vatBreakdown");
        foreach (var entry in facts.VatBreakdown)
        {
            writer.WriteStartObject();
            writer.WriteString("category", entry.Category);
            Amount(writer, "rate", entry.Rate);
            Amount(writer, "base", entry.Base);
            Amount(writer, "amount", entry.Amount);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteLines(Utf8JsonWriter writer, InvoiceFacts facts)
    {
        writer.WriteStartArray("lines");
        foreach (var line in facts.Lines)
        {
            writer.WriteStartObject();
            writer.WriteString("description", line.Label);
            Amount(writer, "quantity", line.Quantity);
            Amount(writer, "netAmount", line.NetAmount);
            Amount(writer, "vatRate", line.VatRate);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
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

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
