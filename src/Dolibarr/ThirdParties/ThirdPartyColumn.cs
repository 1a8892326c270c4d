namespace DolibarrAgent.Dolibarr;

/// <summary>What a third party can be looked up by.</summary>
public enum ThirdPartyColumn
{
    /// <summary>VAT number; spaces, dots, hyphens and case make no difference.</summary>
    VatNumber,

    /// <summary>SIREN; spaces, dots and hyphens make no difference.</summary>
    Siren,

    /// <summary>SIRET; spaces, dots and hyphens make no difference.</summary>
    Siret,

    /// <summary>Our marker, exactly.</summary>
    Marker,

    /// <summary>Name, exactly. Two third parties may share it.</summary>
    Name,

    /// <summary>Email address; case makes no difference.</summary>
    Email,

    /// <summary>Supplier code, exactly.</summary>
    SupplierCode,

    /// <summary>Customer code, exactly.</summary>
    CustomerCode,
}
