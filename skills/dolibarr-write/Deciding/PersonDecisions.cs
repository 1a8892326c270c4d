using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// What a person decided about a document before it is entered, where the rules leave it to one. Nothing of it is a
/// model's to say. Each is kept as evidence in the person's name, and shown in the review.
/// </summary>
public sealed record PersonDecisions
{
    /// <summary>Nobody decided anything.</summary>
    public static PersonDecisions None { get; } = new();

    /// <summary>The refusal of a decision that would fall on more than one document.</summary>
    public static Problem ForSeveral { get; } = new(Codes.DecisionForSeveral, "arguments", "--buyer-ok, --supplier and --as decide about one invoice, and several were given.");

    /// <summary>Whether nobody decided anything.</summary>
    public bool IsNone => this is { BuyerAccepted: null, SupplierCode: null, Kind: null };

    /// <summary>Why an invoice that is addressed to somebody else is ours all the same; null where nobody said so.</summary>
    public string? BuyerAccepted { get; init; }

    /// <summary>The code of the supplier on file that the document is from; null where nobody said so.</summary>
    public string? SupplierCode { get; init; }

    /// <summary>What the document is; null where nobody said so.</summary>
    public EntryKind? Kind { get; init; }

    /// <summary>The decisions as a person's words, for the evidence.</summary>
    internal ImmutableArray<string> Words =>
    [
        .. BuyerAccepted is { } reason ? [$"The addressee is right: {reason}"] : ImmutableArray<string>.Empty,
        .. SupplierCode is { } code ? [$"The supplier is the one with the code {code}."] : ImmutableArray<string>.Empty,
        .. Kind is { } kind ? [$"The document is {Named(kind)}."] : ImmutableArray<string>.Empty,
    ];

    /// <summary>A kind, for a person.</summary>
    internal static string Named(EntryKind kind) => kind switch
    {
        EntryKind.CreditNote => "a credit note",
        EntryKind.Deposit => "a deposit invoice",
        _ => "an invoice",
    };
}
