using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>XML that is not an invoice which is read here, named by its root.</summary>
internal static class XmlFormats
{
    // Where two formats call their root the same, what their namespace begins with tells them apart.
    private static readonly (string Root, string Space, ProblemCode Code, string What)[] Known =
    [
        ("FatturaElettronica", "", Codes.Fatturapa, "in FatturaPA (the Italian format)"),
        ("FatturaElettronicaSemplificata", "", Codes.Fatturapa, "in FatturaPA (the Italian format)"),
        ("SCRDMCCBDACIOMessageStructure", "", Codes.Order, "an Order-X order"),
        ("Order", "urn:oasis:names:specification:ubl:", Codes.Order, "a UBL order"),
        ("OrderResponse", "urn:oasis:names:specification:ubl:", Codes.Order, "a UBL answer to an order"),
        ("DespatchAdvice", "urn:oasis:names:specification:ubl:", Codes.Order, "a UBL delivery note"),
        ("ORDER", "http://www.opentrans.org/", Codes.Order, "an openTRANS order"),
        ("CrossDomainAcknowledgementAndResponse", "", Codes.StatusMessage, "a status message about an invoice (CDAR)"),
        ("ApplicationResponse", "", Codes.StatusMessage, "a UBL status message"),
        ("Reminder", "urn:oasis:names:specification:ubl:", Codes.Reminder, "a UBL reminder"),
        ("Statement", "urn:oasis:names:specification:ubl:", Codes.Statement, "a UBL statement of account"),
        ("SelfBilledInvoice", "urn:oasis:names:specification:ubl:", Codes.OtherInvoiceFormat, "a UBL self-billed invoice"),
        ("SelfBilledCreditNote", "urn:oasis:names:specification:ubl:", Codes.OtherInvoiceFormat, "a UBL self-billed credit note"),
        ("DebitNote", "urn:oasis:names:specification:ubl:", Codes.OtherInvoiceFormat, "a UBL debit note"),
        ("cXML", "", Codes.OtherInvoiceFormat, "cXML"),
        ("INVOICE", "http://www.opentrans.org/", Codes.OtherInvoiceFormat, "an openTRANS invoice"),
        ("INVOICE", "", Codes.OtherInvoiceFormat, "an openTRANS invoice"),
        ("Invoice", "http://www.ebinterface.at/", Codes.OtherInvoiceFormat, "in ebInterface (the Austrian format)"),
        ("Invoice", "urn:sfti:", Codes.OtherInvoiceFormat, "in Svefaktura (the Swedish format)"),
        ("Invoice", "http://rep.oio.dk/", Codes.OtherInvoiceFormat, "in OIOXML (the old Danish format)"),
        ("CreditNote", "http://rep.oio.dk/", Codes.OtherInvoiceFormat, "in OIOXML (the old Danish format)"),
        ("Invoice", "urn:oasis:names:specification:ubl:schema:xsd:Invoice-1", Codes.OtherInvoiceFormat, "a UBL 1 invoice"),
        ("Invoice", "urn:oasis:names:tc:ubl:", Codes.OtherInvoiceFormat, "a UBL 1 invoice"),
        ("Invoice", "http://isdoc.cz/", Codes.OtherInvoiceFormat, "in ISDOC (the Czech format)"),
        ("Invoice", "http://www.pidx.org/", Codes.OtherInvoiceFormat, "a PIDX invoice"),
        ("Finvoice", "", Codes.OtherInvoiceFormat, "in Finvoice (the Finnish format)"),
        ("INVOICE_CENTER", "", Codes.OtherInvoiceFormat, "in TEAPPSXML (a Finnish format)"),
        ("Facturae", "", Codes.OtherInvoiceFormat, "in Facturae (the Spanish format)"),
        ("IzdaniRacunEnostavni", "", Codes.OtherInvoiceFormat, "in e-SLOG (the Slovenian format)"),
        ("Faktura", "http://crd.gov.pl/", Codes.OtherInvoiceFormat, "in FA (the Polish format)"),
        ("InvoiceData", "http://schemas.nav.gov.hu/", Codes.OtherInvoiceFormat, "invoice data of the Hungarian tax office"),
        ("Comprobante", "http://www.sat.gob.mx/", Codes.OtherInvoiceFormat, "in CFDI (the Mexican format)"),
        ("nfeProc", "", Codes.OtherInvoiceFormat, "in NF-e (the Brazilian format)"),
        ("INVOIC01", "", Codes.OtherInvoiceFormat, "an IDoc of SAP's"),
        ("INVOIC02", "", Codes.OtherInvoiceFormat, "an IDoc of SAP's"),
        ("Document", "urn:iso:std:iso:20022:tech:xsd:camt.", Codes.BankStatement, "a bank statement (camt)"),
        ("Document", "urn:iso:std:iso:20022:tech:xsd:pain.", Codes.PaymentOrder, "a payment order (pain)"),
        ("xbrl", "", Codes.OtherXml, "a business report (XBRL)"),
        ("AuditFile", "", Codes.OtherXml, "a file of accounting entries (SAF-T)"),
        ("LedgerImport", "", Codes.OtherXml, "a file of accounting entries (DATEV)"),
        ("archive", "http://xml.datev.de/", Codes.OtherXml, "a list of documents (DATEV)"),
        ("Workbook", "urn:schemas-microsoft-com:office:spreadsheet", Codes.Spreadsheet, "an Excel spreadsheet"),
        ("feedback", "", Codes.MailReport, "a report about mail (DMARC)"),
    ];

    /// <summary>Why an XML with this root is not an invoice that is read here.</summary>
    public static Refusal Of(Element root) => KnownAs(root) ?? new(Codes.OtherXml, $"The XML is a document of the kind “{Shown(root.Name)}”, not an invoice that is read here.");

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
                return new(code, $"The XML is {what}, {(code.IsOneOf(Codes.OtherInvoiceFormat, Codes.Fatturapa) ? "which is not read here" : "not an invoice")}.", RemedyOf(code));
            }
        }

        return null;
    }

    // Of XML, who asks is told the formats that are read from it.
    private static string RemedyOf(ProblemCode code) =>
        code.IsOneOf(Codes.OtherInvoiceFormat, Codes.Spreadsheet) ? Codes.OtherXml.Remedy : code.Remedy;

    private static string Shown(string name) => name.Length <= 60 ? name : name[..60] + "…";
}
