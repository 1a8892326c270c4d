using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay;

/// <summary>A statement that was signed, against what is true now: every difference, with both sides.</summary>
/// <param name="signed">What was signed.</param>
/// <param name="now">The statement of the plan as it is now.</param>
internal sealed class StatementComparison(Statement signed, Statement now)
{
    private const string Again = "Look at the plan as it is now; make a statement of it with `replay plan --statement`, and have that signed.";

    private readonly ImmutableArray<Problem>.Builder problems = ImmutableArray.CreateBuilder<Problem>();

    /// <param name="plan">The plan as it is now.</param>
    /// <param name="moved">What has moved on the target since, which the statement's plan does not cover; null where nothing has.</param>
    public ImmutableArray<Problem> Problems(Plan plan, Problem? moved, DateTimeOffset clock)
    {
        Differs(Codes.OtherChangeset, "changeset", "It was signed for another changeset", new Sides(signed.Changeset, now.Changeset), new Sides(signed.ChangesetSha256, now.ChangesetSha256));
        Differs(Codes.OtherRecorder, "recorder", "Another recorder stood for the changeset when it was signed", new Sides(signed.Recorder, now.Recorder));
        Differs(Codes.OtherTarget, "target", "It was signed for another target", new Sides(signed.Target, now.Target), new Sides(signed.TargetOrigin, now.TargetOrigin), new Sides(signed.TargetDolibarr, now.TargetDolibarr), new Sides(signed.TargetEnrolled, now.TargetEnrolled));
        Differs(Codes.OtherSelection, "selection", "It was signed for another selection", new Sides(signed.Selection, now.Selection));
        Differs(Codes.OtherPolicy, "policy", "The policy differs from the one that it was signed under", new Sides(signed.Policy, now.Policy));
        if (problems.Count == 0)
        {
            Differs(Codes.OtherReview, "reviewFaces", "The review that was signed is drawn otherwise now", new Sides(string.Join(", ", signed.ReviewFaces), string.Join(", ", now.ReviewFaces)));
            Words();
            if (moved is not null)
            {
                Add(moved.Code == Codes.WrongCode ? Codes.TargetChanged : moved.Code, "planSha256", $"{plan.Target.Instance} has changed since it was signed: signed was the plan {signed.Plan}, it is {now.Plan} now. {(moved.Code == Codes.WrongCode ? "" : moved.Message)}");
            }
        }
        Time(plan.Policy, clock);
        return problems.ToImmutable();
    }

    // What is said in words follows from the digests. On a resume a risk may have gone with what was done; none may have come.
    private void Words()
    {
        Differs(Codes.StatementEdited, "words", "Its words are not those of this plan", new Sides(signed.Says, now.Says), new Sides(signed.Title, now.Title), new Sides(Lines(signed.Does), Lines(now.Does)), new Sides(Lines(signed.CannotBeUndone), Lines(now.CannotBeUndone)));
        var same = signed.PlanSha256 == now.PlanSha256;
        if (same ? !signed.Risks.SequenceEqual(now.Risks) || signed.Plan != now.Plan : now.Risks.Except(signed.Risks, StringComparer.Ordinal).Any())
        {
            Differs(Codes.OtherRisks, "risks", "It was signed with other risks", new Sides(Lines(signed.Risks), Lines(now.Risks)));
            Differs(Codes.StatementEdited, "plan", "Its plan's name is not that of its digest", new Sides(signed.Plan, same ? now.Plan : signed.Plan));
        }
    }

    private void Time(Policy policy, DateTimeOffset clock)
    {
        var notAfter = StatementFile.TimeOf(signed)!.Value;
        if (clock >= notAfter)
        {
            Add(Codes.Expired, "notAfter", $"It was good until {signed.NotAfter}; it is {Moments.Text(clock)}.");
        }
        else if (notAfter - clock > policy.StatementLife)
        {
            Add(Codes.TooLong, "notAfter", $"It is good until {signed.NotAfter}, which is longer than the {policy.StatementLife.TotalHours:0} hours that the policy allows.");
        }
    }

    private void Differs(ProblemCode code, string place, string what, params ReadOnlySpan<Sides> sides)
    {
        foreach (var (then, here) in sides)
        {
            if (!string.Equals(then, here, StringComparison.Ordinal))
            {
                Add(code, place, $"{what}: signed is '{then}', it is '{here}' now.");
            }
        }
    }

    private void Add(ProblemCode code, string place, FormattableString message) => problems.Add(new Problem(code, $"statement {place}", message.ToString(CultureInfo.InvariantCulture).TrimEnd(), Again));

    private static string Lines(ImmutableArray<string> lines) => string.Join(" / ", lines);

    /// <summary>What was signed, and what it is now.</summary>
    private readonly record struct Sides(string Signed, string Now);
}
