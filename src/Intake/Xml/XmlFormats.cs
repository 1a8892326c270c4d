namespace DolibarrAgent.Intake;

/// <summary>XML that is not an invoice which is read here, named by its root.</summary>
internal static class XmlFormats
{
    private const string OtherInvoice = "other-invoice-format";
    private const string Other = "other-xml";

    // Where two formats call their root the same, what their namespace begins with tells them apart.
    private static readonly KnownFormat[] Known =
    [
        new("FatturaElettronica", "", "fatturapa", "in FatturaPA (the Italian format)"),
        new("FatturaElettronicaSemplificata", "", "fatturapa", "in FatturaPA (the Italian format)"),
        new("SCRDMCCBDACIOMessageStructure", "", "order", "an Order-X order"),
        new("Order", "urn:oasis:names:specification:ubl:", "order", "a UBL order"),
        new("OrderResponse", "urn:oasis:names:specification:ubl:", "order", "a UBL answer to an order"),
        new("DespatchAdvice", "urn:oasis:names:specification:ubl:", "order", "a UBL delivery note"),
        new("ORDER", "http://www.opentrans.org/", "order", "an openTRANS order"),
        new("CrossDomainAcknowledgementAndResponse", "", "status-message", "a status message about an invoice (CDAR)"),
        new("ApplicationResponse", "", "status-message", "a UBL status message"),
        new("Reminder", "urn:oasis:names:specification:ubl:", "reminder", "a UBL reminder"),
        new("Statement", "urn:oasis:names:specification:ubl:", "statement", "a UBL statement of account"),
        new("SelfBilledInvoice", "urn:oasis:names:specification:ubl:", OtherInvoice, "a UBL self-billed invoice"),
        new("SelfBilledCreditNote", "urn:oasis:names:specification:ubl:", OtherInvoice, "a UBL self-billed credit note"),
        new("DebitNote", "urn:oasis:names:specification:ubl:", OtherInvoice, "a UBL debit note"),
        new("cXML", "", OtherInvoice, "cXML"),
        new("INVOICE", "http://www.opentrans.org/", OtherInvoice, "an openTRANS invoice"),
        new("INVOICE", "", OtherInvoice, "an openTRANS invoice"),
        new("Invoice", "http://www.ebinterface.at/", OtherInvoice, "in ebInterface (the Austrian format)"),
        new("Invoice", "urn:sfti:", OtherInvoice, "in Svefaktura (the Swedish format)"),
        new("Invoice", "http://rep.oio.dk/", OtherInvoice, "in OIOXML (the old Danish format)"),
        new("CreditNote", "http://rep.oio.dk/", OtherInvoice, "in OIOXML (the old Danish format)"),
        new("Invoice", "urn:oasis:names:specification:ubl:schema:xsd:Invoice-1", OtherInvoice, "a UBL 1 invoice"),
        new("Invoice", "urn:oasis:names:tc:ubl:", OtherInvoice, "a UBL 1 invoice"),
        new("Invoice", "http://isdoc.cz/", OtherInvoice, "in ISDOC (the Czech format)"),
        new("Invoice", "http://www.pidx.org/", OtherInvoice, "a PIDX invoice"),
        new("Finvoice", "", OtherInvoice, "in Finvoice (the Finnish format)"),
        new("INVOICE_CENTER", "", OtherInvoice, "in TEAPPSXML (a Finnish format)"),
        new("Facturae", "", OtherInvoice, "in Facturae (the Spanish format)"),
        new("IzdaniRacunEnostavni", "", OtherInvoice, "in e-SLOG (the Slovenian format)"),
        new("Faktura", "http://crd.gov.pl/", OtherInvoice, "in FA (the Polish format)"),
        new("InvoiceData", "http://schemas.nav.gov.hu/", OtherInvoice, "invoice data of the Hungarian tax office"),
        new("Comprobante", "http://www.sat.gob.mx/", OtherInvoice, "in CFDI (the Mexican format)"),
        new("nfeProc", "", OtherInvoice, "in NF-e (the Brazilian format)"),
        new("INVOIC01", "", OtherInvoice, "an IDoc of SAP's"),
        new("INVOIC02", "", OtherInvoice, "an IDoc of SAP's"),
        new("Document", "urn:iso:std:iso:20022:tech:xsd:camt.", "bank-statement", "a bank statement (camt)"),
        new("Document", "urn:iso:std:iso:20022:tech:xsd:pain.", "payment-order", "a payment order (pain)"),
        new("xbrl", "", Other, "a business report (XBRL)"),
        new("AuditFile", "", Other, "a file of accounting entries (SAF-T)"),
        new("LedgerImport", "", Other, "a file of accounting entries (DATEV)"),
        new("archive", "http://xml.datev.de/", Other, "a list of documents (DATEV)"),
        new("Workbook", "urn:schemas-microsoft-com:office:spreadsheet", "spreadsheet", "an Excel spreadsheet"),
        new("feedback", "", "mail-report", "a report about mail (DMARC)"),
    ];

    /// <summary>Why an XML with this root is not an invoice that is read here.</summary>
    public static Refusal Of(Element root) => KnownAs(root) ?? new(Other, $"The XML is a document of the kind “{Shown(root.Name)}”, not an invoice that is read here.", Remedy(Other));

    /// <summary>The same, where the root names a format; null where it names none that is known.</summary>
    public static Refusal? KnownAs(Element root)
    {
        if (root.Name is "postacert" or "daticert")
        {
            return ContentRefusals.MailReceipt;
        }

        // Archives of electronic invoices bring the signature of each beside it.
        if (root.Name is "Signature" or "XAdESSignatures" or "ASiCManifest")
        {
            return ContentRefusals.Signature;
        }

        if (root.Name == "svg")
        {
            return ContentRefusals.Picture;
        }

        if (string.Equals(root.Name, "html", StringComparison.OrdinalIgnoreCase))
        {
            return ContentRefusals.Html;
        }

        foreach (var (name, space, code, what) in Known)
        {
            if (root.Name == name && root.Space.StartsWith(space, StringComparison.Ordinal))
            {
                return new(code, $"The XML is {what}, {(code is OtherInvoice or "fatturapa" ? "which is not read here" : "not an invoice")}.", Remedy(code));
            }
        }

        return null;
    }

    private static string Remedy(string code) => code switch
    {
        "order" or "status-message" or "reminder" or "statement" => "Nothing to enter; wait for the invoice.",
        "bank-statement" or "payment-order" or "mail-report" => "Nothing to enter from it.",
        _ => "If it is an invoice, enter it by hand, or ask the supplier for Factur-X, CII or UBL.",
    };

    private static string Shown(string name) => name.Length <= 60 ? name : name[..60] + "…";

    private sealed record KnownFormat(string Root, string Space, string Code, string What);
}
