using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>The fields of a third party that a changeset knows, and its image in them.</summary>
internal static class ThirdPartyFields
{
    public const string Name = "name";
    public const string Supplier = "supplier";
    public const string Customer = "customer";
    public const string VatNumber = "vatNumber";
    public const string Siren = "siren";
    public const string Siret = "siret";
    public const string Country = "country";
    public const string SupplierCode = "supplierCode";

    public static FieldRuleSet All { get; } = new(
        new FieldRule(Name, FieldType.Line) { MaxLength = 128 },
        new FieldRule("nameAlias", FieldType.Line) { MaxLength = 128 },
        new FieldRule(Supplier, FieldType.Flag),
        new FieldRule(Customer, FieldType.Flag) { Settable = false },
        new FieldRule(VatNumber, FieldType.VatNumber) { MaxLength = 20 },
        new FieldRule(Siren, FieldType.Siren) { MaxLength = 128 },
        new FieldRule(Siret, FieldType.Siret) { MaxLength = 128 },
        new FieldRule("email", FieldType.Email) { MaxLength = 128 },
        new FieldRule("phone", FieldType.Phone) { MaxLength = 30 },
        new FieldRule("address", FieldType.Prose) { MaxLength = 255 },
        new FieldRule("zip", FieldType.Line) { MaxLength = 25 },
        new FieldRule("town", FieldType.Line) { MaxLength = 50 },
        new FieldRule(Country, FieldType.Line) { MaxLength = 2 },
        new FieldRule("url", FieldType.Url) { MaxLength = 255 },
        new FieldRule("notePublic", FieldType.Prose),
        new FieldRule("notePrivate", FieldType.Prose),
        new FieldRule(SupplierCode, FieldType.Line) { Settable = false, Drawn = true });

    /// <summary>The keys that name one company for good, and the name, which must agree.</summary>
    public static FieldRuleSet Keys { get; } = new(All[VatNumber]!, All[Siren]!, All[Siret]!, All[Name]!);

    public static ImmutableArray<(string Field, ThirdPartyColumn Column)> LegalIds { get; } =
        [(VatNumber, ThirdPartyColumn.VatNumber), (Siren, ThirdPartyColumn.Siren), (Siret, ThirdPartyColumn.Siret)];

    /// <summary>The legal ids that are set.</summary>
    public static CompanyIds IdsOf(Fields set) => new(set.TextOf(VatNumber), set.TextOf(Siren), set.TextOf(Siret));

    /// <summary>All that a third party holds in these fields.</summary>
    public static Fields Image(ThirdParty party) => Fields.None
        .With(Name, party.Name)
        .With("nameAlias", party.NameAlias)
        .With(Supplier, party.IsSupplier)
        .With(Customer, party.IsCustomer)
        .With(VatNumber, party.VatNumber)
        .With(Siren, party.Siren)
        .With(Siret, party.Siret)
        .With("email", party.Email)
        .With("phone", party.Phone)
        .With("address", party.Address)
        .With("zip", party.Zip)
        .With("town", party.Town)
        .With(Country, party.CountryCode)
        .With("url", party.Url)
        .With("notePublic", party.NotePublic)
        .With("notePrivate", party.NotePrivate)
        .With(SupplierCode, party.SupplierCode);

    /// <summary>One line by which a person knows it.</summary>
    public static string Describe(ThirdParty party) =>
        $"'{party.Name}' ({string.Join(", ", new[] { ("VAT", party.VatNumber), ("SIREN", party.Siren), ("SIRET", party.Siret), ("code", party.SupplierCode) }.Where(id => id.Item2.Length > 0).Select(id => $"{id.Item1} {id.Item2}"))})";
}
