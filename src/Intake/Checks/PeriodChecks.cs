using System.Globalization;

namespace DolibarrAgent.Intake;

/// <summary>Periods of lines (BG-26) that cannot be kept: Dolibarr stores an empty line for one that ends before it begins.</summary>
internal static class PeriodChecks
{
    public static IEnumerable<IntakeWarning> Of(InvoiceFacts facts)
    {
        var backwards = facts.Lines.Index().Where(line => line.Item.Period is { IsBackwards: true }).Select(line => (line.Index + 1).ToString(CultureInfo.InvariantCulture)).ToList();
        if (backwards.Count > 0)
        {
            yield return new("line-period-left-out", $"The period of line {string.Join(", ", backwards)} ends before it begins and was left out.", "BG-26");
        }
    }
}
