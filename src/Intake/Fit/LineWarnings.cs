namespace DolibarrAgent.Intake;

/// <summary>What is said of many lines for the same reason is said once: twenty-three notes hide the one that matters.</summary>
internal static class LineWarnings
{
    private const int MostNamed = 10;

    /// <summary>The warnings in their order, those of one code and reason behind the first of them.</summary>
    public static IEnumerable<IntakeWarning> Gathered(IEnumerable<IntakeWarning> warnings) =>
        warnings.GroupBy(w => w.Reason is { } reason ? new IntakeWarning(w.Code, reason) : w).Select(group => group.ToList() switch
        {
            [{ Reason: not null } first, _, ..] alike => first with { Text = $"{first.Text} Likewise {Places(alike.Skip(1))}." },
            var same => same[0],
        });

    private static string Places(IEnumerable<IntakeWarning> warnings)
    {
        List<string> lines = [.. warnings.Select(w => w.Where?.Split('/')[^1] ?? "").Distinct()];
        return $"{(lines.Count == 1 ? "line" : "lines")} {NamesInText.Of(lines, MostNamed)}";
    }
}
