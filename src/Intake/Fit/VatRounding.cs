namespace DolibarrAgent.Intake;

/// <summary>How a server rounds the VAT of an invoice; a setting of the server.</summary>
public enum VatRounding
{
    /// <summary>A line at a time, then summed: the default.</summary>
    PerLine,

    /// <summary>Once for each rate, on its summed net (MAIN_ROUNDOFTOTAL_NOT_TOTALOFROUND).</summary>
    OfTotal,
}
