namespace DolibarrAgent.Dolibarr;

/// <summary>Dolibarr's numbers for the types of supplier invoices (<c>type</c>).</summary>
public enum SupplierInvoiceType
{
    /// <summary>An invoice.</summary>
    Standard = 0,

    /// <summary>An invoice that replaces another.</summary>
    Replacement = 1,

    /// <summary>A credit note: negative prices.</summary>
    CreditNote = 2,

    /// <summary>A deposit.</summary>
    Deposit = 3,

    /// <summary>A type that this client does not know.</summary>
    Other = 99,
}

/// <summary>Dolibarr's numbers for the states of supplier invoices (<c>status</c>).</summary>
public enum SupplierInvoiceStatus
{
    /// <summary>Can be changed.</summary>
    Draft = 0,

    /// <summary>Numbered, in the books, not yet settled.</summary>
    Validated = 1,

    /// <summary>Settled.</summary>
    Paid = 2,

    /// <summary>Given up.</summary>
    Abandoned = 3,

    /// <summary>A state that this client does not know.</summary>
    Other = 99,
}

/// <summary>Dolibarr's numbers for what a line sells (<c>product_type</c>).</summary>
public enum LineKind
{
    /// <summary>Goods.</summary>
    Goods = 0,

    /// <summary>A service.</summary>
    Service = 1,

    /// <summary>A title, a subtotal, or another kind that this client does not know.</summary>
    Other = 99,
}
