namespace DolibarrAgent.Intake;

/// <summary>An XML that was read, or why it could not be.</summary>
/// <param name="Behind">What follows the end of the XML and is not XML: text that a gateway added, say.</param>
internal sealed record XmlReading(Element? Root, Refusal? Refusal, string? Behind = null);
