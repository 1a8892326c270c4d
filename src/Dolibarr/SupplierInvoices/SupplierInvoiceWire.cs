using System.Text.Json.Serialization;

namespace DolibarrAgent.Dolibarr;

/// <summary>An invoice without its lines.</summary>
internal record SupplierInvoiceHeadWire
{
    [JsonPropertyName("id")]
    public required long? Id { get; init; }

    [JsonPropertyName("ref")]
    public required string Ref { get; init; }

    [JsonPropertyName("ref_supplier")]
    public required string SupplierReference { get; init; }

    [JsonPropertyName("socid")]
    public required long? SupplierId { get; init; }

    [JsonPropertyName("type")]
    public required long? Type { get; init; }

    [JsonPropertyName("status")]
    public required long? Status { get; init; }

    [JsonPropertyName("paid")]
    public bool Paid { get; set; }

    [JsonPropertyName("date")]
    public DateOnly? Date { get; set; }

    [JsonPropertyName("date_echeance")]
    public DateOnly? DueDate { get; set; }

    [JsonPropertyName("cond_reglement_code")]
    public string PaymentTerms { get; set; } = "";

    [JsonPropertyName("mode_reglement_code")]
    public string PaymentMeans { get; set; } = "";

    [JsonPropertyName("label")]
    public string Label { get; set; } = "";

    [JsonPropertyName("note_public")]
    public string NotePublic { get; set; } = "";

    [JsonPropertyName("note_private")]
    public string NotePrivate { get; set; } = "";

    [JsonPropertyName("multicurrency_code")]
    public string Currency { get; set; } = "";

    [JsonPropertyName("multicurrency_tx")]
    public decimal? CurrencyRate { get; set; }

    [JsonPropertyName("multicurrency_total_ht")]
    public decimal? ForeignExclTax { get; set; }

    [JsonPropertyName("multicurrency_total_tva")]
    public decimal? ForeignVat { get; set; }

    [JsonPropertyName("multicurrency_total_ttc")]
    public decimal? ForeignInclTax { get; set; }

    [JsonPropertyName("total_ht")]
    public required decimal? TotalExclTax { get; init; }

    [JsonPropertyName("total_tva")]
    public required decimal? TotalVat { get; init; }

    [JsonPropertyName("total_ttc")]
    public required decimal? TotalInclTax { get; init; }

    [JsonPropertyName("fk_facture_source")]
    public long? CreditedInvoiceId { get; set; }

    [JsonPropertyName("ref_ext")]
    public string Marker { get; set; } = "";

    // An invoice in the books' own currency has a rate of 1, or none.
    protected bool IsForeign => CurrencyRate is not (null or 0 or 1);

    /// <summary>Null where the object has no id: it is not an invoice.</summary>
    public SupplierInvoice? ToHead() => Id is not > 0 || SupplierId is not > 0 ? null : new SupplierInvoice
    {
        Id = Id.Value,
        Ref = Ref,
        SupplierReference = SupplierReference,
        SupplierId = SupplierId.Value,
        Type = Type is >= 0 and <= 3 ? (SupplierInvoiceType)Type.Value : SupplierInvoiceType.Other,
        Status = Status is >= 0 and <= 3 ? (SupplierInvoiceStatus)Status.Value : SupplierInvoiceStatus.Other,
        IsPaid = Paid,
        Date = Date,
        DueDate = DueDate,
        PaymentTerms = PaymentTerms,
        PaymentMeans = PaymentMeans,
        Label = Label,
        NotePublic = NotePublic,
        NotePrivate = NotePrivate,
        Currency = Currency,
        CurrencyRate = IsForeign ? CurrencyRate!.Value : 1,
        TotalExclTax = (IsForeign ? ForeignExclTax : TotalExclTax) ?? 0,
        TotalVat = (IsForeign ? ForeignVat : TotalVat) ?? 0,
        TotalInclTax = (IsForeign ? ForeignInclTax : TotalInclTax) ?? 0,
        BookedExclTax = TotalExclTax ?? 0,
        BookedVat = TotalVat ?? 0,
        BookedInclTax = TotalInclTax ?? 0,
        CreditedInvoiceId = CreditedInvoiceId is > 0 ? CreditedInvoiceId : null,
        Marker = Marker,
    };
}

