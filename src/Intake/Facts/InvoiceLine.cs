using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>One line (BG-25).</summary>
public sealed record InvoiceLine
{
    /// <summary>BT-126.</summary>
    public string? Id { get; init; }

    /// <summary>The <see cref="Id"/> of the line that this one is a part of.</summary>
    public string? Parent { get; init; }

    /// <summary>What EXTENDED says of it: <c>GROUP</c> (a subtotal), <c>DETAIL</c>, <c>INFORMATION</c>; else null.</summary>
    public string? Status { get; init; }

    /// <summary>BT-153.</summary>
    public string? Name { get; init; }

    /// <summary>BT-154.</summary>
    public string? Description { get; init; }

    /// <summary>BT-155: how the supplier calls the item.</summary>
    public string? SellerItemId { get; init; }

    /// <summary>BT-129.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>BT-130, UN/ECE recommendation 20.</summary>
    public string? Unit { get; init; }

    /// <summary>BT-146: the net price of <see cref="BaseQuantity"/> units.</summary>
    public decimal? UnitPrice { get; init; }

    /// <summary>BT-149; 1 where it is null.</summary>
    public decimal? BaseQuantity { get; init; }

    /// <summary>BT-131: what counts.</summary>
    public decimal? NetAmount { get; init; }

    /// <summary>BT-152, in percent.</summary>
    public decimal? VatRate { get; init; }

    /// <summary>BT-151.</summary>
    public string? VatCategory { get; init; }

    /// <summary>BG-27 and BG-28.</summary>
    public ImmutableArray<AllowanceCharge> AllowancesAndCharges { get; init; } = [];

    /// <summary>BG-26.</summary>
    public Period? Period { get; init; }

    /// <summary>The line of the XML file that it starts on.</summary>
    public int XmlLine { get; init; }

    /// <summary>The name, else the description; null where the document has neither.</summary>
    public string? Label => Name ?? Description;
}
