namespace DolibarrAgent.Intake;

/// <summary>What the facts were read from: an XML syntax, pages, or somebody's word.</summary>
public enum InvoiceSyntax
{
    /// <summary>UN/CEFACT Cross Industry Invoice: Factur-X, ZUGFeRD 2, XRechnung.</summary>
    Cii,

    /// <summary>ZUGFeRD 1.0's CrossIndustryDocument.</summary>
    Zugferd1,

    /// <summary>OASIS UBL 2 Invoice.</summary>
    UblInvoice,

    /// <summary>OASIS UBL 2 CreditNote.</summary>
    UblCreditNote,

    /// <summary>None: read from the pages of a printed invoice, where they prove it.</summary>
    Printed,

    /// <summary>None: somebody read the document and says what stands in it.</summary>
    Unstructured,
}
