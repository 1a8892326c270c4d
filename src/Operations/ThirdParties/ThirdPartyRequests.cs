using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>The fields of a changeset as what is sent.</summary>
internal static class ThirdPartyRequests
{
    /// <summary>The target's own id of the country that the fields name by code; null where they name none.</summary>
    public static async Task<Answer<long?>> CountryOfAsync(Fields set, Site site, CancellationToken cancel) =>
        set.TextOf(ThirdPartyFields.Country) is { Length: > 0 } code
            ? (await site.Read.Countries.ByCodeAsync(code, cancel)).Map(country => (long?)country.Id)
            : new Answer<long?>.Ok(null);

    public static NewThirdParty New(Fields set, long? country, string marker) => new()
    {
        Name = set.TextOf(ThirdPartyFields.Name)!,
        NameAlias = set.TextOf("nameAlias"),
        IsSupplier = IsSupplier(set) ?? false,
        VatNumber = set.TextOf(ThirdPartyFields.VatNumber),
        Siren = set.TextOf(ThirdPartyFields.Siren),
        Siret = set.TextOf(ThirdPartyFields.Siret),
        Email = set.TextOf("email"),
        Phone = set.TextOf("phone"),
        Address = set.TextOf("address"),
        Zip = set.TextOf("zip"),
        Town = set.TextOf("town"),
        CountryId = country,
        Url = set.TextOf("url"),
        NotePublic = set.TextOf("notePublic"),
        NotePrivate = set.TextOf("notePrivate"),
        Marker = marker,
    };

    public static ThirdPartyChange Change(Fields set, long? country) => new()
    {
        Name = set.TextOf(ThirdPartyFields.Name),
        NameAlias = set.TextOf("nameAlias"),
        BecomesSupplier = IsSupplier(set) ?? false,
        VatNumber = set.TextOf(ThirdPartyFields.VatNumber),
        Siren = set.TextOf(ThirdPartyFields.Siren),
        Siret = set.TextOf(ThirdPartyFields.Siret),
        Email = set.TextOf("email"),
        Phone = set.TextOf("phone"),
        Address = set.TextOf("address"),
        Zip = set.TextOf("zip"),
        Town = set.TextOf("town"),
        CountryId = country,
        Url = set.TextOf("url"),
        NotePublic = set.TextOf("notePublic"),
        NotePrivate = set.TextOf("notePrivate"),
    };

    private static bool? IsSupplier(Fields set) => set[ThirdPartyFields.Supplier] is FieldValue.Flag flag ? flag.Value : null;
}
