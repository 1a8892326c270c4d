using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;
using DolibarrAgent.Risks;

namespace DolibarrAgent.Replay;

/// <summary>A plan with what was found by looking again: what stops comes before all other problems, what does not is a risk.</summary>
internal static class CheckedPlan
{
    private const string AsEdited = "The changeset was edited, or another version recorded it. Do not replay it: have it recorded again from the document.";

    public static Plan Checked(this Plan plan, Checks documents)
    {
        var checks = documents.With(plan.Checks.Findings);
        return plan with
        {
            Checks = checks,
            Problems = [.. checks.Stops.Select(finding => ProblemOf(finding, ResourceOf(finding))), .. plan.Problems],
            Risks = [.. checks.Findings.Where(finding => finding.Severity != Severity.Stop).Select(finding => RiskOf(finding, ResourceOf(finding))), .. plan.Risks],
        };

        string? ResourceOf(Finding finding) => plan.Loaded.Changeset.OperationNamed(finding.On)?.Resource;
    }

    /// <param name="resource">What the operation that it is about is done to; null where it is about something else.</param>
    public static PlannedRisk RiskOf(Finding finding, string? resource) => new(finding.Code, finding.On, FindingWords.In(Language.English, finding, resource));

    private static Problem ProblemOf(Finding finding, string? resource)
    {
        var problem = new Problem(Codes.Of(finding.Code), finding.On, FindingWords.In(Language.English, finding, resource).ToString());
        return finding is Finding.SandboxDiffers ? problem : problem with { Remedy = AsEdited };
    }
}
