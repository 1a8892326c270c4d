using System.Collections.Frozen;

namespace DolibarrAgent.Review;

/// <summary>What a person calls the things that a changeset names.</summary>
internal static class Labels
{
    private static readonly FrozenDictionary<string, string> Fields = new Dictionary<string, string>
    {
        ["name"] = "Name",
        ["nameAlias"] = "Other name",
        ["supplier"] = "Supplier",
        ["customer"] = "Customer",
        ["vatNumber"] = "VAT number",
        ["siren"] = "SIREN",
        ["siret"] = "SIRET",
        ["email"] = "Email",
        ["phone"] = "Phone",
        ["address"] = "Address",
        ["zip"] = "Postcode",
        ["town"] = "Town",
        ["country"] = "Country",
        ["url"] = "Web site",
        ["notePublic"] = "Public note",
        ["notePrivate"] = "Private note",
        ["supplierCode"] = "Supplier code",
        ["supplierReference"] = "Supplier's reference",
        ["type"] = "Type",
        ["creditedInvoice"] = "Credited invoice",
        ["date"] = "Invoice date",
        ["dueDate"] = "Due date",
        ["label"] = "Label",
        ["currency"] = "Currency",
        ["lines"] = "Lines",
        ["status"] = "Status",
        ["number"] = "Number",
        ["totalExclTax"] = "Total excl. tax",
        ["totalVat"] = "Total VAT",
        ["totalInclTax"] = "Total incl. tax",
        ["description"] = "Description",
        ["quantity"] = "Quantity",
        ["unitPrice"] = "Unit price",
        ["discountPercent"] = "Discount %",
        ["vatRate"] = "VAT %",
        ["kind"] = "Kind",
        ["size"] = "Size",
        ["sha256"] = "SHA-256",
        ["files"] = "Files",
        ["marker"] = "Made by",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Where a column is narrow.</summary>
    private static readonly FrozenDictionary<string, string> Columns = new Dictionary<string, string>
    {
        ["quantity"] = "Qty",
        ["unitPrice"] = "Price",
        ["discountPercent"] = "Disc. %",
        ["totalExclTax"] = "Net",
        ["totalVat"] = "VAT",
        ["totalInclTax"] = "Gross",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Numbers =
        FrozenSet.Create(StringComparer.Ordinal, "quantity", "unitPrice", "discountPercent", "vatRate", "totalExclTax", "totalVat", "totalInclTax");

    private static readonly FrozenDictionary<string, string> Resources = new Dictionary<string, string>
    {
        ["thirdparty"] = "third party",
        ["supplierInvoice"] = "supplier invoice",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Facts = new Dictionary<string, string>
    {
        ["number"] = "Number",
        ["issueDate"] = "Date",
        ["date"] = "Date of the document",
        ["dueDate"] = "Due date",
        ["currency"] = "Currency",
        ["net"] = "Total excl. tax",
        ["vat"] = "Total VAT",
        ["gross"] = "Total incl. tax",
        ["due"] = "Amount due",
        ["prepaid"] = "Prepaid",
        ["ibans"] = "Asks to pay to",
        ["typeCode"] = "Type of document",
        ["sellerName"] = "Seller",
        ["sellerVatId"] = "Seller's VAT number",
        ["sellerSiren"] = "Seller's SIREN",
        ["sellerSiret"] = "Seller's SIRET",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static VisibleText Field(string name) => Known(Fields, name, "field");

    public static VisibleText Column(string name) => Columns.TryGetValue(name, out var label) ? Own(label) : Field(name);

    public static VisibleText Resource(string name) => Known(Resources, name, "resource");

    /// <summary>The name of something that a document says.</summary>
    public static VisibleText Fact(string name) => Known(Facts, name, "said");

    public static bool IsNumber(string field) => Numbers.Contains(field);

    /// <summary>Words of this program where no data can stand.</summary>
    public static VisibleText Own(string words) => new([new VisiblePart(words, Voice.Ours)], Suspicion.None);

    /// <summary>A name that is not known here is data, and must not pass for one that is.</summary>
    private static VisibleText Known(FrozenDictionary<string, string> labels, string name, string what) =>
        labels.TryGetValue(name, out var label) ? Own(label) : Visible.Word(what).And(Visible.Of(name));
}
