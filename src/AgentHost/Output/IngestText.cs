using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.DolibarrWrite;

namespace DolibarrAgent.AgentHost;

/// <summary>What was entered, as lines for a person. The whole review is the changeset's.</summary>
internal static class IngestText
{
    public static IEnumerable<string> Of(IngestResult.Entered entered)
    {
        yield return Shown.Line(entered.Changeset.Title);
        foreach (var warning in entered.Changeset.Warnings)
        {
            yield return $"  warning  {warning.Code}{(warning.On is null ? "" : $" ({warning.On})")}: {Shown.Line(warning.Text)}";
        }
        foreach (var operation in entered.Changeset.Operations)
        {
            yield return $"  {operation.Id,-8} {operation.Do} {operation.Resource}";
        }
        yield return string.Create(CultureInfo.InvariantCulture, $"Recorded {entered.Changeset.Operations.Length} operations on {entered.Changeset.Recorded.On.Instance}: {entered.Path}");
        yield return $"Next: replay {entered.Path}";
    }
}
