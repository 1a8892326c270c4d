using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Risks;

/// <summary>What of a changeset was checked again, and what came of it: nothing in a changeset decides how it is reviewed.</summary>
public sealed record Checks
{
    /// <summary>Nothing was checked again.</summary>
    public static Checks None { get; } = new();

    /// <summary>What came of reading each mail and document again, by evidence id; null where nobody read them.</summary>
    public ImmutableDictionary<string, ReadEvidence>? Read { get; init; }

    /// <summary>The operations that enter an invoice whose values were read from printed pages.</summary>
    public ImmutableHashSet<string> FromPages { get; init; } = [];

    /// <summary>All that was found, the loudest first.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>What stops a replay.</summary>
    public IEnumerable<Finding> Stops => Findings.Where(finding => finding.Severity == Severity.Stop);

    /// <summary>The checks of every mail and document.</summary>
    /// <param name="sizeOf">The length of a piece of evidence, in bytes.</param>
    /// <param name="read">What came of reading each that has bytes, by evidence id.</param>
    public static Checks OfDocuments(Changeset changeset, Func<Evidence, long> sizeOf, ImmutableDictionary<string, ReadEvidence> read) =>
        new Checks { Read = read, FromPages = new InvoicesRead(changeset, read).FromPages }.With(new DocumentRisks(changeset, sizeOf, read)
            .Find());

    /// <summary>These, without where pages show what was read from them.</summary>
    public Checks WithoutPlaces() => this with
    {
        Read = Read?.ToImmutableDictionary(one => one.Key, one => one.Value is ReadEvidence.Done done
        ? done with { Files = [.. done.Files.Select(file => file with { Places = [] })] }
        : one.Value)
    };

    /// <summary>These with more that was found.</summary>
    public Checks With(IEnumerable<Finding> found) => this with { Findings = [.. Findings.Concat(found).OrderByDescending(finding => finding.Severity)] };
}
