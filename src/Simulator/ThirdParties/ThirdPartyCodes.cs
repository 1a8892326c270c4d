using System.Globalization;
using System.Text.RegularExpressions;

namespace DolibarrAgent.Simulator;

/// <summary>Customer and supplier codes: <c>CU2611-00001</c>, <c>SU2611-00001</c>, counted through whatever the month.</summary>
internal sealed partial class ThirdPartyCodes(Database database)
{
    // mod_codeclient_monkey draws codes of its own form, and takes any other that is long enough.
    private const int ShortestCode = 11;

    public static bool IsAsked(string? code) => code is "auto" or "-1";

    public string Next(string column)
    {
        var prefix = column == "code_client" ? "CU" : "SU";
        var last = database.ThirdParties.Values
            .Select(row => row[column])
            .Select(code => CountOf(code, prefix))
            .DefaultIfEmpty(0)
            .Max();
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{database.Now:yyMM}-{last + 1:00000}");
    }

    /// <summary>What is wrong with a code that was given; null when nothing is.</summary>
    public string? Fault(string column, string? code, long own)
    {
        var whose = column == "code_client" ? "Customer" : "Supplier";
        return code is null ? null
            : code.Length < ShortestCode ? $"ErrorBad{whose}CodeSyntax"
            : database.ThirdParties.Values.Any(row => row.Id != own && row[column] == code) ? $"Error{whose}CodeAlreadyUsed"
            : null;
    }

    /// <summary>The number at the end of a code of that prefix, 0 for anything else.</summary>
    private static long CountOf(string? code, string prefix) =>
        code is not null && code.StartsWith(prefix, StringComparison.Ordinal) && Code().IsMatch(code)
        && long.TryParse(code.AsSpan("SU2611-".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : 0;

    [GeneratedRegex("^[CS]U[0-9]{4}-[0-9]{5,}$")]
    private static partial Regex Code();
}
