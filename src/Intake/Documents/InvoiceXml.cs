using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>One XML, whatever it turns out to be.</summary>
internal static class InvoiceXml
{
    private const string Cii = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:";
    private const string Zugferd1 = "urn:ferd:CrossIndustryDocument:invoice:1p0";
    private const string UblInvoice = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";
    private const string UblCreditNote = "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2";

    private static readonly string[] HtmlTags = ["<html", "<!doctype html", "<head>", "<body", "<div", "<table", "<p>"];

    /// <summary>Reads one XML. <paramref name="origin"/> is what its facts' sources start with.</summary>
    public static DocumentOutcome Read(string origin, ReadOnlyMemory<byte> bytes, ReadLimits limits)
    {
        var (root, refusal, behind) = XmlTree.Read(bytes, limits);
        if (refusal is not null)
        {
            return Known(bytes, refusal, limits) is { } known ? new DocumentOutcome.NotAnInvoice(known) : new DocumentOutcome.Rejected(refusal);
        }

        var extraction = new Extraction(origin);
        if (InvoiceEnvelope.Open(root!, IsInvoiceRoot, limits) is not [var invoice])
        {
            return new DocumentOutcome.Rejected(Refusals.SeveralInvoices);
        }

        var facts = (invoice.Name, invoice.Space) switch
        {
            ("CrossIndustryInvoice", var space) when space.StartsWith(Cii, StringComparison.Ordinal) => new CiiReader(invoice, extraction).Read(),
            ("CrossIndustryDocument", Zugferd1) => new CiiReader(invoice, extraction).Read(),
            ("Invoice", UblInvoice) or ("CreditNote", UblCreditNote) => new UblReader(invoice, extraction).Read(),
            _ => null,
        };
        if (facts is null)
        {
            return IsInvoiceRoot(invoice) ? new DocumentOutcome.Rejected(Refusals.NoSkeleton(invoice.Name)) : new DocumentOutcome.NotAnInvoice(XmlFormats.Of(invoice));
        }

        if (facts.Number is null && facts.Totals.Gross is null && facts.Totals.Due is null)
        {
            return new DocumentOutcome.Rejected(Refusals.SaysNothing);
        }

        extraction.ReportCurrencies();
        UnreadMoney.Report(invoice, extraction.Warnings);
        var embedded = EmbeddedFiles.Of(root!, invoice, limits, extraction.Warnings);
        if (behind is { Length: > 0 })
        {
            extraction.Warnings.Add(new("text-after-xml", $"After the end of the XML there is text that is not part of it; it was left out: “{(behind.Length <= 200 ? behind : behind[..200] + "…")}”"));
        }

        return new DocumentOutcome.Parsed(facts, [.. extraction.Warnings]) { Embedded = embedded };
    }

    private static bool IsInvoiceRoot(Element root) =>
        root.Space.StartsWith(Cii, StringComparison.Ordinal) || root.Space is Zugferd1 or UblInvoice or UblCreditNote;

    // What the XML cannot be read for may still be told: a web page, or a format whose files declare a document type.
    private static Refusal? Known(ReadOnlyMemory<byte> bytes, Refusal refusal, ReadLimits limits) =>
        LooksLikeHtml(bytes.Span) ? ContentRefusals.Html
        : refusal.Code == Codes.XmlDtd && XmlTree.RootOf(bytes, limits) is { } root ? XmlFormats.KnownAs(root)
        : null;

    internal static bool LooksLikeHtml(ReadOnlySpan<byte> bytes)
    {
        var start = System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 512)]);
        return Array.Exists(HtmlTags, tag => start.Contains(tag, StringComparison.OrdinalIgnoreCase));
    }
}
