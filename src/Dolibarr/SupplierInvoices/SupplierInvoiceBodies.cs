using System.Text.Json.Serialization;

namespace DolibarrAgent.Dolibarr;

/// <summary>A whole invoice, in one call and so in one transaction.</summary>
internal sealed record SupplierInvoiceBody
{
    [JsonPropertyName("socid")]
    public required long SupplierId { get; init; }

    [JsonPropertyName("ref_supplier")]
    public required string SupplierReference { get; init; }

    [JsonPropertyName("type")]
    public required int Type { get; init; }

    /// <summary>Always sent: without one the server takes today.</summary>
    [JsonPropertyName("date")]
    public required DateOnly Date { get; init; }

    [JsonPropertyName("date_echeance")]
    public DateOnly? DueDate { get; init; }

    [JsonPropertyName("cond_reglement_id")]
    public long? PaymentTermsId { get; init; }

    [JsonPropertyName("mode_reglement_id")]
    public long? PaymentMeansId { get; init; }

    /// <summary>With <see cref="CurrencyRate"/>, and only where it differs from the books'.</summary>
    [JsonPropertyName("multicurrency_code")]
    public string? Currency { get; init; }

    /// <summary>Always sent with a currency: else the server takes the newest rate, whatever the invoice's date.</summary>
    [JsonPropertyName("multicurrency_tx")]
    public decimal? CurrencyRate { get; init; }

    [JsonPropertyName("label")]
    public string? Label { get; init; }

    [JsonPropertyName("note_public")]
    public string? NotePublic { get; init; }

    [JsonPropertyName("note_private")]
    public string? NotePrivate { get; init; }

    [JsonPropertyName("fk_facture_source")]
    public long? CreditedInvoiceId { get; init; }

    [JsonPropertyName("ref_ext")]
    public string? Marker { get; init; }

    [JsonPropertyName("lines")]
    public required IReadOnlyList<LineOfNewInvoiceBody> Lines { get; init; }
}

/// <summary>A line inside a new invoice. Here it is <c>desc</c> and <c>subprice</c>; the names of <see cref="LineBody"/> would give a price of 0.</summary>
internal sealed record LineOfNewInvoiceBody
{
    [JsonPropertyName("desc")]
    public required string Description { get; init; }

    [JsonPropertyName("qty")]
    public required decimal Quantity { get; init; }

    [JsonPropertyName("subprice")]
    public required decimal UnitPrice { get; init; }

    /// <summary>In the invoice's currency, beside the booked price: from one alone the server works out the other, and can be a cent off.</summary>
    [JsonPropertyName("multicurrency_subprice")]
    public decimal? ForeignUnitPrice { get; init; }

    [JsonPropertyName("tva_tx")]
    public required decimal VatRate { get; init; }

    [JsonPropertyName("product_type")]
    public required int Kind { get; init; }

    [JsonPropertyName("remise_percent")]
    public required decimal DiscountPercent { get; init; }

    /// <summary>Unix seconds, see <see cref="LineDay"/>.</summary>
    [JsonPropertyName("date_start")]
    public long? PeriodFrom { get; init; }

    /// <summary>Unix seconds, see <see cref="LineDay"/>.</summary>
    [JsonPropertyName("date_end")]
    public long? PeriodTo { get; init; }

    [JsonPropertyName("fk_product")]
    public long? ProductId { get; init; }

    [JsonPropertyName("ref_supplier")]
    public string? SupplierProductReference { get; init; }
}

/// <summary>A line by itself. Here it is <c>description</c> and <c>pu_ht</c>. What is left out is wiped, but for the product, which stays.</summary>
internal sealed record LineBody
{
    [JsonPropertyName("description")]
    public required string Description { get; init; }

    [JsonPropertyName("qty")]
    public required decimal Quantity { get; init; }

    [JsonPropertyName("pu_ht")]
    public required decimal UnitPrice { get; init; }

    [JsonPropertyName("tva_tx")]
    public required VatOnWire VatRate { get; init; }

    [JsonPropertyName("product_type")]
    public required int Kind { get; init; }

    [JsonPropertyName("remise_percent")]
    public required decimal DiscountPercent { get; init; }

    /// <summary>Unix seconds, see <see cref="LineDay"/>.</summary>
    [JsonPropertyName("date_start")]
    public long? PeriodFrom { get; init; }

    /// <summary>Unix seconds, see <see cref="LineDay"/>.</summary>
    [JsonPropertyName("date_end")]
    public long? PeriodTo { get; init; }

    [JsonPropertyName("fk_product")]
    public long? ProductId { get; init; }

    [JsonPropertyName("ref_supplier")]
    public string? SupplierProductReference { get; init; }

    [JsonPropertyName("fk_unit")]
    public long? UnitId { get; init; }

    [JsonPropertyName("info_bits")]
    public long? InfoBits { get; init; }
}

/// <summary>The closed list of what may change of a draft's header. What is null is not sent.</summary>
internal sealed record SupplierInvoiceHeaderBody
{
    [JsonPropertyName("ref_supplier")]
    public string? SupplierReference { get; init; }

    [JsonPropertyName("date")]
    public DateOnly? Date { get; init; }

    [JsonPropertyName("date_echeance")]
    public DateOnly? DueDate { get; init; }

    [JsonPropertyName("cond_reglement_id")]
    public long? PaymentTermsId { get; init; }

    [JsonPropertyName("mode_reglement_id")]
    public long? PaymentMeansId { get; init; }

    [JsonPropertyName("label")]
    public string? Label { get; init; }

    [JsonPropertyName("note_public")]
    public string? NotePublic { get; init; }

    [JsonPropertyName("note_private")]
    public string? NotePrivate { get; init; }
}
