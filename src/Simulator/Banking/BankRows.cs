using System.Collections.Immutable;

namespace DolibarrAgent.Simulator;

/// <summary>The company's own bank accounts, what was booked on them, and the payments that were entered.</summary>
internal sealed record BankRows
{
    public static readonly BankRows Empty = new();

    public ImmutableSortedDictionary<long, OwnAccount> Accounts { get; init; } = ImmutableSortedDictionary<long, OwnAccount>.Empty;

    public ImmutableSortedDictionary<long, BankLine> Lines { get; init; } = ImmutableSortedDictionary<long, BankLine>.Empty;

    public ImmutableSortedDictionary<long, Payment> Payments { get; init; } = ImmutableSortedDictionary<long, Payment>.Empty;

    /// <summary>What was paid of an invoice.</summary>
    public IEnumerable<Payment> PaymentsOf(long invoice) => Payments.Values.Where(payment => payment.InvoiceId == invoice);
}

/// <summary>A row of <c>llx_bank_account</c>: an account of the company's own.</summary>
internal sealed record OwnAccount(long Id, string Ref)
{
    public required string Label { get; init; }

    public required string Currency { get; init; }

    public required string Kind { get; init; }

    public required bool IsClosed { get; init; }

    public required DateTimeOffset Created { get; init; }
}

/// <summary>A row of <c>llx_bank</c>: what was booked on an account.</summary>
internal sealed record BankLine(long Id, long AccountId)
{
    public required DateOnly Date { get; init; }

    public required decimal Amount { get; init; }

    public required string Label { get; init; }

    public required string Means { get; init; }

    public string? Number { get; init; }

    /// <summary>Who wrote the cheque. Filters see it, answers do not hold it.</summary>
    public string? Issuer { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required long CreatedBy { get; init; }

    /// <summary>The payment that made it, and whom it was paid to; null where it is none.</summary>
    public long? PaymentId { get; init; }

    public long? ThirdPartyId { get; init; }
}

/// <summary>A row of <c>llx_paiementfourn</c> with its one row of <c>llx_paiementfourn_facturefourn</c>.</summary>
internal sealed record Payment(long Id, long InvoiceId)
{
    public required string Ref { get; init; }

    public required DateTimeOffset Date { get; init; }

    public required decimal Amount { get; init; }

    public required string Means { get; init; }

    public required string Number { get; init; }

    public long BankLineId { get; init; }
}
