using System.Globalization;

namespace DolibarrAgent.Changesets;

/// <summary>
/// What a quantity must be for Dolibarr to keep it. The column is a single-precision <c>real</c>: a recording shows 1000000
/// come back as <c>1e+06</c>, and more than seven digits changed. What is not kept is refused where a field is checked, and
/// entered as one unit at the line's net amount where a document has it. Texts of quantities are those of <see cref="Decimals"/>.
/// </summary>
public static class Quantities
{
    /// <summary>Digits that a quantity keeps, zeros at its end counted.</summary>
    public const int Digits = 7;

    /// <summary>Decimals that a quantity may be entered with.</summary>
    public const int MostDecimals = 5;

    /// <summary>The smallest one above zero: one that is smaller says nothing at the five decimals of a price.</summary>
    public const decimal Smallest = 0.00001m;

    /// <summary>Whether a quantity of a document is entered as it is: at most seven digits and five decimals, and a <c>real</c> holds it.</summary>
    public static bool IsKept(decimal quantity) => Rounded.Has(MostDecimals, quantity) && DigitsOf(quantity) <= Digits && IsReal(quantity);

    /// <summary>Whether a <c>real</c> holds it: of what somebody asks for, who can be told, no more is refused.</summary>
    public static bool IsReal(decimal quantity) => AsReal(quantity) == quantity;

    private static int DigitsOf(decimal quantity) =>
        Decimals.Text(Math.Abs(quantity)).Where(char.IsAsciiDigit).SkipWhile(digit => digit == '0').Count();

    private static decimal? AsReal(decimal quantity) => Decimals.OfMachine(((float)quantity).ToString("R", CultureInfo.InvariantCulture));
}
