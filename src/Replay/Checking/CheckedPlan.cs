using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;
using DolibarrAgent.Risks;

namespace DolibarrAgent.Replay;

/// <summary>A plan with what was found by looking again: what stops comes before all other problems, what does not is a risk.</summary>
internal static class CheckedPlan
{
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

    private static PlanProblem ProblemOf(Finding finding, string? resource)
    {
        var words = FindingWords.In(Language.English, finding, resource).ToString();
        return finding is Finding.SandboxDiffers
            ? new PlanProblem(new Problem(finding.Code, finding.On, words, "If somebody changed it on the sandbox since, put it back there, or discard this changeset and record it again. If nobody did, the changeset was edited: do not replay it."), ExitCode.Conflict)
            : new PlanProblem(new Problem(finding.Code, finding.On, words, "The changeset was edited, or another version recorded it. Do not replay it: have it recorded again from the document."), ExitCode.Refused);
    }
}
