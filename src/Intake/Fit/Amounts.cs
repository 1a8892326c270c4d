using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>Net, VAT and gross of a line.</summary>
public sealed record Amounts(decimal Net, decimal Vat, decimal Gross)
{
    /// <summary>Nothing.</summary>
    public static Amounts Zero { get; } = new(0, 0, 0);

    /// <summary>The sum, each by itself.</summary>
    public static Amounts operator +(Amounts one, Amounts other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return new(one.Net + other.Net, one.Vat + other.Vat, one.Gross + other.Gross);
    }

    /// <summary>The sum, for languages without operators.</summary>
    public static Amounts Add(Amounts one, Amounts other) => one + other;
}

/// <summary>The totals that Dolibarr makes of an invoice.</summary>
public sealed record DolibarrTotals(decimal Net, decimal Vat, decimal Gross, ImmutableArray<VatOfRate> ByRate);

/// <summary>The net and VAT of one rate (percent).</summary>
public sealed record VatOfRate(decimal Rate, decimal Base, decimal Vat);
