using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Dolibarr;

/// <summary>Holds a server to what was enrolled.</summary>
public static class EnrolmentCheck
{
    /// <summary>The connection to an endpoint: where it was enrolled with a TLS key, to nobody who has another.</summary>
    public static Connection ConnectionTo(this EnrolledTargets enrolled, Endpoint endpoint) =>
        Connection.To(endpoint) with { Pin = enrolled.Of(endpoint.Instance.Name)?.Identity.TlsKey ?? "" };

    /// <summary>Looks at an instance, and compares. Nothing is sent but GETs.</summary>
    public static async Task<EnrolmentVerdict> CheckAsync(
        this EnrolledTargets enrolled, DolibarrReader read, Instance instance, CancellationToken cancel)
    {
        if (enrolled.All.IsEmpty)
        {
            return new EnrolmentVerdict.NotEnrolled();
        }

        var looked = await ObservedInstance.LookAsync(read, instance.Name, enrolled.Canary, cancel);
        if (looked is not Answer<ObservedInstance>.Ok { Value: var observed })
        {
            return new EnrolmentVerdict.Unseen(looked);
        }

        var differences = IdentityComparison.Of(enrolled, instance, observed);
        return !differences.IsEmpty
            ? new EnrolmentVerdict.Other(observed, [.. differences.Select(difference => difference.ToProblem(instance))])
            : enrolled.Of(instance.Name) is null ? new EnrolmentVerdict.NotEnrolled()
            : new EnrolmentVerdict.Same(observed, enrolled.DigestOf(instance.Name));
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

    /// <summary>It is not; every difference is a problem, with both sides.</summary>
    public sealed record Other(ObservedInstance Observed, ImmutableArray<Problem> Problems) : EnrolmentVerdict;

    /// <summary>It could not be looked at.</summary>
    /// <param name="Answer">The refusal, or the missing answer.</param>
    public sealed record Unseen(Answer<ObservedInstance> Answer) : EnrolmentVerdict;
}
