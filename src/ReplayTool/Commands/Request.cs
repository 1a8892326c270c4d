using System.Collections.Immutable;
using DolibarrAgent.Replay;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;

namespace DolibarrAgent.ReplayTool;

/// <summary>What somebody asked for on the command line. Closed.</summary>
internal abstract record Request
{
    private Request() { }

    /// <summary>A changeset.json, or its folder, as it was typed.</summary>
    public required string Path { get; init; }

    /// <summary>The operations that are asked for, by id; null where it is the whole changeset.</summary>
    public ImmutableArray<string>? Only { get; init; }

    /// <summary>Whether prod, or the ledger, was restored from a backup.</summary>
    public bool AgainAfterRestore { get; init; }

    /// <summary>The language of the review; null for that of the terminal.</summary>
    public Language? Language { get; init; }

    /// <summary>The word for it, in the log.</summary>
    public string Name => GetType().Name.ToLowerInvariant();

    public sealed record Plan : Request
    {
        /// <summary>Where its statement goes; null where it is only to be looked at.</summary>
        public string? Statement { get; init; }

        /// <summary>How long the statement is good for; null for as long as the policy allows.</summary>
        public int? Hours { get; init; }
    }

    public sealed record Confirm : Request
    {
        /// <summary>The plan's code; null where it is to be typed in a terminal.</summary>
        public string? Code { get; init; }

        /// <summary>The signatures that are given in its place; null where none are.</summary>
        public SignedFiles? Signed { get; init; }
    }

    /// <summary>Several changesets at once, or those of a folder. <see cref="Path"/> is the first.</summary>
    public sealed record Batch : Request
    {
        /// <summary>The changesets, or the folder of them, as they were typed.</summary>
        public required ImmutableArray<string> Paths { get; init; }

        /// <summary>Whether they are to be replayed, and not only planned.</summary>
        public bool Confirms { get; init; }

        /// <summary>The code of the plans; null where it is to be typed in a terminal.</summary>
        public string? Code { get; init; }
    }

    /// <summary>The queue. <see cref="Path"/> is its folder, empty for the configured one.</summary>
    public sealed record Status : Request
    {
        /// <summary>Whether what is done with is listed too.</summary>
        public bool All { get; init; }
    }

    /// <summary>The page for a browser. <see cref="Path"/> is the folder of its queue, empty for the configured one.</summary>
    public sealed record Desk : Request
    {
        /// <summary>On 127.0.0.1; 0 for any that is free.</summary>
        public int Port { get; init; }
    }

    public sealed record Reject : Request
    {
        public required string Reason { get; init; }

        /// <summary>Whether an earlier rejection is taken back.</summary>
        public bool TakesBack { get; init; }
    }

    public sealed record Rehearse : Request;

    public sealed record Verify : Request;

    /// <summary><see cref="Path"/> is empty where the whole ledger is asked for and no changeset.</summary>
    public sealed record History : Request
    {
        /// <summary>The whole ledger is to be checked.</summary>
        public bool Whole { get; init; }
    }

    public sealed record Revert : Request;

    /// <summary><see cref="Path"/> is the target as it was typed, empty for both.</summary>
    public sealed record Enroll(EnrollOrder Order) : Request;

    /// <summary>What a person says is right as it is. <see cref="Path"/> is its word, as it was typed.</summary>
    public sealed record Accept(AcceptOrder Order) : Request;

    /// <summary>The review alone: it needs no Dolibarr, no settings and no ledger.</summary>
    public sealed record Review : Request
    {
        /// <summary>Where the review goes as HTML; null where it is not wanted.</summary>
        public string? Html { get; init; }

        /// <summary>Where it goes as Markdown; null where it is not wanted.</summary>
        public string? Markdown { get; init; }

        /// <summary>Whether a file that is there is replaced.</summary>
        public bool Force { get; init; }
    }
}

/// <summary>What came of reading the command line. Closed.</summary>
internal abstract record Parsed
{
    private Parsed() { }

    /// <param name="What">What to do.</param>
    /// <param name="Manner">How to tell of it.</param>
    public sealed record Asked(Request What, Manner Manner) : Parsed;

    /// <summary>Help or the version was printed.</summary>
    public sealed record Answered : Parsed;

    /// <param name="Message">What is wrong with the arguments.</param>
    public sealed record Wrong(string Message, Manner Manner) : Parsed;
}

/// <summary>How the program tells what it does.</summary>
internal sealed record Manner
{
    /// <summary>One JSON document on stdout, and nothing else there.</summary>
    public bool Json { get; init; }

    /// <summary>Each call on stderr.</summary>
    public bool Verbose { get; init; }
}
