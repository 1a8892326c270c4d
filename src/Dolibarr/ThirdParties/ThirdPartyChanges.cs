namespace DolibarrAgent.Dolibarr;

/// <summary>A third party to create. Texts that are null are left to the server.</summary>
internal sealed record NewThirdParty
{
    public required string Name { get; init; }

    public string? NameAlias { get; init; }

    public bool IsSupplier { get; init; } = true;

    public string? VatNumber { get; init; }

    public string? Siren { get; init; }

    public string? Siret { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? Address { get; init; }

    public string? Zip { get; init; }

    public string? Town { get; init; }

    /// <summary>This server's number of the country, from <see cref="Countries"/>.</summary>
    public long? CountryId { get; init; }

    public string? Url { get; init; }

    public string? Marker { get; init; }

    public string? NotePublic { get; init; }

    public string? NotePrivate { get; init; }

    internal ThirdPartyBody ToBody() => new()
    {
        Name = Name,
        NameAlias = NameAlias,
        Supplier = IsSupplier ? 1 : 0,
        SupplierCode = IsSupplier ? "auto" : null,
        VatNumber = VatNumber,
        Siren = Siren,
        Siret = Siret,
        Email = Email,
        Phone = Phone,
        Address = Address,
        Zip = Zip,
        Town = Town,
        CountryId = CountryId,
        Url = Url,
        Marker = Marker,
        NotePublic = NotePublic,
        NotePrivate = NotePrivate,
    };
}

/// <summary>What changes of a third party. Null leaves a field as it is; an empty text clears it, except the name, which Dolibarr keeps.</summary>
internal sealed record ThirdPartyChange
{
    public string? Name { get; init; }

    public string? NameAlias { get; init; }

    /// <summary>True to make it a supplier too, with a code drawn by the server. Never taken away here.</summary>
    public bool BecomesSupplier { get; init; }

    public string? VatNumber { get; init; }

    public string? Siren { get; init; }

    public string? Siret { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? Address { get; init; }

    public string? Zip { get; init; }

    public string? Town { get; init; }

    public long? CountryId { get; init; }

    public string? Url { get; init; }

    public string? NotePublic { get; init; }

    public string? NotePrivate { get; init; }

    internal ThirdPartyBody ToBody() => new()
    {
        Name = Name,
        NameAlias = NameAlias,
        Supplier = BecomesSupplier ? 1 : null,
        SupplierCode = BecomesSupplier ? "auto" : null,
        VatNumber = VatNumber,
        Siren = Siren,
        Siret = Siret,
        Email = Email,
        Phone = Phone,
        Address = Address,
        Zip = Zip,
        Town = Town,
        CountryId = CountryId,
        Url = Url,
        NotePublic = NotePublic,
        NotePrivate = NotePrivate,
    };
}
