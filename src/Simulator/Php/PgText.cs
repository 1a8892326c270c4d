using System.Globalization;

namespace DolibarrAgent.Simulator;

/// <summary>Numbers as PostgreSQL writes them, which is how they come out of the API.</summary>
internal static class PgText
{
    /// <summary><c>double(24,8)</c>: <c>10.50000000</c>.</summary>
    public static string Amount(decimal amount) =>
        Math.Round(amount, 8, MidpointRounding.AwayFromZero).ToString("0.00000000", CultureInfo.InvariantCulture);

    /// <summary><c>double(7,4)</c>: <c>20.0000</c>.</summary>
    public static string Rate(decimal rate) =>
        Math.Round(rate, 4, MidpointRounding.AwayFromZero).ToString("0.0000", CultureInfo.InvariantCulture);

    /// <summary><c>real</c>: the shortest digits that mean the same value, with an exponent from a million on (<c>1e+06</c>).</summary>
    public static string Real(float number)
    {
        var (digits, exponent) = Shortest(number);
        if (exponent is >= -4 and < 6)
        {
            return ((decimal)double.Parse($"{digits[0]}.{digits[1..]}0E{exponent}", CultureInfo.InvariantCulture)) switch
            {
                var value => (number < 0 ? "-" : "") + value.ToString("0.##################", CultureInfo.InvariantCulture),
            };
        }

        var fraction = digits.Length > 1 ? "." + digits[1..] : "";
        return $"{(number < 0 ? "-" : "")}{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
    }

    /// <summary>The same, as the number that PHP makes of the text.</summary>
    public static decimal Value(float number) =>
        decimal.Parse(Real(number), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static (string Digits, int Exponent) Shortest(float number)
    {
        var text = Math.Abs(number).ToString("E8", CultureInfo.InvariantCulture);
        for (var precision = 0; precision <= 8; precision++)
        {
            var candidate = Math.Abs(number).ToString("E" + precision, CultureInfo.InvariantCulture);
            if (float.Parse(candidate, CultureInfo.InvariantCulture) == Math.Abs(number))
            {
                text = candidate;
                break;
            }
        }

        var parts = text.Split('E');
        var digits = parts[0].Replace(".", "", StringComparison.Ordinal).TrimEnd('0');
        return (digits.Length == 0 ? "0" : digits, int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