internal sealed record SupplierInvoiceWire : SupplierInvoiceHeadWire
{
    [JsonPropertyName("lines")]
    public required IReadOnlyList<SupplierInvoiceLineWire> Lines { get; init; }

    /// <summary>Null where the object has no id: it is not an invoice.</summary>
    public SupplierInvoice? ToSupplierInvoice() => ToHead() is { } head ? head with { Lines = [.. Loose.Each(Lines).Select(line => line.ToLine(IsForeign))] } : null;
}

internal sealed record SupplierInvoiceLineWire
{
    [JsonPropertyName("id")]
    public required long? Id { get; init; }

    [JsonPropertyName("description")]
    public required string Description { get; init; }

    [JsonPropertyName("qty")]
    public required decimal? Quantity { get; init; }

    [JsonPropertyName("subprice")]
    public required decimal? UnitPrice { get; init; }

    [JsonPropertyName("multicurrency_subprice")]
    public decimal? ForeignUnitPrice { get; set; }

    [JsonPropertyName("multicurrency_total_ht")]
    public decimal? ForeignExclTax { get; set; }

    [JsonPropertyName("multicurrency_total_tva")]
    public decimal? ForeignVat { get; set; }

    [JsonPropertyName("multicurrency_total_ttc")]
    public decimal? ForeignInclTax { get; set; }

    [JsonPropertyName("tva_tx")]
    public required decimal? VatRate { get; init; }

    [JsonPropertyName("remise_percent")]
    public decimal? DiscountPercent { get; set; }

    [JsonPropertyName("product_type")]
    public required long? Kind { get; init; }

    [JsonPropertyName("date_start")]
    public DateOnly? PeriodFrom { get; set; }

    [JsonPropertyName("date_end")]
    public DateOnly? PeriodTo { get; set; }

    [JsonPropertyName("fk_product")]
    public long? ProductId { get; set; }

    [JsonPropertyName("product_ref")]
    public string ProductRef { get; set; } = "";

    [JsonPropertyName("ref_supplier")]
    public string SupplierProductReference { get; set; } = "";

    [JsonPropertyName("fk_unit")]
    public long? UnitId { get; set; }

    [JsonPropertyName("vat_src_code")]
    public string VatCode { get; set; } = "";

    [JsonPropertyName("info_bits")]
    public long? InfoBits { get; set; }

    [JsonPropertyName("total_ht")]
    public required decimal? TotalExclTax { get; init; }

    [JsonPropertyName("total_tva")]
    public required decimal? TotalVat { get; init; }

    [JsonPropertyName("total_ttc")]
    public required decimal? TotalInclTax { get; init; }

    /// <param name="isForeign">Whether its invoice is in another currency than the books, whose amounts then count.</param>
    public SupplierInvoiceLine ToLine(bool isForeign) => new()
    {
        Id = Id ?? 0,
        Description = Description,
        Quantity = Quantity ?? 0,
        UnitPrice = (isForeign ? ForeignUnitPrice : UnitPrice) ?? 0,
        VatRate = VatRate ?? 0,
        DiscountPercent = DiscountPercent ?? 0,
        Kind = Kind switch { 0 => LineKind.Goods, 1 => LineKind.Service, _ => LineKind.Other },
        PeriodFrom = PeriodFrom,
        PeriodTo = PeriodTo,
        ProductId = ProductId is > 0 ? ProductId : null,
        ProductRef = ProductRef,
        SupplierProductReference = SupplierProductReference,
        UnitId = UnitId is > 0 ? UnitId : null,
        VatCode = VatCode,
        InfoBits = InfoBits ?? 0,
        TotalExclTax = (isForeign ? ForeignExclTax : TotalExclTax) ?? 0,
        TotalVat = (isForeign ? ForeignVat : TotalVat) ?? 0,
        TotalInclTax = (isForeign ? ForeignInclTax : TotalInclTax) ?? 0,
    };
}
