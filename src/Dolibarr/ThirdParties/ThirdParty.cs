namespace DolibarrAgent.Dolibarr;

/// <summary>A third party as Dolibarr has it. A text that is not on file is empty, never null.</summary>
public sealed record ThirdParty
{
    /// <summary>Its number on this server; means nothing on another.</summary>
    public required long Id { get; init; }

    /// <summary>Name (<c>nom</c>).</summary>
    public required string Name { get; init; }

    /// <summary>Other or trade name.</summary>
    public string NameAlias { get; init; } = "";

    /// <summary>May be invoiced from as a supplier.</summary>
    public bool IsSupplier { get; init; }

    /// <summary>Is a customer (not merely a prospect).</summary>
    public bool IsCustomer { get; init; }

    /// <summary>False when it was closed.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Supplier code, drawn by the server.</summary>
    public string SupplierCode { get; init; } = "";

    /// <summary>Customer code; empty where it is not a customer.</summary>
    public string CustomerCode { get; init; } = "";

    /// <summary>VAT number (<c>tva_intra</c>).</summary>
    public string VatNumber { get; init; } = "";

    /// <summary>SIREN (<c>idprof1</c>).</summary>
    public string Siren { get; init; } = "";

    /// <summary>SIRET (<c>idprof2</c>).</summary>
    public string Siret { get; init; } = "";

    /// <summary>Email address, as typed.</summary>
    public string Email { get; init; } = "";

    /// <summary>Telephone; the server takes the spaces out.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Street address, several lines.</summary>
    public string Address { get; init; } = "";

    /// <summary>Postcode.</summary>
    public string Zip { get; init; } = "";

    /// <summary>Town.</summary>
    public string Town { get; init; } = "";

    /// <summary>ISO 3166 two-letter country code.</summary>
    public string CountryCode { get; init; } = "";

    /// <summary>Web site.</summary>
    public string Url { get; init; } = "";

    /// <summary>Our marker (<c>ref_ext</c>). Not unique.</summary>
    public string Marker { get; init; } = "";

    /// <summary>When it was entered; null where the server does not say.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When anything of it was last changed, bank details apart; null where the server does not say.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Note that may be printed.</summary>
    public string NotePublic { get; init; } = "";

    /// <summary>Note for the company itself.</summary>
    public string NotePrivate { get; init; } = "";
}
