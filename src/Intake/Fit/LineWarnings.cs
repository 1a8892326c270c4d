using System.Globalization;

namespace DolibarrAgent.Intake;

/// <summary>What is said of many lines in the same way is said once: twenty-three notes hide the one that matters.</summary>
internal static class LineWarnings
{
    private const int MostNamed = 10;

    private static readonly string[] Gatherable = ["price-folded", "price-rounded", "one-unit"];

    /// <summary>The warnings in their order, those of one kind behind the first of it.</summary>
    public static IEnumerable<IntakeWarning> Gathered(IEnumerable<IntakeWarning> warnings) =>
        warnings.GroupBy(w => Gatherable.Contains(w.Code) ? w.Code : $"{w.Code} {w.Text} {w.Where}", StringComparer.Ordinal).Select(group => group.ToList() switch
        {
            [var only] => only,
            [var first, .. var others] when Gatherable.Contains(first.Code) => first with { Text = $"{first.Text} Likewise {Places(others)}." },
            [var first, ..] => first,
            [] => throw new InvalidOperationException("A group has a member."),
        });

    private static string Places(List<IntakeWarning> warnings)
    {
        var lines = warnings.Select(w => w.Where?.Split('/')[^1] ?? "").Distinct().ToList();
        var more = lines.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {lines.Count - MostNamed} more") : "";
        return $"{(lines.Count == 1 ? "line" : "lines")} {string.Join(", ", lines.Take(MostNamed))}{more}";
    }
}
