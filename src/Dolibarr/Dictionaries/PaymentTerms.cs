namespace DolibarrAgent.Dolibarr;

/// <summary>Terms of payment of the server's dictionary. A changeset names them by code; the id is the server's own.</summary>
public sealed record PaymentTerms
{
    // A later day is not in every month, and the server then goes on into the next one.
    private const int LastDayOfEveryMonth = 28;

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

    /// <summary>When an invoice of that date is due by these terms, as Dolibarr computes it; null where they do not say.</summary>
    public DateOnly? DueOn(DateOnly invoiceDate)
    {
        var counted = invoiceDate.AddDays(Days);
        return Rule switch
        {
            DueRule.Net => counted.AddDays(Offset),
            DueRule.EndOfMonth => FirstOf(counted).AddMonths(1).AddDays(Offset - 1),
            DueRule.OnDay when Offset is >= 1 and <= LastDayOfEveryMonth => FirstOf(counted).AddMonths(counted.Day < Offset ? 0 : 1).AddDays(Offset - 1),
            _ => null,
        };
    }

    private static DateOnly FirstOf(DateOnly date) => new(date.Year, date.Month, 1);
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
