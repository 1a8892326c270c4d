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
            ("name", party.Name), ("alias", party.NameAlias), ("vat_number", party.VatNumber), ("siren", party.Siren), ("siret", party.Siret),
            ("email", party["email"]), ("phone", party["phone"]), ("address", party["address"]), ("zip", party.Zip), ("town", party.Town), ("country", party.CountryCode), ("url", party["url"]));
    }

    /// <summary>A third party in a list: enough to tell it from the others.</summary>
    public static void ThirdPartyRow(Utf8JsonWriter writer, string handle, ThirdParty party)
    {
        writer.WriteString("id", handle);
        writer.WriteBoolean("supplier", party.IsSupplier);
        writer.WriteBoolean("open", party.IsOpen);
        ToolJson.Data(writer, DataFrom.Dolibarr, ("name", party.Name), ("vat_number", party.VatNumber), ("siren", party.Siren), ("siret", party.Siret), ("town", party.Town));
    }

    public static void Invoice(Utf8JsonWriter writer, (string Invoice, string Supplier) handles, SupplierInvoice invoice)
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
            ToolJson.Data(writer, DataFrom.Dolibarr, ("description", line.Description));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        if (invoice.Lines.Length > MostLines)
        {
            writer.WriteNumber("lines_not_shown", invoice.Lines.Length - MostLines);
        }
    }

    /// <summary>An invoice in a list: without its lines.</summary>
    public static void InvoiceRow(Utf8JsonWriter writer, (string Invoice, string Supplier) handles, SupplierInvoice invoice)
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
        ToolJson.Data(writer, DataFrom.Dolibarr, ("reference", invoice.SupplierReference), ("number", invoice.Ref), ("currency", invoice.Currency), ("label", invoice.Label), ("note", invoice.NotePublic));
    }
}
