using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>A third party as the images of a changeset hold it.</summary>
internal static class ThirdPartyImage
{
    public static ImmutableArray<(string Field, ThirdPartyColumn Column)> LegalIds { get; } =
        [(ThirdPartyFields.VatNumber, ThirdPartyColumn.VatNumber), (ThirdPartyFields.Siren, ThirdPartyColumn.Siren), (ThirdPartyFields.Siret, ThirdPartyColumn.Siret)];

    /// <summary>The legal ids that are set.</summary>
    public static CompanyIds IdsOf(Fields set) => new(set.TextOf(ThirdPartyFields.VatNumber), set.TextOf(ThirdPartyFields.Siren), set.TextOf(ThirdPartyFields.Siret));

    /// <summary>All that a third party holds in these fields.</summary>
    public static Fields Of(ThirdParty party) => Fields.None
        .With(ThirdPartyFields.Name, party.Name)
        .With("nameAlias", party.NameAlias)
        .With(ThirdPartyFields.Supplier, party.IsSupplier)
        .With(ThirdPartyFields.Customer, party.IsCustomer)
        .With(ThirdPartyFields.VatNumber, party.VatNumber)
        .With(ThirdPartyFields.Siren, party.Siren)
        .With(ThirdPartyFields.Siret, party.Siret)
        .With("email", party.Email)
        .With("phone", party.Phone)
        .With("address", party.Address)
        .With("zip", party.Zip)
        .With("town", party.Town)
        .With(ThirdPartyFields.Country, party.CountryCode)
        .With("url", party.Url)
        .With("notePublic", party.NotePublic)
        .With("notePrivate", party.NotePrivate)
        .With(ThirdPartyFields.SupplierCode, party.SupplierCode);

    /// <summary>One line by which a person knows it.</summary>
    public static string Describe(ThirdParty party) =>
        $"'{party.Name}' ({string.Join(", ", new[] { ("VAT", party.VatNumber), ("SIREN", party.Siren), ("SIRET", party.Siret), ("code", party.SupplierCode) }.Where(id => id.Item2.Length > 0).Select(id => $"{id.Item1} {id.Item2}"))})";
}
