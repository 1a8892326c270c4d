using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Risks;

/// <summary>What came of reading one piece of evidence again, by the reader that the recorder used. Closed.</summary>
public abstract record ReadEvidence
{
    private ReadEvidence() { }

    /// <summary>It was read, whatever stands in it.</summary>
    public sealed record Done : ReadEvidence
    {
        /// <summary>What its headers say, where it is a mail.</summary>
        public ReadMail? Mail { get; init; }

        /// <summary>The file itself, or every file in the mail or the container.</summary>
        public ImmutableArray<ReadFile> Files { get; init; } = [];

        /// <summary>The invoices in it, with what the reader warns of.</summary>
        public ImmutableArray<ReadWarnings> Invoices { get; init; } = [];
    }

    /// <summary>It could not be read within the limits.</summary>
    /// <param name="Why">As a sentence.</param>
    public sealed record Failed(string Why) : ReadEvidence;
}

/// <summary>What the headers of a mail say.</summary>
public sealed record ReadMail(string? MessageId, string? From, string? Subject);

/// <summary>A file that was read.</summary>
/// <param name="Name">Cleaned, as a recorder keeps it.</param>
/// <param name="Says">What it says, where it is an invoice; none otherwise.</param>
public sealed record ReadFile(Digest Sha256, string Name, Fields Says);

/// <summary>What the reader warns of in one invoice.</summary>
/// <param name="Files">The files that carry it.</param>
public sealed record ReadWarnings(ImmutableArray<Digest> Files, ImmutableArray<Warning> Warnings);
