using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>The amounts of an invoice, proven to close: net and VAT make gross, and the bases and VAT of its rates make net and
/// VAT.</summary>
/// <param name="Net">Without VAT, with the document's sign.</param>
/// <param name="Vat">The VAT.</param>
/// <param name="Gross">With VAT.</param>
/// <param name="Rates">By rate, the lowest first.</param>
public sealed record PageTotals(decimal Net, decimal Vat, decimal Gross, ImmutableArray<PageVat> Rates)
{
    /// <summary>Where the three amounts stand; not part of what is compared.</summary>
    public AmountPlaces At { get; init; } = AmountPlaces.None;

    /// <summary>Compares the values, the rates one by one.</summary>
    public bool Equals(PageTotals? other) =>
        other is not null && (Net, Vat, Gross) == (other.Net, other.Vat, other.Gross) && Rates.AsSpan().SequenceEqual(other.Rates.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Net, Vat, Gross, Rates.Length);
}

/// <summary>Where the amounts of an invoice stand; null for one that its page does not show by itself.</summary>
/// <param name="Net">The net amount.</param>
/// <param name="Vat">The VAT.</param>
/// <param name="Gross">The gross amount.</param>
public sealed record AmountPlaces(PagePlace? Net, PagePlace? Vat, PagePlace? Gross)
{
    /// <summary>Nothing is known of where they stand.</summary>
    public static AmountPlaces None { get; } = new(null, null, null);
}

/// <summary>The base and the VAT of one rate.</summary>
/// <param name="Rate">In percent.</param>
/// <param name="Base">What it is taken of.</param>
/// <param name="Amount">The VAT.</param>
/// <param name="From">How the rate is known.</param>
public sealed record PageVat(decimal Rate, decimal Base, decimal Amount, RateFrom From);

/// <summary>How a rate is known.</summary>
public enum RateFrom
{
    /// <summary>It stands beside its base and its VAT.</summary>
    Breakdown,

    /// <summary>Each line says its rate; the lines make the net amount, and their rates the VAT.</summary>
    Lines,

    /// <summary>It stands on the page, and the totals close with it alone.</summary>
    Page,

    /// <summary>It stands nowhere; the VAT is to the cent what one rate in use makes of the net amount, and no other.</summary>
    Amounts,
}
