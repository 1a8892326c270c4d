using System.Text;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// What invoices travel in: the Peppol envelope (SBDH), a SOAP message, a UBL AttachedDocument. The invoice stands in it
/// as elements, or as a text that is XML once more, plain or in base64.
/// </summary>
internal static class InvoiceEnvelope
{
    // Envelopes nest a few elements around the invoice; what stands deeper is somebody's attachment.
    private const int Deepest = 8;

    private static readonly string[] Envelopes = ["StandardBusinessDocument", "Envelope", "AttachedDocument"];

    private static readonly string[] Carriers = ["BinaryContent", "TextContent", "EmbeddedDocumentBinaryObject", "Description"];

    /// <summary>The invoices in an envelope; the root itself where it is not an envelope, or holds no invoice.</summary>
    public static IReadOnlyList<Element> Open(Element root, Func<Element, bool> isInvoice, ReadLimits limits)
    {
        if (isInvoice(root) || !Envelopes.Contains(root.Name))
        {
            return [root];
        }

        var found = new List<Element>();
        var texts = new List<Element>();
        Search(root, isInvoice, new Searched(found, texts), Deepest);
        if (found.Count == 0)
        {
            found.AddRange(texts.Select(t => Parse(t.Text, limits)).OfType<Element>().Where(isInvoice));
        }

        return found.Count > 0 ? found : [root];
    }

    private static void Search(Element element, Func<Element, bool> isInvoice, Searched into, int deepest)
    {
        foreach (var child in element.Children)
        {
            if (isInvoice(child))
            {
                into.Found.Add(child);
            }
            else if (deepest > 0)
            {
                if (Carriers.Contains(child.Name))
                {
                    into.Texts.Add(child);
                }

                Search(child, isInvoice, into, deepest - 1);
            }
        }
    }

    private static Element? Parse(string? text, ReadLimits limits)
    {
        if (text is null)
        {
            return null;
        }

        // The text was decoded already: whatever encoding its own declaration names, it is no longer in it.
        if (text.StartsWith('<'))
        {
            var body = text.StartsWith("<?xml", StringComparison.Ordinal) && text.IndexOf("?>", StringComparison.Ordinal) is > 0 and var end ? text[(end + 2)..] : text;
            return XmlTree.Read(Encoding.UTF8.GetBytes(body), limits).Root;
        }

        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var written) && FileContent.Of(bytes.AsSpan(0, written)) == ContentKind.Xml
            ? XmlTree.Read(bytes.AsMemory(0, written), limits).Root
            : null;
    }

    private sealed record Searched(List<Element> Found, List<Element> Texts);
}
