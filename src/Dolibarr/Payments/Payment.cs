namespace DolibarrAgent.Dolibarr;

/// <summary>What was paid of a supplier invoice at one time, or set off against it.</summary>
public sealed record Payment
{
    /// <summary>Its number, <c>SPAY2611-0001</c>; of what was set off, the ref of the credit note or deposit.</summary>
    public string Ref { get; init; } = "";

    /// <summary>Whether it was paid; otherwise a credit note or a deposit was set off.</summary>
    public bool IsPaid { get; init; }

    /// <summary>In the currency of the books.</summary>
    public decimal Amount { get; init; }

    /// <summary>Null where none is on file.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Code of the means of payment: <c>VIR</c>.</summary>
    public string Means { get; init; } = "";

    /// <summary>The bank's number of the transaction, or that of the cheque.</summary>
    public string Transaction { get; init; } = "";

    /// <summary>The line that it made on a bank account, by this server's number; null where it made none.</summary>
    public long? BankLineId { get; init; }
}

/// <summary>A bank account of the company's own. A changeset names it by its ref; the id is the server's own.</summary>
/// <param name="Id">Its number on this server.</param>
/// <param name="Ref">Its ref, which no other account has: <c>BNK1</c>.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="IsClosed">Whether nothing is to be booked on it any more.</param>
public sealed record OwnAccount(long Id, string Ref, string Label, string Currency, bool IsClosed);

/// <summary>What was booked on a bank account of the company's own.</summary>
/// <param name="Id">Its number on this server.</param>
/// <param name="AccountRef">The ref of the account.</param>
/// <param name="Amount">Below zero where money went out.</param>
public sealed record BankLine(long Id, string AccountRef, decimal Amount);
