namespace DolibarrAgent.Changesets;

/// <summary>
/// How many decimals Dolibarr 22 keeps of a number, and the number as it keeps it: halves are rounded away from zero, on both
/// sides of it. Measured on 22.0.4, with the settings that it is installed with (MAIN_MAX_DECIMALS_UNIT, MAIN_MAX_DECIMALS_TOT).
/// </summary>
public static class Rounded
{
    /// <summary>Of an amount or a total.</summary>
    public const int DecimalsOfAmount = 2;

    /// <summary>Of a unit price.</summary>
    public const int DecimalsOfPrice = 5;

    /// <summary>Of a rate in percent.</summary>
    public const int DecimalsOfRate = 4;

    /// <summary>Of an exchange rate.</summary>
    public const int DecimalsOfExchangeRate = 8;

    /// <summary>No amount, quantity or price is as large as this: beyond it, the database's columns round without a word.</summary>
    public const decimal TooLarge = 1_000_000_000_000m;

    /// <summary>An amount or a total as it is kept.</summary>
    public static decimal Amount(decimal amount) => To(DecimalsOfAmount, amount);

    /// <summary>A unit price as it is kept.</summary>
    public static decimal Price(decimal price) => To(DecimalsOfPrice, price);

    /// <summary>A rate in percent as it is kept.</summary>
    public static decimal Rate(decimal percent) => To(DecimalsOfRate, percent);

    /// <summary>An exchange rate as it is kept.</summary>
    public static decimal ExchangeRate(decimal rate) => To(DecimalsOfExchangeRate, rate);

    /// <summary>Whether a number has no more decimals than these: that it would be kept as it is.</summary>
    public static bool Has(int decimals, decimal number) => decimal.Round(number, decimals) == number;

    private static decimal To(int decimals, decimal number) => decimal.Round(number, decimals, MidpointRounding.AwayFromZero);
}
