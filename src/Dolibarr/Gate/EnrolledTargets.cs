using System.Collections.Immutable;
using System.Security.Cryptography;

namespace DolibarrAgent.Dolibarr;

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

    /// <summary>The connection to an endpoint: where it was enrolled with a TLS key, to nobody who has another.</summary>
    public Connection ConnectionTo(Endpoint endpoint) =>
        Connection.To(endpoint) with { Pin = Of(endpoint.Instance.Name)?.Identity.TlsKey ?? "" };

    /// <summary>Looks at an instance, and compares. Nothing is sent but GETs.</summary>
    public async Task<EnrolmentVerdict> CheckAsync(DolibarrReader read, Instance instance, CancellationToken cancel)
    {
        if (All.IsEmpty)
        {
            return new EnrolmentVerdict.NotEnrolled();
        }

        var looked = await ObservedInstance.LookAsync(read, instance.Name, Canary, cancel);
        if (looked is not Answer<ObservedInstance>.Ok { Value: var observed })
        {
            return new EnrolmentVerdict.Unseen(looked);
        }

        var differences = IdentityComparison.Of(this, instance, observed);
        return !differences.IsEmpty ? new EnrolmentVerdict.Other(observed, [.. differences.Select(difference => difference.ToFault(instance))])
            : Of(instance.Name) is null ? new EnrolmentVerdict.NotEnrolled()
            : new EnrolmentVerdict.Same(observed, DigestOf(instance.Name));
    }
}

/// <summary>What came of comparing an instance with what was enrolled. Closed.</summary>
public abstract record EnrolmentVerdict
{
    private EnrolmentVerdict()
    {
    }

    /// <summary>It is not enrolled, and is nobody who is.</summary>
    public sealed record NotEnrolled : EnrolmentVerdict;

    /// <summary>It is what was enrolled.</summary>
    /// <param name="Observed">As it is now.</param>
    /// <param name="Digest">SHA-256 of what was written down, in hexadecimal.</param>
    public sealed record Same(ObservedInstance Observed, string Digest) : EnrolmentVerdict;

    /// <summary>It is not; every difference is a fault, with both sides.</summary>
    public sealed record Other(ObservedInstance Observed, ImmutableArray<Fault> Faults) : EnrolmentVerdict;

    /// <summary>It could not be looked at.</summary>
    /// <param name="Answer">The refusal, or the missing answer.</param>
    public sealed record Unseen(Answer<ObservedInstance> Answer) : EnrolmentVerdict;
}
