using System.Text.Json.Serialization;

namespace DolibarrAgent.Dolibarr;

internal sealed record ThirdPartyWire
{
    [JsonPropertyName("id")]
    public required long? Id { get; init; }

    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("name_alias")]
    public string NameAlias { get; set; } = "";

    [JsonPropertyName("fournisseur")]
    public required bool Supplier { get; init; }

    /// <summary>0 none, 1 customer, 2 prospect, 3 both.</summary>
    [JsonPropertyName("client")]
    public long? Customer { get; set; }

    [JsonPropertyName("status")]
    public required bool Open { get; init; }

    [JsonPropertyName("code_fournisseur")]
    public string SupplierCode { get; set; } = "";

    [JsonPropertyName("code_client")]
    public string CustomerCode { get; set; } = "";

    [JsonPropertyName("tva_intra")]
    public string VatNumber { get; set; } = "";

    [JsonPropertyName("idprof1")]
    public string Siren { get; set; } = "";

    [JsonPropertyName("idprof2")]
    public string Siret { get; set; } = "";

    [JsonPropertyName("email")]
    public string Email { get; set; } = "";

    [JsonPropertyName("phone")]
    public string Phone { get; set; } = "";

    [JsonPropertyName("address")]
    public string Address { get; set; } = "";

    [JsonPropertyName("zip")]
    public string Zip { get; set; } = "";

    [JsonPropertyName("town")]
    public string Town { get; set; } = "";

    [JsonPropertyName("country_code")]
    public string CountryCode { get; set; } = "";

    [JsonPropertyName("url")]
    public string Url { get; set; } = "";

    [JsonPropertyName("ref_ext")]
    public string Marker { get; set; } = "";

    [JsonPropertyName("date_creation")]
    public long? Created { get; set; }

    [JsonPropertyName("date_modification")]
    public long? Modified { get; set; }

    [JsonPropertyName("note_public")]
    public string NotePublic { get; set; } = "";

    [JsonPropertyName("note_private")]
    public string NotePrivate { get; set; } = "";

    /// <summary>Null where the object has no id: it is not a third party.</summary>
    public ThirdParty? ToThirdParty() => Id is not > 0 ? null : new ThirdParty
    {
        Id = Id.Value,
        Name = Name,
        NameAlias = NameAlias,
        IsSupplier = Supplier,
        IsCustomer = Customer is 1 or 3,
        IsOpen = Open,
        SupplierCode = SupplierCode,
        CustomerCode = CustomerCode,
        VatNumber = VatNumber,
        Siren = Siren,
        Siret = Siret,
        Email = Email,
        Phone = Phone,
        Address = Address,
        Zip = Zip,
        Town = Town,
        CountryCode = CountryCode,
        Url = Url,
        Marker = Marker,
        Created = UnixSeconds.Time(Created),
        Modified = UnixSeconds.Time(Modified),
        NotePublic = NotePublic,
        NotePrivate = NotePrivate,
    };
}
