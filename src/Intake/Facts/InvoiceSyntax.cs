namespace DolibarrAgent.Intake;

/// <summary>The XML syntaxes that are read.</summary>
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

    /// <summary>None: somebody read the document and says what stands in it.</summary>
    Unstructured,
}
