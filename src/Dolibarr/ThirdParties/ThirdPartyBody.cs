using System.Text.Json.Serialization;

namespace DolibarrAgent.Dolibarr;

/// <summary>The closed list of what is sent of a third party. What is null is not sent, and stays as it is.</summary>
internal sealed record ThirdPartyBody
{
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("name_alias")]
    public string? NameAlias { get; init; }

    /// <summary>1 or 0.</summary>
    [JsonPropertyName("fournisseur")]
    public int? Supplier { get; init; }

    /// <summary><c>auto</c> to have one drawn.</summary>
    [JsonPropertyName("code_fournisseur")]
    public string? SupplierCode { get; init; }

    [JsonPropertyName("tva_intra")]
    public string? VatNumber { get; init; }

    [JsonPropertyName("idprof1")]
    public string? Siren { get; init; }

    [JsonPropertyName("idprof2")]
    public string? Siret { get; init; }

    [JsonPropertyName("email")]
    public string? Email { get; init; }

    [JsonPropertyName("phone")]
    public string? Phone { get; init; }

    [JsonPropertyName("address")]
    public string? Address { get; init; }

    [JsonPropertyName("zip")]
    public string? Zip { get; init; }

    [JsonPropertyName("town")]
    public string? Town { get; init; }

    [JsonPropertyName("country_id")]
    public long? CountryId { get; init; }

    [JsonPropertyName("url")]
    public string? Url { get; init; }

    [JsonPropertyName("ref_ext")]
    public string? Marker { get; init; }

    [JsonPropertyName("note_public")]
    public string? NotePublic { get; init; }

    [JsonPropertyName("note_private")]
    public string? NotePrivate { get; init; }
}
