using System.Text.Json;
using DolibarrAgent.Changesets;
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
            ToolJson.Data(writer, DataFrom.FileName, new DataMember("name", file.CleanName));
            if (document.Invoices.IsEmpty && file.HasPages)
            {
                writer.WriteString("pages", $"read_email document={handle}");
                Proven(writer, document, file);
            }
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    /// <summary>What the pages of a file do not prove, and what they say of it and of the rest.</summary>
    private static void Proven(Utf8JsonWriter writer, GivenDocument document, SourceFile file)
    {
        if (document.Reading.Documents.Where(one => one.File.HasBytesOf(file)).Select(one => one.Outcome)
            .OfType<DocumentOutcome.NoStructuredData>().FirstOrDefault()?.Printed is not { IsEmpty: false } printed)
        {
            return;
        }
        writer.WriteStartObject("candidates");
        writer.WriteStartArray("not_proven");
        foreach (var gap in printed.Gaps)
        {
            writer.WriteStringValue(JsonNamingPolicy.SnakeCaseLower.ConvertName(gap.ToString()));
        }
        writer.WriteEndArray();
        ToolJson.Data(writer, DataFrom.Pages,
            new DataMember("number", Several(printed.Number, number => number)),
            new DataMember("date", Several(printed.Date, day => Days.Text(day))),
            new DataMember("due", Several(printed.DueDate, day => Days.Text(day))),
            new DataMember("seller", Several(printed.Seller, seller => seller.VatNumber ?? seller.Siret ?? seller.Siren)),
            new DataMember("iban", Several(printed.Iban, iban => iban)),
            new DataMember("currency", Several(printed.Currency, currency => currency)),
            new DataMember("net", Several(printed.Totals, totals => Decimals.Cents(totals.Net))),
            new DataMember("vat", Several(printed.Totals, totals => Decimals.Cents(totals.Vat))),
            new DataMember("gross", Several(printed.Totals, totals => Decimals.Cents(totals.Gross))));
        writer.WriteEndObject();
    }

    // All that could be meant, the likeliest first.
    private static string? Several<T>(PageField<T> field, Func<T, string?> text)
        where T : notnull => string.Join(" or ", (field switch
        {
            PageField<T>.Proven proven => [proven.Value],
            PageField<T>.Several several => several.Candidates.Select(one => one.Value),
            _ => Enumerable.Empty<T>(),
        }).Select(text).OfType<string>().Distinct());

    private static void Invoices(Utf8JsonWriter writer, GivenDocument document)
    {
        if (document.Invoices.IsEmpty && document.Reading.Outcome.Refusal is { } refusal)
        {
            writer.WriteString("no_structured_invoice", refusal.Code.Text);
            return;
        }
        writer.WriteStartArray("invoices");
        foreach (var (handle, invoice) in document.Invoices)
        {
            var facts = invoice.Facts;
            writer.WriteStartObject();
            writer.WriteString("invoice", handle);
            ToolJson.Data(writer, DataFrom.Invoice,
                new DataMember("number", facts.Number), new DataMember("type", facts.TypeCode == "380" ? null : facts.TypeCode), new DataMember("date", Days.Text(facts.IssueDate)), new DataMember("due", Days.Text(DueDate.Of(facts)?.Day)),
                new DataMember("seller", facts.Seller.Name), new DataMember("vat_id", facts.Seller.VatId), new DataMember("siren", SirenOf(facts.Seller)), new DataMember("buyer", facts.Buyer?.Name),
                new DataMember("net", Amount(facts.Totals.Net)), new DataMember("vat", Amount(facts.Totals.Vat)), new DataMember("gross", $"{Amount(facts.Totals.Gross)} {facts.Currency}".Trim()));
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
        var start = Math.Min(from, mail.Text.Length);
        var end = DataText.Before(mail.Text, Math.Min(start + TextAtOnce, mail.Text.Length));
        if (end < mail.Text.Length)
        {
            writer.WriteNumber("read_on_from_character", end);
        }
        writer.WriteStartObject("data");
        writer.WriteString("from", DataFrom.Email);
        if (from == 0)
        {
            writer.WriteString("sender", DataText.Of(mail.From ?? "", ToolJson.LongestText));
            writer.WriteString("subject", DataText.Of(mail.Subject ?? "", ToolJson.LongestText));
        }
        writer.WriteString("text", DataText.Of(mail.Text[start..end]));
        writer.WriteEndObject();
    }

    /// <summary>The SIREN, where the VAT number does not end with it.</summary>
    private static string? SirenOf(Party seller) => seller is { Siren: { } siren, VatId: { } vat } && vat.EndsWith(siren, StringComparison.Ordinal) ? null : seller.Siren;

    private static string? Amount(decimal? amount) => Decimals.AsWritten(amount);
}
