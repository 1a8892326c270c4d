namespace DolibarrAgent.Dolibarr;

/// <summary>The company whose books these are. Dolibarr shows it only to administrators and to one login. A text not on file is empty.</summary>
public sealed record CompanyProfile
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The currency of its books, ISO 4217.</summary>
    public required string CurrencyCode { get; init; }

    /// <summary>VAT number, as typed.</summary>
    public string VatNumber { get; init; } = "";

    /// <summary>SIREN (<c>idprof1</c>), as typed.</summary>
    public string Siren { get; init; } = "";

    /// <summary>SIRET (<c>idprof2</c>), as typed.</summary>
    public string Siret { get; init; } = "";
}
