using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay;

/// <summary>The digest of a plan. Every part goes in with its length, so that no two plans give the same run of bytes.</summary>
internal static class PlanDigest
{
    public static Digest Of(Plan plan)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, "dolibarr-plan/1", plan.Loaded.Digest.Hex, plan.Target.Instance, plan.Target.Origin, plan.Target.Dolibarr);
        Add(hash, plan.Target.Enrolled, plan.SandboxEnrolled);
        Add(hash, plan.Recorder.Identity);
        Add(hash, plan.Selection.IsAll ? "all" : "only");
        foreach (var operation in plan.Operations)
        {
            Add(hash, operation.Operation.Id, operation.Outcome, SeenBy(operation).Hex);
        }
        foreach (var risk in plan.Risks)
        {
            Add(hash, "risk", risk.Code, risk.Operation, risk.Text.ToString());
        }
        foreach (var problem in plan.Problems)
        {
            Add(hash, problem.Code.Text, problem.Place, problem.Message);
        }
        return Ended(hash);
    }

    /// <summary>The digest of all that was observed for one operation, whatever the order in which it was read.</summary>
    public static Digest SeenBy(PlannedOperation operation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var seen in operation.Seen.OrderBy(s => s.What, StringComparer.Ordinal).ThenBy(s => s.Value, StringComparer.Ordinal))
        {
            Add(hash, seen.What, seen.Value);
        }
        return Ended(hash);
    }

    private static void Add(IncrementalHash hash, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{text.Length}:{text}")));
        }
    }

    private static Digest Ended(IncrementalHash hash) => Digest.Parse(Convert.ToHexStringLower(hash.GetHashAndReset()))!;
}
