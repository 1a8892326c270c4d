using System.Globalization;
using System.Xml;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>Why an XML was refused, in a person's words.</summary>
internal static class XmlRefusals
{
    public static Refusal From(XmlException e)
    {
        // The platform says in its text only whether it was the DTD, and the text is not localised here.
        if (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            return new(Codes.XmlDtd, $"The XML carries a document type definition{At(e)}; such files can read other files or grow without end, and no invoice needs one.");
        }

        if (e.Message.Contains("MaxCharacters", StringComparison.Ordinal))
        {
            return new(Codes.XmlTooLarge, $"The XML is larger than an invoice may be{At(e)}.", "Ask the supplier to send the invoice again.");
        }

        return new(Codes.XmlNotWellFormed, $"The XML breaks off or is broken{At(e)}: {e.Message}");
    }

    public static Refusal Encoding(string what) =>
        new(Codes.XmlEncoding, $"The XML is written in a character encoding that it does not name, or names wrongly: {what}");

    public static Refusal TooLarge(int bytes, int limit) => new(Codes.XmlTooLarge,
        string.Create(CultureInfo.InvariantCulture, $"The XML has {bytes} bytes, the limit is {limit}."));

    public static Refusal TooComplex(int line) => new(Codes.XmlTooComplex,
        string.Create(CultureInfo.InvariantCulture, $"The XML has more elements, or nests them deeper, than an invoice may (line {line})."));

    private static string At(XmlException e) => e.LineNumber > 0
        ? string.Create(CultureInfo.InvariantCulture, $" (line {e.LineNumber}, column {e.LinePosition})")
        : "";
}
