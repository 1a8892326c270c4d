namespace DolibarrAgent.Dolibarr;

/// <summary>Terms of payment of the server's dictionary. A changeset names them by code; the id is the server's own.</summary>
public sealed record PaymentTerms
{
    /// <summary>Its number on this server; means nothing on another.</summary>
    public required long Id { get; init; }

    /// <summary><c>RECEP</c>, <c>30D</c>, <c>30DENDMONTH</c>, or one of the server's own.</summary>
    public required string Code { get; init; }

    /// <summary>What it is called, in the server's language.</summary>
    public string Label { get; init; } = "";

    /// <summary>How many days are added to the invoice's date first (<c>nbjour</c>).</summary>
    public int Days { get; init; }

    /// <summary>What is done then (<c>type_cdr</c>).</summary>
    public DueRule Rule { get; init; }

    /// <summary>Days that are added last; with <see cref="DueRule.OnDay"/> the day of the month (<c>decalage</c>).</summary>
    public int Offset { get; init; }
}

/// <summary>Dolibarr's numbers for what follows the days of terms of payment (<c>type_cdr</c>).</summary>
public enum DueRule
{
    /// <summary>Nothing.</summary>
    Net = 0,

    /// <summary>It is due at the end of that month.</summary>
    EndOfMonth = 1,

    /// <summary>It is due on the next such day of a month.</summary>
    OnDay = 2,

    /// <summary>A rule that this client does not know.</summary>
    Other = 99,
}
