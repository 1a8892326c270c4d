namespace DolibarrAgent.Intake;

/// <summary>What a check needs beside the document: the day it is, and the company's currency.</summary>
public sealed record CheckContext(DateOnly Today, string CompanyCurrency = "EUR");
