using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>What became of a message, or of one invoice of it. In the order of how much a person has to do.</summary>
public enum MessageOutcome
{
    /// <summary>Nothing to do: it was entered before.</summary>
    AlreadyThere,

    /// <summary>On the sandbox, validated.</summary>
    Entered,

    /// <summary>On the sandbox, an invoice of it not validated: its totals differ from the document's.</summary>
    Draft,

    /// <summary>Nothing in it is an invoice that a program can read.</summary>
    NoInvoice,

    /// <summary>An invoice that is not entered before a person has looked at it.</summary>
    Refused,
}

/// <summary>One changeset of a message, or why there is none.</summary>
/// <param name="Invoices">What it is about: <c>F-2026-1, Hébergeur Dupont SARL, 35.20 EUR</c>; empty where no invoice could be read.</param>
public sealed record IngestedPart(string Invoices, IngestResult Result)
{
    public MessageOutcome Outcome => Result switch
    {
        IngestResult.Entered { Changeset: var changeset } => changeset.Warnings.Any(w => w.Code == LeftDraft) ? MessageOutcome.Draft : MessageOutcome.Entered,
        IngestResult.Refused { IsThere: true } => MessageOutcome.AlreadyThere,
        IngestResult.Refused { HasNoInvoice: true } => MessageOutcome.NoInvoice,
        _ => MessageOutcome.Refused,
    };

    /// <summary>Its problems; none where it was entered.</summary>
    public ImmutableArray<Problem> Problems => Result is IngestResult.Refused refused ? refused.Problems : [];

    private const string LeftDraft = "left-draft";
}

/// <summary>What came of one message: one part, or with <c>--split</c> one for each of its invoices.</summary>
public sealed record IngestedMessage(Message Message, ImmutableArray<IngestedPart> Parts)
{
    public string Name => Message.Name;

    /// <summary>The subject and the sender of a mail, by which a person finds it; empty where it is none, or could not be read.</summary>
    public string Origin { get; init; } = "";

    public MessageOutcome Outcome => Parts.Max(part => part.Outcome);
}
