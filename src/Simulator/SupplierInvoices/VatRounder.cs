using System.Collections.Immutable;

namespace DolibarrAgent.Simulator;

/// <summary>Settles the VAT of the lines of an invoice, in the order of their ids, as the server is set.</summary>
internal static class VatRounder
{
    public static ImmutableArray<InvoiceLine> Round(VatRounding rounding, IEnumerable<InvoiceLine> lines) =>
        rounding == VatRounding.Total ? OnceForEachRate(lines) : [.. lines.Select(EachForItself)];

    /// <summary>
    /// The server computes each line again from what it stored and, where the net is the same but the VAT is not,
    /// takes the new VAT.
    /// </summary>
    private static InvoiceLine EachForItself(InvoiceLine line)
    {
        var again = LineArithmetic.Again(line);
        return again.WithoutTax == line.Amounts.WithoutTax && again.Vat != line.Amounts.Vat
            ? line with { Amounts = again, CurrencyAmounts = line.CurrencyAmounts with { Vat = again.Vat, WithTax = again.WithTax } }
            : line;
    }

    /// <summary>Whenever the VAT so far is not the rate of the net so far, the current line takes the difference.</summary>
    private static ImmutableArray<InvoiceLine> OnceForEachRate(IEnumerable<InvoiceLine> lines)
    {
        var sums = new Dictionary<decimal, Amounts>();
        var rounded = ImmutableArray.CreateBuilder<InvoiceLine>();
        foreach (var line in lines)
        {
            var sum = sums.GetValueOrDefault(line.VatRate) + line.Amounts;
            var difference = PhpNumber.Total(sum.Vat - PhpNumber.Total(sum.WithoutTax * line.VatRate / 100));
            var correction = new Amounts(0, -difference, -difference);
            sums[line.VatRate] = sum + correction;
            rounded.Add(line with { Amounts = line.Amounts + correction });
        }

        return rounded.ToImmutable();
    }
}
