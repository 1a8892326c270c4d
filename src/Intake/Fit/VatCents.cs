namespace DolibarrAgent.Intake;

/// <summary>VAT of whole cents, in whole cents, in integers: the search for splits asks for it very often.</summary>
internal static class VatCents
{
    // A rate with four decimals in percent, as the server keeps it: cents × rate × 10000 / 1000000.
    private const long Scale = 1_000_000;
    private const int MostFirstParts = 64;

    /// <summary>The VAT of one unit at that many cents.</summary>
    public static long Of(long cents, decimal rate) => Round(cents, Scaled(rate));

    /// <summary>
    /// Parts of the same sign that come to the amount and whose VAT, rounded one by one, comes to the wanted cents.
    /// The first part is the largest. Null where there are none. The roundings repeat after a period of the rate, so
    /// only the first period is looked at.
    /// </summary>
    public static long[]? Split(long cents, decimal rate, (int Parts, long Vat) wanted)
    {
        var scaled = Scaled(rate);
        var sign = Math.Sign(cents);
        var size = Math.Abs(cents);
        var found = wanted.Parts == 2
            ? InTwo(size, scaled, wanted.Vat * sign)
            : InThree(size, scaled, wanted.Vat * sign);
        return found?.Select(part => part * sign).ToArray();
    }

    private static long[]? InTwo(long size, long scaled, long vat)
    {
        var most = Math.Min(size / 2, Period(scaled));
        for (long small = 1; small <= most; small++)
        {
            if (Round(small, scaled) + Round(size - small, scaled) == vat)
            {
                return [size - small, small];
            }
        }

        return null;
    }

    private static long[]? InThree(long size, long scaled, long vat)
    {
        var most = Math.Min(Math.Min(size / 3, Period(scaled)), MostFirstParts);
        for (long small = 1; small <= most; small++)
        {
            if (InTwo(size - small, scaled, vat - Round(small, scaled)) is { } rest)
            {
                return [.. rest, small];
            }
        }

        return null;
    }

    private static long Scaled(decimal rate) => (long)(rate * 10_000);

    private static long Period(long scaled)
    {
        var (a, b) = (Scale, Math.Abs(scaled));
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return Scale / a;
    }

    // Halves away from zero, as DolibarrArithmetic has it.
    private static long Round(long cents, long scaled)
    {
        var product = (Int128)cents * scaled;
        var half = Int128.Sign(product) * (Scale / 2);
        return (long)((product + half) / Scale);
    }
}
