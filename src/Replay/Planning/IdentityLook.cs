using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;

namespace DolibarrAgent.Replay;

/// <summary>Whether the instances of a plan are what was enrolled, before anything else is looked at.</summary>
internal sealed class IdentityLook(PlanningSides sides)
{
    /// <param name="Target">The instance that would be written to.</param>
    /// <param name="SandboxEnrolled">See <see cref="Plan.SandboxEnrolled"/>.</param>
    /// <param name="NotEnrolled">See <see cref="Plan.NotEnrolled"/>.</param>
    /// <param name="Problems">What is not as it was enrolled, on either side.</param>
    public sealed record Identities(TargetIdentity Target, string SandboxEnrolled, string NotEnrolled, ImmutableArray<Problem> Problems);

    public async Task<Identities> LookAsync(CancellationToken cancel)
    {
        var looking = sides.Sandbox is { } side ? sides.Enrolled.CheckAsync(side.Read, side.Instance, cancel) : null;
        var checking = sides.Enrolled.CheckAsync(sides.Target.Read, sides.Target.Instance, cancel);
        await Task.WhenAll(looking is null ? [checking] : [looking, checking]);
        var (target, sandbox) = (await checking, looking is null ? null : await looking);
        var problems = Problems(sides.Target, target).AddRange(sandbox is null ? [] : Problems(sides.Sandbox!, sandbox));
        var identity = new TargetIdentity(sides.Target.Name, sides.Target.Server.Origin.ToString(), sides.Target.Server.Root, "");
        if (target is EnrolmentVerdict.NotEnrolled)
        {
            var status = await sides.Target.Read.Status.GetAsync(cancel);
            identity = identity with { Dolibarr = status is Answer<ServerStatus>.Ok { Value: var server } ? server.Version : "" };
            problems = status is Answer<ServerStatus>.Ok ? problems : problems.Add(status.ProblemOf(sides.Target.Name));
        }
        return new Identities(Known(identity, target), sandbox is EnrolmentVerdict.Same { Digest: var digest } ? digest : "", Note(target, sandbox), problems);
    }

    private static TargetIdentity Known(TargetIdentity identity, EnrolmentVerdict verdict) => verdict switch
    {
        EnrolmentVerdict.Same same => identity with { Dolibarr = same.Observed.Identity.Dolibarr, Enrolled = same.Digest },
        EnrolmentVerdict.Other other => identity with { Dolibarr = other.Observed.Identity.Dolibarr },
        _ => identity,
    };

    private static ImmutableArray<Problem> Problems(Side side, EnrolmentVerdict verdict) => verdict switch
    {
        EnrolmentVerdict.Other other => other.Problems,
        EnrolmentVerdict.Unseen unseen => [unseen.Answer.ProblemOf(side.Name)],
        _ => [],
    };

    private string Note(EnrolmentVerdict target, EnrolmentVerdict? sandbox)
    {
        string[] names = [.. target is EnrolmentVerdict.NotEnrolled ? [sides.Target.Name] : Array.Empty<string>(), .. sandbox is EnrolmentVerdict.NotEnrolled ? [sides.Sandbox!.Name] : Array.Empty<string>()];
        return names.Length == 0 ? ""
            : $"{string.Join(" and ", names)} {(names.Length == 1 ? "is" : "are")} not enrolled: another server answering at the same URL would not be noticed. Run `replay enroll` once.";
    }
}
