using System.Globalization;

namespace DolibarrAgent.Simulator;

/// <summary>A currency of the module Multicurrency.</summary>
/// <param name="Code">ISO 4217.</param>
/// <param name="Rate">Units of it for one of the company's.</param>
public sealed record ForeignCurrency(string Code, decimal Rate)
{
    /// <summary>Reads <c>USD=1.10</c>; null where it is not written so.</summary>
    public static ForeignCurrency? Read(string text) =>
        text.Split('=') is [{ Length: 3 } code, var rate] && decimal.TryParse(rate, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0
            ? new ForeignCurrency(code, number)
            : null;
}
