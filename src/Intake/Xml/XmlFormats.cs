namespace DolibarrAgent.Intake;

/// <summary>XML that is not an invoice which is read here, named by its root.</summary>
internal static class XmlFormats
{
    private const string OtherInvoice = "other-invoice-format";
    private const string Other = "other-xml";

    // Where two formats call their root the same, what their namespace begins with tells them apart.
    private static readonly (string Root, string Space, string Code, string What)[] Known =
    [
        ("FatturaElettronica", "", "fatturapa", "in FatturaPA (the Italian format)"),
        ("FatturaElettronicaSemplificata", "", "fatturapa", "in FatturaPA (the Italian format)"),
        ("SCRDMCCBDACIOMessageStructure", "", "order", "an Order-X order"),
        ("Order", "urn:oasis:names:specification:ubl:", "order", "a UBL order"),
        ("OrderResponse", "urn:oasis:names:specification:ubl:", "order", "a UBL answer to an order"),
        ("DespatchAdvice", "urn:oasis:names:specification:ubl:", "order", "a UBL delivery note"),
        ("ORDER", "http://www.opentrans.org/", "order", "an openTRANS order"),
        ("CrossDomainAcknowledgementAndResponse", "", "status-message", "a status message about an invoice (CDAR)"),
        ("ApplicationResponse", "", "status-message", "a UBL status message"),
        ("Reminder", "urn:oasis:names:specification:ubl:", "reminder", "a UBL reminder"),
        ("Statement", "urn:oasis:names:specification:ubl:", "statement", "a UBL statement of account"),
        ("SelfBilledInvoice", "urn:oasis:names:specification:ubl:", OtherInvoice, "a UBL self-billed invoice"),
        ("SelfBilledCreditNote", "urn:oasis:names:specification:ubl:", OtherInvoice, "a UBL self-billed credit note"),
        ("DebitNote", "urn:oasis:names:specification:ubl:", OtherInvoice, "a UBL debit note"),
        ("cXML", "", OtherInvoice, "cXML"),
        ("INVOICE", "http://www.opentrans.org/", OtherInvoice, "an openTRANS invoice"),
        ("INVOICE", "", OtherInvoice, "an openTRANS invoice"),
        ("Invoice", "http://www.ebinterface.at/", OtherInvoice, "in ebInterface (the Austrian format)"),
        ("Invoice", "urn:sfti:", OtherInvoice, "in Svefaktura (the Swedish format)"),
        ("Invoice", "http://rep.oio.dk/", OtherInvoice, "in OIOXML (the old Danish format)"),
        ("CreditNote", "http://rep.oio.dk/", OtherInvoice, "in OIOXML (the old Danish format)"),
        ("Invoice", "urn:oasis:names:specification:ubl:schema:xsd:Invoice-1", OtherInvoice, "a UBL 1 invoice"),
        ("Invoice", "urn:oasis:names:tc:ubl:", OtherInvoice, "a UBL 1 invoice"),
        ("Invoice", "http://isdoc.cz/", OtherInvoice, "in ISDOC (the Czech format)"),
        ("Invoice", "http://www.pidx.org/", OtherInvoice, "a PIDX invoice"),
        ("Finvoice", "", OtherInvoice, "in Finvoice (the Finnish format)"),
        ("INVOICE_CENTER", "", OtherInvoice, "in TEAPPSXML (a Finnish format)"),
        ("Facturae", "", OtherInvoice, "in Facturae (the Spanish format)"),
        ("IzdaniRacunEnostavni", "", OtherInvoice, "in e-SLOG (the Slovenian format)"),
        ("Faktura", "http://crd.gov.pl/", OtherInvoice, "in FA (the Polish format)"),
        ("InvoiceData", "http://schemas.nav.gov.hu/", OtherInvoice, "invoice data of the Hungarian tax office"),
        ("Comprobante", "http://www.sat.gob.mx/", OtherInvoice, "in CFDI (the Mexican format)"),
        ("nfeProc", "", OtherInvoice, "in NF-e (the Brazilian format)"),
        ("INVOIC01", "", OtherInvoice, "an IDoc of SAP's"),
        ("INVOIC02", "", OtherInvoice, "an IDoc of SAP's"),
        ("Document", "urn:iso:std:iso:20022:tech:xsd:camt.", "bank-statement", "a bank statement (camt)"),
        ("Document", "urn:iso:std:iso:20022:tech:xsd:pain.", "payment-order", "a payment order (pain)"),
        ("xbrl", "", Other, "a business report (XBRL)"),
        ("AuditFile", "", Other, "a file of accounting entries (SAF-T)"),
        ("LedgerImport", "", Other, "a file of accounting entries (DATEV)"),
        ("archive", "http://xml.datev.de/", Other, "a list of documents (DATEV)"),
        ("Workbook", "urn:schemas-microsoft-com:office:spreadsheet", "spreadsheet", "an Excel spreadsheet"),
        ("feedback", "", "mail-report", "a report about mail (DMARC)"),
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
}
