namespace DolibarrAgent.Intake;

/// <summary>What a check needs besides the document: the day it is, the company's currency, and what a person decided.</summary>
public sealed record CheckContext(DateOnly Today, string CompanyCurrency = "EUR")
{
    /// <summary>Another currency that can be entered, because its rate is known; null if there is none.</summary>
    public string? ForeignCurrency { get; init; }

    /// <summary>What a person said that the document is; null where nobody did.</summary>
    public EntryKind? Decided { get; init; }
}
