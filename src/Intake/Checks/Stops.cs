using System.Collections.Frozen;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>The warnings that mean: nothing is entered before a person has said how.</summary>
public static class Stops
{
    private static readonly FrozenSet<string> All = FrozenSet.ToFrozenSet(
        new[]
        {
            Codes.TestDocument, Codes.DecimalComma, Codes.TypeForAPerson, Codes.DocumentsDisagree, Codes.CurrencyForeign,
            Codes.CurrencyMissing, Codes.CurrencyMixed, Codes.TotalsDoNotAddUp, Codes.NumberMissing, Codes.DateMissing,
        }.Select(code => code.Text),
        StringComparer.Ordinal);

    // Amounts without which what is entered is not what the document says.
    private static readonly FrozenSet<string> Essential = FrozenSet.ToFrozenSet(["BT-106", "BT-109", "BT-110", "BT-112", "BT-115", "BT-116", "BT-117", "BT-131"], StringComparer.Ordinal);

    /// <summary>Whether a warning stops.</summary>
    public static bool Include(IntakeWarning warning)
    {
        ArgumentNullException.ThrowIfNull(warning);
        return All.Contains(warning.Code)
            || FitStops.Include(warning)
            || (warning.Code == Codes.AmountNotUnderstood.Text && warning.Where is { } where && Essential.Contains(where.Split('/')[0]));
    }
}
