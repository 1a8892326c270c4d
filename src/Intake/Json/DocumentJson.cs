using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace DolibarrAgent.Intake;

/// <summary>
/// A reading as JSON, one line for each invoice, or one that says why there is none. Amounts are strings with the
/// document's own digits; what the document does not say is null. A mail with several invoices gives a line for
/// each, with <c>file</c> as <c>mail.eml#name</c>.
/// </summary>
public static class DocumentJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        // What a terminal could act on stays escaped: text from outside is printed here.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement, UnicodeRanges.LatinExtendedA, UnicodeRanges.CurrencySymbols),
    };

    /// <summary>The lines for one file, without line ends.</summary>
    public static IEnumerable<string> Lines(Reading reading, CheckContext context, VatRounding rounding)
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (reading.Invoices.IsEmpty)
        {
            return [Write(writer => WriteRefusal(writer, reading))];
        }

        return reading.Invoices.Select(invoice =>
        {
            var file = reading.Invoices.Length == 1 ? reading.File.Name : $"{reading.File.Name}#{invoice.Files[0].Name}";
            var prepared = PreparedInvoice.Of(invoice, context, rounding);
            return Write(writer => WriteInvoice(writer, file, prepared));
        });
    }

    private static string Write(Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            body(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteRefusal(Utf8JsonWriter writer, Reading reading)
    {
        var refusal = reading.Outcome.Refusal!;
        writer.WriteString("file", reading.File.Name);
        writer.WriteString("outcome", reading.Outcome.Word);
        writer.WriteStartObject("reason");
        writer.WriteString("code", refusal.Code.Text);
        writer.WriteString("message", refusal.Message);
        writer.WriteString("remedy", refusal.Remedy);
        writer.WriteEndObject();
        if (reading.Outcome is DocumentOutcome.NoStructuredData { Printed: { } printed })
        {
            PrintedJson.Write(writer, printed);
        }
    }

    private static void WriteInvoice(Utf8JsonWriter writer, string file, PreparedInvoice prepared)
    {
        writer.WriteString("file", file);
        writer.WriteString("outcome", "parsed");
        FactsJson.Write(writer, prepared.Invoice.Facts);
        FitJson.Write(writer, prepared);
    }
}
