using System.Collections.Immutable;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>What is asked of a third party. A member that is null is left as it is. All is text as it came; it is checked before anything is sent.</summary>
public sealed record ThirdPartyAsked
{
    public string? Name { get; init; }

    public bool? Supplier { get; init; }

    public string? VatNumber { get; init; }

    public string? Siren { get; init; }

    public string? Siret { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? Address { get; init; }

    public string? Zip { get; init; }

    public string? Town { get; init; }

    /// <summary>ISO 3166, two letters.</summary>
    public string? Country { get; init; }

    public string? Url { get; init; }
}

/// <summary>What is asked of a supplier invoice. Amounts are texts with a point, dates <c>YYYY-MM-DD</c>.</summary>
public sealed record SupplierInvoiceAsked
{
    /// <summary>The number that the supplier printed on it.</summary>
    public string? Reference { get; init; }

    /// <summary><c>standard</c>, <c>creditNote</c> (with negative prices) or <c>deposit</c>; null is standard.</summary>
    public string? Type { get; init; }

    public string? Date { get; init; }

    public string? DueDate { get; init; }

    public string? Label { get; init; }

    public string? Note { get; init; }

    /// <summary>Null where the lines stay as they are.</summary>
    public ImmutableArray<LineAsked>? Lines { get; init; }
}

/// <summary>A line: the text, the quantity, the price of one before tax, the VAT rate in percent, <c>goods</c> or <c>service</c>.</summary>
public sealed record LineAsked(string Description, string Quantity, string UnitPrice, string VatRate)
{
    public string Kind { get; init; } = "service";

    public string? DiscountPercent { get; init; }

    /// <summary>What the document prints as the line's net amount, which counts where it is not quantity × price; null where it prints none.</summary>
    public string? Net { get; init; }
}

/// <summary>What the document itself says of a new invoice, to hold the entry to: its currency and its totals.</summary>
/// <param name="Currency">ISO 4217.</param>
public sealed record DocumentAsked(string Currency, TotalsAsked Totals);

/// <summary>The totals as the document prints them.</summary>
public sealed record TotalsAsked(decimal Net, decimal Vat, decimal Gross)
{
    /// <summary>Whether a document's totals are these; those of a credit note may have either sign.</summary>
    internal bool Are(Totals totals) => (Math.Abs(Net), Math.Abs(Vat), Math.Abs(Gross)) == (Math.Abs(totals.Net ?? 0), Math.Abs(totals.Vat ?? 0), Math.Abs(totals.Gross ?? 0));
}
