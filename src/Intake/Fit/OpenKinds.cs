namespace DolibarrAgent.Intake;

/// <summary>Lines of a document that do not say whether they are goods or a service.</summary>
public static class OpenKinds
{
    /// <summary>How many of the lines that count do not tell, by VAT category or unit; one where the document has none.</summary>
    public static int Of(InvoiceFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Lines.IsEmpty ? 1 : CountedLines.Of(facts, []).Count(counted => counted.Line.NetAmount is not (null or 0) && LineKinds.Of(counted.Line) is null);
    }
}
