using System.Text.Json;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// What the pages of a printed document say, as JSON: for each thing its values, and whether it is proven. No value: the pages
/// do not say it.
/// </summary>
internal static class PrintedJson
{
    public static void Write(Utf8JsonWriter writer, PageReading printed)
    {
        writer.WriteStartObject("pages");
        Write(writer, "number", printed.Number, number => number);
        Write(writer, "date", printed.Date, Days.Text);
        Write(writer, "dueDate", printed.DueDate, Days.Text);
        Write(writer, "sellerVatId", printed.Seller, seller => seller.VatNumber);
        Write(writer, "sellerSiren", printed.Seller, seller => seller.Siren);
        Write(writer, "iban", printed.Iban, iban => iban);
        Write(writer, "currency", printed.Currency, currency => currency);
        Write(writer, "net", printed.Totals, totals => Decimals.Cents(totals.Net));
        Write(writer, "vat", printed.Totals, totals => Decimals.Cents(totals.Vat));
        Write(writer, "gross", printed.Totals, totals => Decimals.Cents(totals.Gross));
        writer.WriteEndObject();
    }

    private static void Write<T>(Utf8JsonWriter writer, string name, PageField<T> field, Func<T, string?> text)
        where T : notnull
    {
        writer.WriteStartObject(name);
        writer.WriteBoolean("proven", field is PageField<T>.Proven);
        writer.WriteStartArray("values");
        foreach (var value in Values(field).Select(text).OfType<string>().Distinct())
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static IEnumerable<T> Values<T>(PageField<T> field)
        where T : notnull => field switch
        {
            PageField<T>.Proven proven => [proven.Value],
            PageField<T>.Several several => several.Candidates.Select(one => one.Value),
            _ => [],
        };
}
