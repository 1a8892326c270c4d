using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay;

/// <summary>Which instances are to be enrolled.</summary>
public enum EnrollSide
{
    /// <summary>Prod and the sandbox.</summary>
    Both,

    /// <summary>Prod alone.</summary>
    Prod,

    /// <summary>The sandbox alone.</summary>
    Sandbox,
}

/// <summary>What a person asked to be enrolled.</summary>
/// <param name="Which">The instances.</param>
/// <param name="Canary">The code of a third party that the sandbox has and prod has not; null where it stays what it was.</param>
/// <param name="Again">Whether what was enrolled before may be written over.</param>
public sealed record EnrollOrder(EnrollSide Which, string? Canary, bool Again);

/// <summary>What came of enrolling. Closed.</summary>
public abstract record EnrollResult
{
    private EnrollResult() { }

    /// <summary>What was looked at, as far as it came to that.</summary>
    public ImmutableArray<EnrolledInstance> Instances { get; init; } = [];

    /// <summary>It is written down, or was before and is still so.</summary>
    /// <param name="File">Where.</param>
    public sealed record Done(string File) : EnrollResult
    {
        /// <summary>What would make it a better proof; null where nothing would.</summary>
        public string? Advice { get; init; }
    }

    /// <summary>Nothing was written.</summary>
    /// <param name="Problems">Every reason.</param>
    public sealed record Refused(ImmutableArray<Problem> Problems) : EnrollResult;
}

/// <summary>One instance as it was found.</summary>
/// <param name="Instance">Its name.</param>
/// <param name="State">One of <see cref="EnrolledState"/>.</param>
/// <param name="Facts">What it is.</param>
/// <param name="Notes">What the key may not read.</param>
public sealed record EnrolledInstance(string Instance, string State, ImmutableArray<IdentityFact> Facts, ImmutableArray<string> Notes);

/// <summary>What became of an instance's enrolment, in every output.</summary>
public static class EnrolledState
{
    public const string Enrolled = "enrolled";
    public const string Again = "enrolled-again";
    public const string AsEnrolled = "as-enrolled";
    public const string Refused = "refused";
}

/// <summary>One thing that an instance is.</summary>
/// <param name="What">Its name: <c>TLS key</c>.</param>
/// <param name="Value">As it was found.</param>
/// <param name="Before">As it was enrolled before, where that was another; else null.</param>
public sealed record IdentityFact(string What, string Value, string? Before);
