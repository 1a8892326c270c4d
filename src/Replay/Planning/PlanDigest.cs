using System.Globalization;
using System.Text;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay;

/// <summary>The digest of a plan. Every part goes in with its length, so that no two plans give the same run of bytes.</summary>
internal static class PlanDigest
{
    public static Digest Of(Plan plan)
    {
        var parts = new StringBuilder();
        Add(parts, "dolibarr-plan/1", plan.Loaded.Digest.Hex, plan.Target.Instance, plan.Target.Origin, plan.Target.Dolibarr);
        Add(parts, plan.Selection.IsAll ? "all" : "only");
        foreach (var operation in plan.Operations)
        {
            Add(parts, operation.Operation.Id, operation.Outcome, SeenBy(operation).Hex);
        }
        foreach (var problem in plan.Problems)
        {
            Add(parts, problem.Problem.Code, problem.Problem.Place, problem.Problem.Message);
        }
        return Digest.Of(Encoding.UTF8.GetBytes(parts.ToString()));
    }

    /// <summary>The digest of all that was observed for one operation, whatever the order in which it was read.</summary>
    public static Digest SeenBy(PlannedOperation operation)
    {
        var parts = new StringBuilder();
        foreach (var seen in operation.Seen.OrderBy(s => s.What, StringComparer.Ordinal).ThenBy(s => s.Value, StringComparer.Ordinal))
        {
            Add(parts, seen.What, seen.Value);
        }
        return Digest.Of(Encoding.UTF8.GetBytes(parts.ToString()));
    }

    private static void Add(StringBuilder parts, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            parts.Append(text.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(text);
        }
    }
}
