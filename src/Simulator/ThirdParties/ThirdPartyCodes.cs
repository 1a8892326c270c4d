using System.Globalization;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Simulator;

/// <summary>Customer and supplier codes: <c>CU2611-00001</c>, <c>SU2611-00001</c>, counted through whatever the month.</summary>
internal sealed partial class ThirdPartyCodes(Database database)
{
    public static bool IsAsked(string? code) => code is "auto" or "-1";

    public string Next(string column)
    {
        var prefix = column == "code_client" ? "CU" : "SU";
        var last = database.ThirdParties.Values
            .Select(row => row[column])
            .Where(code => code is not null && code.StartsWith(prefix, StringComparison.Ordinal) && Code().IsMatch(code))
            .Select(code => PhpNumber.Integer(code!["SU2611-".Length..]))
            .DefaultIfEmpty(0)
            .Max();
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{database.Now:yyMM}-{last + 1:00000}");
    }

    /// <summary>What is wrong with a code that was given; null when nothing is.</summary>
    public string? Fault(string column, string? code, long own)
    {
        var whose = column == "code_client" ? "Customer" : "Supplier";
        return code is null ? null
            : !Code().IsMatch(code) ? $"ErrorBad{whose}CodeSyntax"
            : database.ThirdParties.Values.Any(row => row.Id != own && row[column] == code) ? $"Error{whose}CodeAlreadyUsed"
            : null;
    }

    [GeneratedRegex("^[CS]U[0-9]{4}-[0-9]{5,}$")]
    private static partial Regex Code();
}
