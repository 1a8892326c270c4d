using System.Collections.Immutable;

namespace DolibarrAgent.Dolibarr;

/// <summary>A supplier invoice to create, with its lines.</summary>
internal sealed record NewSupplierInvoice
{
    public required long SupplierId { get; init; }

    public required string SupplierReference { get; init; }

    public SupplierInvoiceType Type { get; init; } = SupplierInvoiceType.Standard;

    public required DateOnly Date { get; init; }

    public DateOnly? DueDate { get; init; }

    /// <summary>This server's number, from <see cref="Dictionaries"/>; 0 for none.</summary>
    public long? PaymentTermsId { get; init; }

    /// <summary>This server's number, from <see cref="Dictionaries"/>; 0 for none.</summary>
    public long? PaymentMeansId { get; init; }

    /// <summary>Another currency than the books', which the server has; null for the books' own.</summary>
    public string? Currency { get; init; }

    /// <summary>Units of <see cref="Currency"/> for one of the books'.</summary>
    public decimal? CurrencyRate { get; init; }

    public string? Label { get; init; }

    public string? NotePublic { get; init; }

    public string? NotePrivate { get; init; }

    /// <summary>For a credit note, this server's number of the invoice that it corrects.</summary>
    public long? CreditedInvoiceId { get; init; }

    public string? Marker { get; init; }

    public required ImmutableArray<NewLine> Lines { get; init; }

    internal SupplierInvoiceBody ToBody() => new()
    {
        SupplierId = SupplierId,
        SupplierReference = SupplierReference,
        Type = (int)Type,
        Date = Date,
        DueDate = DueDate,
        PaymentTermsId = PaymentTermsId,
        PaymentMeansId = PaymentMeansId,
        Currency = Currency,
        CurrencyRate = CurrencyRate,
        Label = Label,
        NotePublic = NotePublic,
        NotePrivate = NotePrivate,
        CreditedInvoiceId = CreditedInvoiceId,
        Marker = Marker,
        Lines = [.. Lines.Select(line => line.ToBodyInInvoice())],
    };
}

/// <summary>A line to write, whole: a line has no partial change.</summary>
internal sealed record NewLine
{
    public required string Description { get; init; }

    public required decimal Quantity { get; init; }

    /// <summary>In the books' currency.</summary>
    public required decimal UnitPrice { get; init; }

    /// <summary>In the invoice's currency, if it is not that of the books.</summary>
    public decimal? ForeignUnitPrice { get; init; }

    public required decimal VatRate { get; init; }

    public decimal DiscountPercent { get; init; }

    public required LineKind Kind { get; init; }

    public DateOnly? PeriodFrom { get; init; }

    public DateOnly? PeriodTo { get; init; }

    /// <summary>This server's number, from <see cref="Products"/>. Null in place of a line that hangs on one leaves it there.</summary>
    public long? ProductId { get; init; }

    public string SupplierProductReference { get; init; } = "";

    /// <summary>Kept from the line that this one takes the place of.</summary>
    public long? UnitId { get; init; }

    /// <summary>Kept from the line that this one takes the place of, where the rate stays.</summary>
    public string VatCode { get; init; } = "";

    /// <summary>Kept from the line that this one takes the place of.</summary>
    public long InfoBits { get; init; }

    internal LineOfNewInvoiceBody ToBodyInInvoice() => new()
    {
        Description = Description,
        Quantity = Quantity,
        UnitPrice = UnitPrice,
        ForeignUnitPrice = ForeignUnitPrice,
        VatRate = VatRate,
        Kind = (int)Kind,
        DiscountPercent = DiscountPercent,
        PeriodFrom = LineDay.Of(PeriodFrom),
        PeriodTo = LineDay.Of(PeriodTo),
        ProductId = ProductId,
        SupplierProductReference = SupplierProductReference.Length > 0 ? SupplierProductReference : null,
    };

    internal LineBody ToBody() => new()
    {
        Description = Description,
        Quantity = Quantity,
        UnitPrice = UnitPrice,
        VatRate = new VatOnWire(VatRate, VatCode),
        Kind = (int)Kind,
        DiscountPercent = DiscountPercent,
        PeriodFrom = LineDay.Of(PeriodFrom),
        PeriodTo = LineDay.Of(PeriodTo),
        ProductId = ProductId,
        SupplierProductReference = SupplierProductReference.Length > 0 ? SupplierProductReference : null,
        UnitId = UnitId,
        InfoBits = InfoBits == 0 ? null : InfoBits,
    };
}

/// <summary>What changes of a draft's header. Null leaves a field as it is. Whether it is a draft is for the caller to check: Dolibarr does not.</summary>
internal sealed record SupplierInvoiceChange
{
    public string? SupplierReference { get; init; }

    public DateOnly? Date { get; init; }

    public DateOnly? DueDate { get; init; }

    /// <summary>This server's number, from <see cref="Dictionaries"/>; 0 for none.</summary>
    public long? PaymentTermsId { get; init; }

    /// <summary>This server's number, from <see cref="Dictionaries"/>; 0 for none.</summary>
    public long? PaymentMeansId { get; init; }

    public string? Label { get; init; }

    public string? NotePublic { get; init; }

    public string? NotePrivate { get; init; }

    internal SupplierInvoiceHeaderBody ToBody() => new()
    {
        SupplierReference = SupplierReference,
        Date = Date,
        DueDate = DueDate,
        PaymentTermsId = PaymentTermsId,
        PaymentMeansId = PaymentMeansId,
        Label = Label,
        NotePublic = NotePublic,
        NotePrivate = NotePrivate,
    };
}
