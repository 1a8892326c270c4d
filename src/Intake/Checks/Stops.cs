using System.Collections.Frozen;

namespace DolibarrAgent.Intake;

/// <summary>The warnings that mean: nothing is entered before a person has said how.</summary>
public static class Stops
{
    private static readonly FrozenSet<string> Codes = FrozenSet.ToFrozenSet(
        ["type-for-a-person", "documents-disagree", "currency-foreign", "currency-missing", "currency-mixed", "totals-do-not-add-up", "number-missing", "date-missing"],
        StringComparer.Ordinal);

    /// <summary>Whether a warning with this code stops.</summary>
    public static bool Includes(string code) => Codes.Contains(code);
}
