using System.Text;
using System.Xml;

namespace DolibarrAgent.Intake;

/// <summary>Reads XML from outside into <see cref="Element"/>s: no DTD, no resolver, and limits on size, depth and number.</summary>
internal sealed class XmlTree
{
    private readonly Stack<Element> open = new();
    private readonly ReadLimits limits;
    private Element? root;
    private string rootName = "";
    private int count;

    static XmlTree() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private XmlTree(ReadLimits limits) => this.limits = limits;

    public static XmlReading Read(ReadOnlyMemory<byte> bytes, ReadLimits limits)
    {
        if (bytes.Length > limits.XmlBytes)
        {
            return new(null, XmlRefusals.TooLarge(bytes.Length, limits.XmlBytes));
        }

        var tree = new XmlTree(limits);
        try
        {
            var xml = XmlBytes.Of(bytes);
            using var reader = Reader(xml, Settings(limits));
            return tree.Build(reader, xml);
        }
        catch (XmlException e)
        {
            return new(null, XmlRefusals.From(e));
        }
        catch (Exception e) when (e is DecoderFallbackException or NotSupportedException or ArgumentException)
        {
            return new(null, XmlRefusals.Encoding(e.Message));
        }
    }

    /// <summary>The root alone, of an XML with a document type definition too, of which nothing is processed; null if there is none.</summary>
    public static Element? RootOf(ReadOnlyMemory<byte> bytes, ReadLimits limits)
    {
        try
        {
            var settings = Settings(limits);
            settings.DtdProcessing = DtdProcessing.Ignore;
            using var reader = Reader(XmlBytes.Of(bytes), settings);
            return reader.MoveToContent() == XmlNodeType.Element ? new Element(reader.LocalName, reader.NamespaceURI, 0) : null;
        }
        catch (Exception e) when (e is XmlException or DecoderFallbackException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    // A mark at the start says how the bytes are to be read; the declaration behind it may have been copied from another file.
    private static XmlReader Reader(XmlBytes xml, XmlReaderSettings settings)
    {
        settings.CloseInput = true;
        var stream = new ReadOnlyMemoryStream(xml.Bytes);
        return xml.Encoding is { } encoding
            ? XmlReader.Create(new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false), settings)
            : XmlReader.Create(stream, settings);
    }

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

    private XmlReading Build(XmlReader reader, XmlBytes xml)
    {
        try
        {
            while (reader.Read())
            {
                if (!Add(reader))
                {
                    return new(null, XmlRefusals.TooComplex(((IXmlLineInfo)reader).LineNumber));
                }
            }

            return new(root, null);
        }
        catch (XmlException) when (root is not null && open.Count == 0 && xml.HarmlessBehind(rootName) is not null)
        {
            return new(root, null, xml.HarmlessBehind(rootName));
        }
    }

    /// <summary>False where it is one too many, or too deep.</summary>
    private bool Add(XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                if (++count > limits.XmlElements || reader.Depth > limits.XmlDepth)
                {
                    return false;
                }

                Open(reader);
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

        return true;
    }

    private void Open(XmlReader reader)
    {
        var element = new Element(reader.LocalName, reader.NamespaceURI, ((IXmlLineInfo)reader).LineNumber);
        if (open.TryPeek(out var parent))
        {
            parent.Add(element);
        }
        else
        {
            (root, rootName) = (element, reader.Name);
        }

        if (!reader.IsEmptyElement)
        {
            open.Push(element);
        }

        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
            {
                element.Add(reader.LocalName, reader.Value);
            }
        }
    }
}
