using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// How Dolibarr 22 computes a supplier invoice, written down here and nowhere else (<c>calcul_price_total</c>,
/// <c>updateline</c> and <c>update_price</c> of 22.0.4). Held to the recordings of a real server
/// (<c>invoice-numbers</c>), and tried on one in both ways of rounding, line by line. How single numbers are
/// kept is in <see cref="Rounded"/> and <see cref="Quantities"/>.
/// </summary>
public static class DolibarrArithmetic
{
    /// <summary>
    /// One line by itself. The VAT is the rounded gross less the rounded net, both taken from the unrounded product:
    /// for a product with more than two decimals this is not always the rate times the net. A negative quantity makes
    /// every amount negative, with a negative price too; so does a credit note, whose lines have negative prices here.
    /// </summary>
    public static Amounts Line(DolibarrLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var product = line.UnitPrice * line.Quantity * (1 - line.DiscountPercent / 100);
        var net = Rounded.Amount(product);
        var gross = Rounded.Amount(product * (1 + line.VatRate / 100));
        var amounts = new Amounts(net, gross - net, gross);
        return line.Quantity < 0 ? new(-Math.Abs(amounts.Net), -Math.Abs(amounts.Vat), -Math.Abs(amounts.Gross)) : amounts;
    }

    /// <summary>
    /// The lines as they are stored, in the order in which they are sent. Where VAT is rounded once for each rate, the
    /// server does it by changing lines: whenever the VAT of a rate so far is not the rate of its net so far, the
    /// current line takes the difference, in its VAT and in its gross.
    /// </summary>
    public static ImmutableArray<Amounts> Lines(IEnumerable<DolibarrLine> lines, VatRounding rounding)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var sums = new Dictionary<decimal, Amounts>();
        var stored = ImmutableArray.CreateBuilder<Amounts>();
        foreach (var line in lines)
        {
            var amounts = Line(line);
            if (rounding == VatRounding.OfTotal)
            {
                var sum = sums.GetValueOrDefault(line.VatRate, Amounts.Zero) + amounts;
                var over = sum.Vat - Rounded.Amount(sum.Net * line.VatRate / 100);
                var correction = new Amounts(0, -over, -over);
                amounts += correction;
                sums[line.VatRate] = sum + correction;
            }

            stored.Add(amounts);
        }

        return stored.ToImmutable();
    }

    /// <summary>The whole invoice: VAT for each rate, and the totals, each the sum of the stored lines.</summary>
    public static DolibarrTotals Total(IReadOnlyCollection<DolibarrLine> lines, VatRounding rounding)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var rates = new SortedDictionary<decimal, Amounts>();
        foreach (var (line, stored) in lines.Zip(Lines(lines, rounding)))
        {
            rates[line.VatRate] = rates.GetValueOrDefault(line.VatRate, Amounts.Zero) + stored;
        }

        var byRate = rates.Select(r => new VatOfRate(r.Key, r.Value.Net, r.Value.Vat)).ToImmutableArray();
        return new(byRate.Sum(r => r.Base), byRate.Sum(r => r.Vat), rates.Values.Sum(r => r.Gross), byRate);
    }
}
