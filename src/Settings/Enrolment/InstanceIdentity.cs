namespace DolibarrAgent.Settings;

/// <summary>What an instance is, as far as a key may see it.</summary>
/// <param name="Instance">Its name: <c>erp</c>.</param>
/// <param name="Origin">Scheme, host and port: <c>https://erp.arcodange.lab:443</c>.</param>
/// <param name="Dolibarr">The version that it says it is.</param>
public sealed record InstanceIdentity(string Instance, string Origin, string Dolibarr)
{
    /// <summary>SHA-256 of the server's public TLS key, in hexadecimal; empty over http.</summary>
    public string TlsKey { get; init; } = "";

    /// <summary>The company whose books these are; null where the key may not read it, as most may not.</summary>
    public CompanyIdentity? Company { get; init; }

    /// <summary>The greatest number of a third party, 0 for none; null where the key may not see them all.</summary>
    public long? HighestThirdParty { get; init; }

    /// <summary>The greatest number of a supplier invoice, 0 for none; null where the key may not see them all.</summary>
    public long? HighestSupplierInvoice { get; init; }
}

/// <summary>A company by what the law knows it by. A text that is not on file is empty.</summary>
/// <param name="Name">Its name.</param>
/// <param name="VatNumber">VAT number.</param>
/// <param name="Siren">SIREN.</param>
public sealed record CompanyIdentity(string Name, string VatNumber, string Siren);
