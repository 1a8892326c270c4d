using System.Collections.Frozen;

namespace DolibarrAgent.Intake;

/// <summary>The warnings that mean: nothing is entered before a person has said how.</summary>
public static class Stops
{
    private static readonly FrozenSet<string> Codes = FrozenSet.ToFrozenSet(
        ["test-document", "decimal-comma", "type-for-a-person", "documents-disagree", "currency-foreign", "currency-missing", "currency-mixed", "totals-do-not-add-up", "number-missing", "date-missing"],
        StringComparer.Ordinal);

    // Amounts without which what is entered is not what the document says.
    private static readonly FrozenSet<string> Essential = FrozenSet.ToFrozenSet(["BT-106", "BT-109", "BT-110", "BT-112", "BT-115", "BT-116", "BT-117", "BT-131"], StringComparer.Ordinal);

    /// <summary>Whether a warning stops.</summary>
    public static bool Include(IntakeWarning warning)
    {
        ArgumentNullException.ThrowIfNull(warning);
        return Codes.Contains(warning.Code) || FitStops.Include(warning) || (warning is { Code: "amount-not-understood", Where: { } where } && Essential.Contains(where.Split('/')[0]));
    }
}
