using System.Collections.Immutable;
using System.Security.Cryptography;

namespace DolibarrAgent.Settings;

/// <summary>What was written down about an instance when it was enrolled.</summary>
/// <param name="Identity">What it was.</param>
/// <param name="At">UTC, whole seconds.</param>
/// <param name="By">The user and the machine.</param>
public sealed record EnrolledTarget(InstanceIdentity Identity, DateTimeOffset At, string By);

/// <summary>All instances that were enrolled: the content of <c>targets.json</c>.</summary>
/// <param name="Canary">The code of a third party that the sandbox has and prod has not; empty for none.</param>
/// <param name="All">One for each instance.</param>
public sealed record EnrolledTargets(string Canary, ImmutableArray<EnrolledTarget> All)
{
    /// <summary>Nothing is enrolled.</summary>
    public static EnrolledTargets None { get; } = new("", []);

    /// <summary>An instance by its name; null where it is not enrolled.</summary>
    public EnrolledTarget? Of(string instance) => All.FirstOrDefault(target => target.Identity.Instance == instance);

    /// <summary>SHA-256 of what was written down about an instance, the canary with it, in hexadecimal; empty where it is not enrolled.</summary>
    public string DigestOf(string instance) =>
        Of(instance) is { } target ? Convert.ToHexStringLower(SHA256.HashData(TargetsFile.BytesOf(this with { All = [target] }))) : "";

    /// <summary>With this one in the place of what was known of its instance.</summary>
    public EnrolledTargets With(EnrolledTarget target) => this with
    {
        All = [.. All.Where(other => other.Identity.Instance != target.Identity.Instance).Append(target).OrderBy(one => one.Identity.Instance, StringComparer.Ordinal)],
    };
}
