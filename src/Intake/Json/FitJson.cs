using System.Globalization;
using System.Text.Json;

namespace DolibarrAgent.Intake;

/// <summary>What would be entered, as the member <c>dolibarr</c> of a JSON object.</summary>
internal static class FitJson
{
    public static void Write(Utf8JsonWriter writer, PreparedInvoice prepared)
    {
        var fit = prepared.Fit;
        writer.WriteStartObject("dolibarr");
        writer.WriteString("kind", fit.Kind switch
        {
            EntryKind.Invoice => "invoice",
            EntryKind.CreditNote => "credit-note",
            EntryKind.Deposit => "deposit",
            _ => "for-a-person",
        });
        WriteLines(writer, fit);
        writer.WriteString("net", Cents(fit.Predicted.Net));
        writer.WriteString("vat", Cents(fit.Predicted.Vat));
        writer.WriteString("gross", Cents(fit.Predicted.Gross));
        writer.WriteBoolean("exact", fit.Exact);
        WriteDifferences(writer, fit);
        WriteWarnings(writer, prepared);
        writer.WriteEndObject();
    }

    private static void WriteLines(Utf8JsonWriter writer, FittedInvoice fit)
    {
        writer.Objects("lines", fit.Lines, line =>
        {
            writer.WriteString("description", line.Description);
            writer.WriteString("quantity", Plain(line.Quantity));
            writer.WriteString("unitPrice", Plain(line.UnitPrice));
            writer.WriteString("vatRate", Plain(line.VatRate));
            writer.WriteString("discountPercent", Plain(line.DiscountPercent));
            writer.WriteString("kind", line.Kind switch { LineKind.Goods => "goods", LineKind.Service => "service", _ => null });
            writer.WriteString("source", line.Source);
        });
    }

    private static void WriteDifferences(Utf8JsonWriter writer, FittedInvoice fit)
    {
        writer.Objects("differences", fit.Differences, difference =>
        {
            writer.WriteString("where", difference.Where);
            writer.WriteString("document", difference.Document is { } stated ? Cents(stated) : null);
            writer.WriteString("dolibarr", Cents(difference.Dolibarr));
            writer.WriteString("cents", difference.Cents is { } cents ? Plain(cents) : null);
        });
    }

    private static void WriteWarnings(Utf8JsonWriter writer, PreparedInvoice prepared)
    {
        writer.Objects("warnings", prepared.Warnings, warning =>
        {
            writer.WriteString("code", warning.Code);
            writer.WriteString("text", warning.Text);
            writer.WriteString("where", warning.Where);
            writer.WriteBoolean("stops", Stops.Include(warning));
        });
    }

    private static string Cents(decimal amount) => amount.ToString("0.00######", CultureInfo.InvariantCulture);

    private static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
