using DolibarrAgent.Dolibarr;
using DolibarrAgent.Risks;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>What the decisions about an invoice rest on, besides the document and the target.</summary>
/// <param name="Books">What is known of the server.</param>
/// <param name="Known">What was entered before.</param>
internal sealed record EntryRules(BooksSetup Books, KnownInvoices Known, DateOnly Today)
{
    /// <summary>What a person said where the rules leave it to one.</summary>
    public required PersonDecisions Decisions { get; init; }

    /// <summary>Our company; refused where server and settings name two.</summary>
    public required Result<WhoWeAre?> We { get; init; }

    /// <summary>The rate of another currency than the books'; refused where an instance does not have it.</summary>
    public required Func<string, CancellationToken, Task<Result<ForeignCurrencyRate>>> RateAsync { get; init; }

    /// <summary>Reads prod, so that nothing is named that it does not have; null where it cannot be reached.</summary>
    public required DolibarrReader? Prod { get; init; }

    /// <summary>The terms and means of payment that an invoice can be given; asked for only by a document that has some.</summary>
    public required Func<CancellationToken, Task<PaymentChoices>> PaymentsAsync { get; init; }
}
