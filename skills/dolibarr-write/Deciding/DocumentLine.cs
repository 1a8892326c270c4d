using System.Globalization;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>From a fitted line back to the document's own.</summary>
internal static class DocumentLine
{
    /// <summary>The document's line; null where it stands for something else, an allowance say.</summary>
    public static InvoiceLine? Of(DolibarrLine line, InvoiceFacts facts) =>
        line.Source.Split('/') is ["BG-25", var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? facts.Lines.ElementAtOrDefault(at - 1) : null;
}
