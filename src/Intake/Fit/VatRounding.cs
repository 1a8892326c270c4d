namespace DolibarrAgent.Intake;

/// <summary>
/// How a server rounds the VAT of a supplier invoice: its constant <c>MAIN_ROUNDOFTOTAL_NOT_TOTALOFROUND_SUPPLIER</c>.
/// (The constant without <c>_SUPPLIER</c> is for the invoices to customers.)
/// </summary>
public enum VatRounding
{
    /// <summary>A line at a time, then summed: the constant is unset or 0, the default.</summary>
    PerLine,

    /// <summary>Once for each rate, on its summed net: the constant is 1.</summary>
    OfTotal,
}
