namespace DolibarrAgent.Dolibarr;

/// <summary>A currency that invoices may have besides the company's own (module Multicurrency).</summary>
/// <param name="Id">Its number on this server; means nothing on another.</param>
/// <param name="Code">ISO 4217.</param>
/// <param name="Rate">Units of it for one of the company's, as entered there last; null where there is no rate.</param>
/// <param name="RateDate">The day for which that rate was entered; null where the server does not say.</param>
public sealed record Currency(long Id, string Code, decimal? Rate, DateOnly? RateDate);
