using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Objects of the target as a model sees them: few members, empty ones left out.</summary>
internal static class ObjectJson
{
    private const int MostLines = 40;

    public static void ThirdParty(Utf8JsonWriter writer, string handle, ThirdParty party)
    {
        writer.WriteString("id", handle);
        writer.WriteBoolean("supplier", party.IsSupplier);
        writer.WriteBoolean("open", party.IsOpen);
        ToolJson.Data(writer, DataFrom.Dolibarr,
            new DataMember("name", party.Name), new DataMember("alias", party.NameAlias), new DataMember("vat_number", party.VatNumber), new DataMember("siren", party.Siren), new DataMember("siret", party.Siret),
            new DataMember("email", party["email"]), new DataMember("phone", party["phone"]), new DataMember("address", party["address"]), new DataMember("zip", party.Zip), new DataMember("town", party.Town), new DataMember("country", party.CountryCode), new DataMember("url", party["url"]));
    }

    /// <summary>A third party in a list: enough to tell it from the others.</summary>
    public static void ThirdPartyRow(Utf8JsonWriter writer, string handle, ThirdParty party)
    {
        writer.WriteString("id", handle);
        writer.WriteBoolean("supplier", party.IsSupplier);
        writer.WriteBoolean("open", party.IsOpen);
        ToolJson.Data(writer, DataFrom.Dolibarr, new DataMember("name", party.Name), new DataMember("vat_number", party.VatNumber), new DataMember("siren", party.Siren), new DataMember("siret", party.Siret), new DataMember("town", party.Town));
    }

    public static void Invoice(Utf8JsonWriter writer, InvoiceHandles handles, SupplierInvoice invoice)
    {
        InvoiceRow(writer, handles, invoice);
        writer.WriteStartArray("lines");
        foreach (var line in invoice.Lines.Take(MostLines))
        {
            writer.WriteStartObject();
            writer.WriteString("quantity", Decimals.Text(line.Quantity));
            writer.WriteString("unit_price", Decimals.Text(line.UnitPrice));
            writer.WriteString("vat_rate", Decimals.Text(line.VatRate));
            if (line.DiscountPercent != 0)
            {
                writer.WriteString("discount_percent", Decimals.Text(line.DiscountPercent));
            }
            writer.WriteString("kind", line.Kind == LineKind.Goods ? "goods" : "service");
            writer.WriteString("net", Decimals.Cents(line.TotalExclTax));
            ToolJson.Data(writer, DataFrom.Dolibarr, new DataMember("description", line.Description));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        if (invoice.Lines.Length > MostLines)
        {
            writer.WriteNumber("lines_not_shown", invoice.Lines.Length - MostLines);
        }
    }

    /// <summary>An invoice in a list: without its lines.</summary>
    public static void InvoiceRow(Utf8JsonWriter writer, InvoiceHandles handles, SupplierInvoice invoice)
    {
        writer.WriteString("id", handles.Invoice);
        writer.WriteString("supplier", handles.Supplier);
        writer.WriteString("type", invoice.Type switch { SupplierInvoiceType.CreditNote => "creditNote", SupplierInvoiceType.Deposit => "deposit", SupplierInvoiceType.Standard => "standard", _ => "other" });
        writer.WriteString("status", invoice.IsPaid ? "paid" : invoice.Status.ToString().ToLowerInvariant());
        writer.WriteString("date", Days.Text(invoice.Date));
        writer.WriteString("due_date", Days.Text(invoice.DueDate));
        writer.WriteString("net", Decimals.Cents(invoice.TotalExclTax));
        writer.WriteString("vat", Decimals.Cents(invoice.TotalVat));
        writer.WriteString("gross", Decimals.Cents(invoice.TotalInclTax));
        ToolJson.Data(writer, DataFrom.Dolibarr, new DataMember("reference", invoice.SupplierReference), new DataMember("number", invoice.Ref), new DataMember("currency", invoice.Currency), new DataMember("label", invoice.Label), new DataMember("note", invoice.NotePublic));
    }
}

/// <summary>How an invoice and its supplier are named.</summary>
internal sealed record InvoiceHandles(string Invoice, string Supplier);
