using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>A given document as a model sees it: handles and facts of ours, and what others wrote as data.</summary>
internal static class DocumentView
{
    private const int TextAtOnce = 2000;

    private const int MostCandidates = 3;

    public static void Write(Utf8JsonWriter writer, ShownDocument shown, int from)
    {
        var document = shown.Given;
        writer.WriteString("note", ToolJson.Note);
        writer.WriteString("document", document.Handle);
        if (from == 0)
        {
            Files(writer, document);
            Invoices(writer, shown);
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
            }
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void Invoices(Utf8JsonWriter writer, ShownDocument shown)
    {
        var document = shown.Given;
        if (document.Invoices.IsEmpty && shown.Outcome.Refusal is { } refusal)
        {
            writer.WriteString("no_structured_invoice", refusal.Code.Text);
            if (shown.Outcome is DocumentOutcome.NoStructuredData { Printed: { IsEmpty: false } printed })
            {
                Candidates(writer, printed);
            }
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

    /// <summary>What the pages prove, and what they could mean where they do not: the likeliest first, each with a question mark.</summary>
    private static void Candidates(Utf8JsonWriter writer, PageReading printed)
    {
        writer.WriteStartObject("pages_say");
        ToolJson.Data(writer, DataFrom.Pages,
            new DataMember("number", Said(printed.Number, number => number)), new DataMember("date", Said(printed.Date, Days.Text)), new DataMember("due", Said(printed.DueDate, Days.Text)),
            new DataMember("seller", Said(printed.Seller, seller => seller.VatNumber ?? seller.Siret ?? seller.Siren ?? "")), new DataMember("iban", Said(printed.Iban, iban => iban)),
            new DataMember("gross", Said(printed.Totals, totals => $"{Decimals.Cents(totals.Net)} + {Decimals.Cents(totals.Vat)} = {Decimals.Cents(totals.Gross)}")));
        writer.WriteEndObject();
    }

    private static string? Said<T>(PageField<T> field, Func<T, string> text)
        where T : notnull => field switch
        {
            PageField<T>.Proven proven => text(proven.Value),
            PageField<T>.Several several => string.Join(" or ", several.Candidates.Take(MostCandidates).Select(one => $"{text(one.Value)}?")),
            _ => null,
        };

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

/// <summary>A document to show, and what came of reading it.</summary>
internal sealed record ShownDocument(GivenDocument Given, DocumentOutcome Outcome);
