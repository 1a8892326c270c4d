namespace DolibarrAgent.Dolibarr;

/// <summary>The company whose books these are. Dolibarr shows it to administrators and a list of logins only.</summary>
/// <param name="Name">Its name.</param>
/// <param name="CurrencyCode">The currency of its books, ISO 4217.</param>
/// <param name="CountryCode">ISO 3166 two-letter code.</param>
/// <param name="VatNumber">VAT number; may be empty.</param>
/// <param name="Siren">SIREN; may be empty.</param>
public sealed record CompanyProfile(string Name, string CurrencyCode, string CountryCode, string VatNumber, string Siren);
