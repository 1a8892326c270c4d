using System.Text.Json;
using DolibarrAgent.Changesets;

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
        writer.WriteString("net", Decimals.Money(fit.Predicted.Net));
        writer.WriteString("vat", Decimals.Money(fit.Predicted.Vat));
        writer.WriteString("gross", Decimals.Money(fit.Predicted.Gross));
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
            writer.WriteString("quantity", Decimals.Text(line.Quantity));
            writer.WriteString("unitPrice", Decimals.Text(line.UnitPrice));
            writer.WriteString("vatRate", Decimals.Text(line.VatRate));
            writer.WriteString("discountPercent", Decimals.Text(line.DiscountPercent));
            writer.WriteString("kind", line.Kind switch { LineKind.Goods => "goods", LineKind.Service => "service", _ => null });
            writer.WriteString("source", line.Source);
        });
    }

    private static void WriteDifferences(Utf8JsonWriter writer, FittedInvoice fit)
    {
        writer.Objects("differences", fit.Differences, difference =>
        {
            writer.WriteString("where", difference.Where);
            writer.WriteString("document", Decimals.Money(difference.Document));
            writer.WriteString("dolibarr", Decimals.Money(difference.Dolibarr));
            writer.WriteString("cents", Decimals.Text(difference.Cents));
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
}
