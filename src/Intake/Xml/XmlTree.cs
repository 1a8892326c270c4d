using System.Text;
using System.Xml;

namespace DolibarrAgent.Intake;

/// <summary>Reads XML from outside into <see cref="Element"/>s: no DTD, no resolver, and limits on size, depth and number.</summary>
internal static class XmlTree
{
    static XmlTree() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static (Element? Root, Refusal? Refusal) Read(ReadOnlyMemory<byte> bytes, ReadLimits limits)
    {
        if (bytes.Length > limits.XmlBytes)
        {
            return (null, XmlRefusals.TooLarge(bytes.Length, limits.XmlBytes));
        }

        try
        {
            using var stream = new ReadOnlyMemoryStream(ContentSniffer.SkipLeadingSpace(bytes));
            // A mark at the start says how the bytes are to be read; the declaration behind it may have been copied from another file.
            using var text = IsMarked(bytes.Span) ? new StreamReader(stream, detectEncodingFromByteOrderMarks: true) : null;
            using var reader = text is null ? XmlReader.Create(stream, Settings(limits)) : XmlReader.Create(text, Settings(limits));
            return Build(reader, limits);
        }
        catch (XmlException e)
        {
            return (null, XmlRefusals.From(e));
        }
        catch (Exception e) when (e is DecoderFallbackException or NotSupportedException or ArgumentException)
        {
            return (null, XmlRefusals.Encoding(e.Message));
        }
    }

    private static bool IsMarked(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);

    private static XmlReaderSettings Settings(ReadLimits limits) => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = limits.XmlBytes,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    private static (Element? Root, Refusal? Refusal) Build(XmlReader reader, ReadLimits limits)
    {
        var lines = (IXmlLineInfo)reader;
        var open = new Stack<Element>();
        Element? root = null;
        var count = 0;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (++count > limits.XmlElements || reader.Depth > limits.XmlDepth)
                    {
                        return (null, XmlRefusals.TooComplex(lines.LineNumber));
                    }

                    var element = new Element(reader.LocalName, reader.NamespaceURI, lines.LineNumber);
                    root ??= element;
                    if (open.TryPeek(out var parent))
                    {
                        parent.Add(element);
                    }

                    if (!reader.IsEmptyElement)
                    {
                        open.Push(element);
                    }

                    ReadAttributes(reader, element);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    open.Peek().AddText(reader.Value);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                default:
                    break;
            }
        }

        return (root, null);
    }

    private static void ReadAttributes(XmlReader reader, Element element)
    {
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
            {
                element.Add(reader.LocalName, reader.Value);
            }
        }
    }
}
