using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Operations;
using DolibarrAgent.Resources;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Recording;

/// <summary>Whether writing may begin: the target is the sandbox, it answers, and its key has the rights that recording needs.</summary>
internal static class SandboxCheck
{
    /// <summary>
    /// What every recording needs. The rights of a resource that not every job comes to, and of what a deletion looks
    /// at, are asked for when it comes to that.
    /// </summary>
    private static readonly ImmutableArray<Right> Needed =
    [
        .. ResourceOperations.All.Where(one => one.Resource.IsForEveryJob).SelectMany(one => one.Kinds)
            .SelectMany(kind => kind is Deletion ? kind.RightsToWrite : RightsFor(kind)).DistinctBy(right => right.Name),
    ];

    /// <summary>The refusal of any write while the target is prod, whoever asks and whatever they say.</summary>
    public static Problem? TargetRefuses(ProgramSettings settings) => settings.Target == Target.Sandbox && settings.Sandbox is { Instance.IsProd: false }
        ? null
        : new Problem(
            Codes.TargetIsProd, Variables.Target, $"The target is {settings.InstanceAt(settings.Target).Name}, where nothing is ever written by an agent.",
            $"Set {Variables.Target}=sandbox to write to {settings.SandboxInstance.Name}. What is recorded there reaches {settings.ProdInstance.Name} when a person runs `replay --confirm`.");

    /// <summary>Why the sandbox is not the one that was enrolled; nothing where it is, or where it never was.</summary>
    public static async Task<ImmutableArray<Problem>> IsEnrolledAsync(EnrolledTargets enrolled, Endpoint sandbox, DolibarrReader read, CancellationToken cancel) =>
        await enrolled.CheckAsync(read, sandbox.Instance, cancel) switch
        {
            EnrolmentVerdict.Other other => other.Problems,
            EnrolmentVerdict.Unseen unseen => [unseen.Answer.ProblemOf(sandbox.Instance.Name)],
            _ => [],
        };

    /// <summary>The version of the sandbox, or why it cannot be used.</summary>
    public static async Task<SandboxAnswer> AnswersAsync(Endpoint sandbox, DolibarrReader read, CancellationToken cancel)
    {
        var status = await read.Status.GetAsync(cancel);
        if (status is not Answer<ServerStatus>.Ok { Value.Version: var version })
        {
            return new SandboxAnswer("", [status.ProblemOf(sandbox.Instance.Name)]);
        }
        return new SandboxAnswer(version, await MissingAsync(Needed, sandbox.Instance, read, cancel));
    }

    /// <summary>The rights that an operation on a resource that not every job comes to needs, and the key has not.</summary>
    public static Task<ImmutableArray<Problem>> MayAsync(
        OperationKind kind, Instance sandbox, DolibarrReader read, CancellationToken cancel) =>
        MissingAsync([.. RightsFor(kind)], sandbox, read, cancel);

    private static async Task<ImmutableArray<Problem>> MissingAsync(
        ImmutableArray<Right> needed, Instance sandbox, DolibarrReader read, CancellationToken cancel)
    {
        var user = await read.Users.OwnRightsAsync(cancel);
        return user is Answer<OwnUser>.Ok { Value: var own }
            ? [.. own.Rights.Missing(needed).Select(right => new Problem(
                Codes.RightMissing, sandbox.Name, $"The key's user '{own.Login}' may not {right}.",
                $"Give the user that right on {sandbox.Name}, then run this again."))]
            : [user.ProblemOf(sandbox.Name)];
    }

    private static IEnumerable<Right> RightsFor(OperationKind kind) => kind.RightsToRead.Concat(kind.RightsToWrite);
}

/// <summary>What a sandbox answered before anything is written to it.</summary>
/// <param name="Version">Of its Dolibarr; empty where it did not say.</param>
/// <param name="Problems">Why it cannot be used; empty where it can.</param>
internal sealed record SandboxAnswer(string Version, ImmutableArray<Problem> Problems);
