namespace DolibarrAgent.Intake;

/// <summary>VAT of whole cents, in whole cents, in integers: the search for splits asks for it very often.</summary>
internal static class VatCents
{
    // A rate with four decimals in percent, as the server keeps it: cents × rate × 10000 / 1000000.
    private const long Scale = 1_000_000;

    // Rates that invoices have repeat within 1000 cents; an odd one must not take longer for that.
    private const long LongestSearch = 5000;
    private const int MostFirstParts = 16;

    /// <summary>The VAT of one unit at that many cents.</summary>
    public static long Of(long cents, decimal rate) => Round(cents, Scaled(rate));

    /// <summary>
    /// Parts that come to the amount and whose VAT, rounded one by one, comes to the wanted cents; the largest
    /// first. Null if there are none. The roundings repeat after a period of the rate, so only the first is looked at.
    /// </summary>
    public static long[]? Split(long cents, decimal rate, WantedSplit wanted)
    {
        var scaled = Scaled(rate);
        var sign = cents < 0 ? -1 : 1;
        var size = Math.Abs(cents);
        var vat = wanted.Vat * sign;
        var found = wanted.Way switch
        {
            SplitWay.InTwo => InTwo(size, scaled, vat),
            SplitWay.InTwoOfBothSigns => InTwoOfBothSigns(size, scaled, vat),
            _ => InThree(size, scaled, vat),
        };
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

    private static long[]? InTwoOfBothSigns(long size, long scaled, long vat)
    {
        var most = Period(scaled);
        for (long over = 1; over <= most; over++)
        {
            if (Round(size + over, scaled) - Round(over, scaled) == vat)
            {
                return [size + over, -over];
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

        return Math.Min(Scale / a, LongestSearch);
    }

    // Halves away from zero, as DolibarrArithmetic has it.
    private static long Round(long cents, long scaled)
    {
        var product = (Int128)cents * scaled;
        var half = Int128.Sign(product) * (Scale / 2);
        return (long)((product + half) / Scale);
    }
}

/// <summary>How an amount is to be split, and the cents of VAT that the parts must come to.</summary>
internal readonly record struct WantedSplit(SplitWay Way, long Vat);
