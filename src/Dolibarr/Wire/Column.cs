using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr;

/// <summary>A column of Dolibarr's tables, as its filters name it. A field's API name is not one: it gives a 503.</summary>
internal sealed record Column
{
    private Column(string name) => Name = name;

    public string Name { get; }

    /// <summary>The column of a described field.</summary>
    public static Column Of(Field field) => new(field.Column);

    /// <summary>The column of the numbers of objects that are read by their description.</summary>
    public static Column IdOf(ObjectApi api) => api.Grouped is { } grouped ? new(grouped.IdColumn) : Id;

    public static Column Id { get; } = new("t.rowid");

    public static Column Marker { get; } = new("t.ref_ext");

    public static Column ThirdPartyName { get; } = new("t.nom");

    public static Column VatNumber { get; } = new("t.tva_intra");

    public static Column Siren { get; } = new("t.siren");

    public static Column Siret { get; } = new("t.siret");

    public static Column Email { get; } = new("t.email");

    public static Column CustomerCode { get; } = new("t.code_client");

    public static Column SupplierCode { get; } = new("t.code_fournisseur");

    public static Column Supplier { get; } = new("t.fk_soc");

    public static Column SupplierReference { get; } = new("t.ref_supplier");

    public static Column AccountRef { get; } = new("t.ref");

    /// <summary>Who wrote a cheque, on a line of a bank account. That list names no table.</summary>
    public static Column LineIssuer { get; } = new("emetteur");

    public static Column ProductRef { get; } = new("t.ref");

    /// <summary>Of the suppliers' prices of products.</summary>
    public static Column ProductReferenceOfSupplier { get; } = new("s.ref_fourn");

    /// <summary>Of the same, what no call of the API shows.</summary>
    public static Column VatCodeOfSupplierPrice { get; } = new("s.default_vat_code");

    public static Column BarcodeOfSupplierPrice { get; } = new("s.barcode");

    public static Column InvoiceDate { get; } = new("t.datef");
}
