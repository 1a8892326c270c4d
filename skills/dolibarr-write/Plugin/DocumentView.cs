using System.Globalization;
using System.Text.Json;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>A given document as a model sees it: handles and facts of ours, and what others wrote as data.</summary>
internal static class DocumentView
{
    private const int TextAtOnce = 2000;

    public static void Write(Utf8JsonWriter writer, GivenDocument document, int from)
    {
        writer.WriteString("note", ToolJson.Note);
        writer.WriteString("document", document.Handle);
        if (from == 0)
        {
            Files(writer, document);
            Invoices(writer, document);
        }
        Text(writer, document, from);
    }

    private static void Files(Utf8JsonWriter writer, GivenDocument document)
    {
        writer.WriteStartArray("files");
        foreach (var (handle, file) in document.Files)
        {
            writer.WriteStartObject();
            writer.WriteString("file", handle);
            writer.WriteNumber("bytes", file.Bytes.Length);
            ToolJson.Data(writer, ("name", file.CleanName));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void Invoices(Utf8JsonWriter writer, GivenDocument document)
    {
        if (document.Invoices.IsEmpty && document.Reading.Outcome.Refusal is { } refusal)
        {
            writer.WriteString("no_structured_invoice", refusal.Code);
            return;
        }
        writer.WriteStartArray("invoices");
        foreach (var (handle, invoice) in document.Invoices)
        {
            var facts = invoice.Facts;
            writer.WriteStartObject();
            writer.WriteString("invoice", handle);
            ToolJson.Data(writer,
                ("number", facts.Number), ("type", facts.TypeCode), ("date", ObjectJson.Day(facts.IssueDate)), ("due", ObjectJson.Day(facts.DueDates.IsEmpty ? null : facts.DueDates.Min())),
                ("seller", facts.Seller.Name), ("vat_id", facts.Seller.VatId), ("siren", facts.Seller.Siren),
                ("net", Amount(facts.Totals.Net)), ("vat", Amount(facts.Totals.Vat)), ("gross", Amount(facts.Totals.Gross)), ("currency", facts.Currency));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter writer, GivenDocument document, int from)
    {
        if (document.Reading.Mail is not { } mail)
        {
            return;
        }
        var text = mail.Text.Length <= from ? "" : mail.Text.Substring(from, Math.Min(TextAtOnce, mail.Text.Length - from));
        if (from + text.Length < mail.Text.Length)
        {
            writer.WriteNumber("read_on_from_character", from + text.Length);
        }
        writer.WriteStartObject("data");
        if (from == 0)
        {
            writer.WriteString("from", ToolJson.Cut(mail.From ?? ""));
            writer.WriteString("subject", ToolJson.Cut(mail.Subject ?? ""));
        }
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }

    private static string? Amount(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture);
}
