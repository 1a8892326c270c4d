using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Recording;

/// <summary>Whether writing may begin: the target is the sandbox, it answers, and its key has the rights that recording needs.</summary>
internal static class SandboxCheck
{
    private static readonly ImmutableArray<Right> Needed = [.. ResourceOperations.All.SelectMany(r => r.Kinds).SelectMany(k => k.RightsToRead.Concat(k.RightsToWrite)).DistinctBy(r => r.Name)];

    /// <summary>The refusal of any write while the target is prod, whoever asks and whatever they say.</summary>
    public static Problem? TargetRefuses(Settings settings) => settings.Target == Target.Sandbox && settings.Sandbox is { Instance.IsProd: false }
        ? null
        : new Problem(
            "target-is-prod", Variables.Target, $"The target is {settings.InstanceAt(settings.Target).Name}, where nothing is ever written by an agent.",
            $"Set {Variables.Target}=sandbox to write to {settings.SandboxInstance.Name}. What is recorded there reaches {settings.ProdInstance.Name} when a person runs `replay --confirm`.");

    /// <summary>Why the sandbox is not the one that was enrolled; nothing where it is, or where it never was.</summary>
    public static async Task<ImmutableArray<Problem>> IsEnrolledAsync(EnrolledTargets enrolled, Endpoint sandbox, DolibarrReader read, CancellationToken cancel) =>
        await enrolled.CheckAsync(read, sandbox.Instance, cancel) switch
        {
            EnrolmentVerdict.Other other => [.. other.Faults.Select(f => new Problem(f.Code, f.Place, f.Message, f.Remedy))],
            EnrolmentVerdict.Unseen unseen => [unseen.Answer.ProblemOf(sandbox.Instance.Name)],
            _ => [],
        };

    /// <summary>The version of the sandbox, or why it cannot be used.</summary>
    public static async Task<(string Version, ImmutableArray<Problem> Problems)> AnswersAsync(Endpoint sandbox, DolibarrReader read, CancellationToken cancel)
    {
        var status = await read.Status.GetAsync(cancel);
        if (status is not Answer<ServerStatus>.Ok { Value.Version: var version })
        {
            return ("", [status.ProblemOf(sandbox.Instance.Name)]);
        }
        var user = await read.Users.OwnRightsAsync(cancel);
        return user is Answer<OwnUser>.Ok { Value: var own }
            ? (version, [.. own.Rights.Missing(Needed).Select(right => new Problem(
                ErrorCodes.RightMissing, sandbox.Instance.Name, $"The key's user '{own.Login}' may not {right}.", $"Give the user that right on {sandbox.Instance.Name}, then run this again."))])
            : (version, [user.ProblemOf(sandbox.Instance.Name)]);
    }
}
