using System.Collections.Immutable;
using System.Globalization;

namespace DolibarrAgent.Intake;

/// <summary>
/// How Dolibarr 22 computes a supplier invoice, written down here and nowhere else. Held to the recordings of
/// a real server (<c>invoice-numbers</c>). Halves are rounded away from zero, on both sides of it.
/// </summary>
public static class DolibarrArithmetic
{
    /// <summary>Decimals that a unit price keeps (MAIN_MAX_DECIMALS_UNIT).</summary>
    public const int PriceDecimals = 5;

    /// <summary>The largest amount, quantity or price that is computed with; beyond it nothing here is exact.</summary>
    public const decimal Largest = 1_000_000_000_000m;

    /// <summary>A unit price as it is kept.</summary>
    public static decimal RoundPrice(decimal price) => decimal.Round(price, PriceDecimals, MidpointRounding.AwayFromZero);

    /// <summary>A total as it is kept.</summary>
    public static decimal RoundAmount(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);

    /// <summary>Digits that a quantity keeps: the server's column is a single-precision <c>real</c>, shown with about seven.</summary>
    public const int QuantityDigits = 7;

    /// <summary>Decimals that a quantity may be entered with.</summary>
    public const int QuantityDecimals = 5;

    /// <summary>
    /// Whether this quantity can be entered and is kept as it is: at most seven digits, zeros at the end counted, and
    /// five decimals (a recording shows 1000000 come back as <c>1e+06</c>, and more than seven digits changed).
    /// </summary>
    public static bool KeepsQuantity(decimal quantity)
    {
        var digits = Math.Abs(quantity).ToString("0.############################", CultureInfo.InvariantCulture).Where(char.IsAsciiDigit).SkipWhile(digit => digit == '0').Count();
        return digits <= QuantityDigits && decimal.Round(quantity, QuantityDecimals) == quantity
            && decimal.TryParse(((float)quantity).ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var kept) && kept == quantity;
    }

    /// <summary>
    /// One line. The VAT is the rounded gross less the rounded net, both taken from the unrounded product:
    /// for a product with more than two decimals this is not always the rate times the net.
    /// </summary>
    public static Amounts Line(DolibarrLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var product = line.UnitPrice * line.Quantity * (1 - line.DiscountPercent / 100);
        var net = RoundAmount(product);
        var gross = RoundAmount(product * (1 + line.VatRate / 100));
        return new(net, gross - net, gross);
    }

    /// <summary>The whole invoice: VAT for each rate, and the totals.</summary>
    public static DolibarrTotals Total(IEnumerable<DolibarrLine> lines, VatRounding rounding)
    {
        var rates = new SortedDictionary<decimal, Amounts>();
        foreach (var line in lines)
        {
            var sum = rates.GetValueOrDefault(line.VatRate, Amounts.Zero);
            rates[line.VatRate] = sum + Line(line);
        }

        var byRate = rates
            .Select(r => new VatOfRate(r.Key, r.Value.Net, rounding == VatRounding.PerLine ? r.Value.Vat : RoundAmount(r.Value.Net * r.Key / 100)))
            .ToImmutableArray();
        var net = byRate.Sum(r => r.Base);
        var vat = byRate.Sum(r => r.Vat);
        return new(net, vat, net + vat, byRate);
    }
}
