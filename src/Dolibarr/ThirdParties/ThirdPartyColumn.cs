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

    /// <summary>SIRET, by the SIREN with which it begins: the company, whichever of its places is on file. Less than nine digits find nothing.</summary>
    SirenOfSiret,

    /// <summary>French VAT number, by the SIREN with which it ends. Less than nine digits find nothing.</summary>
    SirenOfVatNumber,

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
