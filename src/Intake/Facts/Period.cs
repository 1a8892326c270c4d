namespace DolibarrAgent.Intake;

/// <summary>A span of days, both ends included; an end that the document leaves open is null.</summary>
public sealed record Period(DateOnly? From, DateOnly? To)
{
    /// <summary>Whether it ends before it begins.</summary>
    public bool IsBackwards => From > To;
}

/// <summary>BG-3: an earlier invoice, by its number (BT-25) and, where given, its date (BT-26).</summary>
public sealed record PrecedingInvoice(string Number, DateOnly? IssueDate);
