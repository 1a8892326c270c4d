using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>XML that is not an invoice which is read here, named by its root.</summary>
internal static class XmlFormats
{
    // Where two formats call their root the same, what their namespace begins with tells them apart.
    private static readonly KnownFormat[] Known =
    [
        new("FatturaElettronica", "", Codes.Fatturapa, "in FatturaPA (the Italian format)"),
        new("FatturaElettronicaSemplificata", "", Codes.Fatturapa, "in FatturaPA (the Italian format)"),
        new("SCRDMCCBDACIOMessageStructure", "", Codes.Order, "an Order-X order"),
        new("Order", "urn:oasis:names:specification:ubl:", Codes.Order, "a UBL order"),
        new("OrderResponse", "urn:oasis:names:specification:ubl:", Codes.Order, "a UBL answer to an order"),
        new("DespatchAdvice", "urn:oasis:names:specification:ubl:", Codes.Order, "a UBL delivery note"),
        new("ORDER", "http://www.opentrans.org/", Codes.Order, "an openTRANS order"),
        new("CrossDomainAcknowledgementAndResponse", "", Codes.StatusMessage, "a status message about an invoice (CDAR)"),
        new("ApplicationResponse", "", Codes.StatusMessage, "a UBL status message"),
        new("Reminder", "urn:oasis:names:specification:ubl:", Codes.Reminder, "a UBL reminder"),
        new("Statement", "urn:oasis:names:specification:ubl:", Codes.Statement, "a UBL statement of account"),
        new("SelfBilledInvoice", "urn:oasis:names:specification:ubl:", Codes.OtherInvoiceFormat, "a UBL self-billed invoice"),
        new("SelfBilledCreditNote", "urn:oasis:names:specification:ubl:", Codes.OtherInvoiceFormat, "a UBL self-billed credit note"),
        new("DebitNote", "urn:oasis:names:specification:ubl:", Codes.OtherInvoiceFormat, "a UBL debit note"),
        new("cXML", "", Codes.OtherInvoiceFormat, "cXML"),
        new("INVOICE", "http://www.opentrans.org/", Codes.OtherInvoiceFormat, "an openTRANS invoice"),
        new("INVOICE", "", Codes.OtherInvoiceFormat, "an openTRANS invoice"),
        new("Invoice", "http://www.ebinterface.at/", Codes.OtherInvoiceFormat, "in ebInterface (the Austrian format)"),
        new("Invoice", "urn:sfti:", Codes.OtherInvoiceFormat, "in Svefaktura (the Swedish format)"),
        new("Invoice", "http://rep.oio.dk/", Codes.OtherInvoiceFormat, "in OIOXML (the old Danish format)"),
        new("CreditNote", "http://rep.oio.dk/", Codes.OtherInvoiceFormat, "in OIOXML (the old Danish format)"),
        new("Invoice", "urn:oasis:names:specification:ubl:schema:xsd:Invoice-1", Codes.OtherInvoiceFormat, "a UBL 1 invoice"),
        new("Invoice", "urn:oasis:names:tc:ubl:", Codes.OtherInvoiceFormat, "a UBL 1 invoice"),
        new("Invoice", "http://isdoc.cz/", Codes.OtherInvoiceFormat, "in ISDOC (the Czech format)"),
        new("Invoice", "http://www.pidx.org/", Codes.OtherInvoiceFormat, "a PIDX invoice"),
        new("Finvoice", "", Codes.OtherInvoiceFormat, "in Finvoice (the Finnish format)"),
        new("INVOICE_CENTER", "", Codes.OtherInvoiceFormat, "in TEAPPSXML (a Finnish format)"),
        new("Facturae", "", Codes.OtherInvoiceFormat, "in Facturae (the Spanish format)"),
        new("IzdaniRacunEnostavni", "", Codes.OtherInvoiceFormat, "in e-SLOG (the Slovenian format)"),
        new("Faktura", "http://crd.gov.pl/", Codes.OtherInvoiceFormat, "in FA (the Polish format)"),
        new("InvoiceData", "http://schemas.nav.gov.hu/", Codes.OtherInvoiceFormat, "invoice data of the Hungarian tax office"),
        new("Comprobante", "http://www.sat.gob.mx/", Codes.OtherInvoiceFormat, "in CFDI (the Mexican format)"),
        new("nfeProc", "", Codes.OtherInvoiceFormat, "in NF-e (the Brazilian format)"),
        new("INVOIC01", "", Codes.OtherInvoiceFormat, "an IDoc of SAP's"),
        new("INVOIC02", "", Codes.OtherInvoiceFormat, "an IDoc of SAP's"),
        new("Document", "urn:iso:std:iso:20022:tech:xsd:camt.", Codes.BankStatement, "a bank statement (camt)"),
        new("Document", "urn:iso:std:iso:20022:tech:xsd:pain.", Codes.PaymentOrder, "a payment order (pain)"),
        new("xbrl", "", Codes.OtherXml, "a business report (XBRL)"),
        new("AuditFile", "", Codes.OtherXml, "a file of accounting entries (SAF-T)"),
        new("LedgerImport", "", Codes.OtherXml, "a file of accounting entries (DATEV)"),
        new("archive", "http://xml.datev.de/", Codes.OtherXml, "a list of documents (DATEV)"),
        new("Workbook", "urn:schemas-microsoft-com:office:spreadsheet", Codes.Spreadsheet, "an Excel spreadsheet"),
        new("feedback", "", Codes.MailReport, "a report about mail (DMARC)"),
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

    private sealed record KnownFormat(string Root, string Space, ProblemCode Code, string What);
}
