using System.Collections.Immutable;

namespace DolibarrAgent.Dolibarr;

/// <summary>A supplier invoice as Dolibarr has it, with its lines. Amounts are in <see cref="Currency"/>; texts not on file are empty.</summary>
public sealed record SupplierInvoice
{
    /// <summary>Its number on this server; means nothing on another.</summary>
    public required long Id { get; init; }

    /// <summary><c>(PROV7)</c> while a draft, then the number drawn at validation. Documents hang on it.</summary>
    public required string Ref { get; init; }

    /// <summary>The supplier's own invoice number (<c>ref_supplier</c>).</summary>
    public string SupplierReference { get; init; } = "";

    /// <summary>The third party on this server.</summary>
    public required long SupplierId { get; init; }

    /// <summary>Standard, credit note, deposit.</summary>
    public SupplierInvoiceType Type { get; init; }

    /// <summary>Draft, validated, paid, abandoned.</summary>
    public SupplierInvoiceStatus Status { get; init; }

    /// <summary>Whether it is settled. A draft can be, for Dolibarr.</summary>
    public bool IsPaid { get; init; }

    /// <summary>Invoice date; null where none is on file.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Due date; null where none is on file.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>Code of the terms of payment; empty where none are on file.</summary>
    public string PaymentTerms { get; init; } = "";

    /// <summary>Code of the means of payment; empty where none is on file.</summary>
    public string PaymentMeans { get; init; } = "";

    /// <summary>Label.</summary>
    public string Label { get; init; } = "";

    /// <summary>Note that may be printed.</summary>
    public string NotePublic { get; init; } = "";

    /// <summary>Note for the company itself.</summary>
    public string NotePrivate { get; init; } = "";

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "";

    /// <summary>Units of <see cref="Currency"/> for one of the books' currency; 1 where it is that.</summary>
    public decimal CurrencyRate { get; init; } = 1;

    /// <summary>Whether it is in another currency than the books.</summary>
    public bool IsForeign => CurrencyRate != 1;

    /// <summary>What is booked, in the books' currency: before tax, VAT, with tax. The same as the totals where the invoice is in that.</summary>
    public decimal BookedExclTax { get; init; }

    /// <summary>VAT in the books' currency.</summary>
    public decimal BookedVat { get; init; }

    /// <summary>With tax in the books' currency.</summary>
    public decimal BookedInclTax { get; init; }

    /// <summary>Sum of the lines before tax.</summary>
    public decimal TotalExclTax { get; init; }

    /// <summary>VAT, rounded a line at a time unless the server is set otherwise.</summary>
    public decimal TotalVat { get; init; }

    /// <summary>Sum with tax.</summary>
    public decimal TotalInclTax { get; init; }

    /// <summary>For a credit note, the invoice that it corrects (<c>fk_facture_source</c>).</summary>
    public long? CreditedInvoiceId { get; init; }

    /// <summary>Our marker (<c>ref_ext</c>). Not unique.</summary>
    public string Marker { get; init; } = "";

    /// <summary>Lines, in the server's order.</summary>
    public ImmutableArray<SupplierInvoiceLine> Lines { get; init; } = [];
}

/// <summary>A line of a supplier invoice.</summary>
public sealed record SupplierInvoiceLine
{
    /// <summary>Its number on this server.</summary>
    public required long Id { get; init; }

    /// <summary>What it says.</summary>
    public string Description { get; init; } = "";

    /// <summary>Quantity.</summary>
    public decimal Quantity { get; init; }

    /// <summary>Price of one, before tax; the server keeps five decimals or so.</summary>
    public decimal UnitPrice { get; init; }

    /// <summary>VAT rate in percent.</summary>
    public decimal VatRate { get; init; }

    /// <summary>Discount in percent.</summary>
    public decimal DiscountPercent { get; init; }

    /// <summary>Goods or service.</summary>
    public LineKind Kind { get; init; }

    /// <summary>First day of what it is for; null where none is on file.</summary>
    public DateOnly? PeriodFrom { get; init; }

    /// <summary>Last day of what it is for; null where none is on file.</summary>
    public DateOnly? PeriodTo { get; init; }

    /// <summary>The product on this server, where the line hangs on one. Another can take its place; the server takes none off.</summary>
    public long? ProductId { get; init; }

    /// <summary>The ref of that product; empty where the line hangs on none, or on one that is gone.</summary>
    public string ProductRef { get; init; } = "";

    /// <summary>The supplier's own reference of what it sells.</summary>
    public string SupplierProductReference { get; init; } = "";

    /// <summary>The unit of the quantity, by this server's number; null where none is on file.</summary>
    public long? UnitId { get; init; }

    /// <summary>The server's own code of the VAT rate; empty where it has none.</summary>
    public string VatCode { get; init; } = "";

    /// <summary>Bits of the server's own: 1 for VAT that was not received.</summary>
    public long InfoBits { get; init; }

    /// <summary>Amount before tax.</summary>
    public decimal TotalExclTax { get; init; }

    /// <summary>VAT of the line.</summary>
    public decimal TotalVat { get; init; }

    /// <summary>Amount with tax.</summary>
    public decimal TotalInclTax { get; init; }
}
