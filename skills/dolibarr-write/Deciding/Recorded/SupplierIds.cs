using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>By what a supplier is recognised in records of several origins: VAT ids and SIRENs, bare; by its name only where these cannot be compared.</summary>
internal sealed record SupplierIds(ImmutableArray<string> Vat, ImmutableArray<string> Siren, ImmutableArray<string> Names)
{
    private const int SirenLength = 9;
    private const int FrenchVatLength = 13;

    public static SupplierIds Of(Party seller, ThirdParty? onFile) =>
        Of([seller.VatId, onFile?.VatNumber], [seller.Siren, onFile?.Siren, seller.Siret, onFile?.Siret], [seller.Name, onFile?.Name]);

    /// <summary>The fields or keys by which an operation names a third party.</summary>
    public static SupplierIds Of(Fields party) => Of([party.TextOf("vatNumber")], [party.TextOf("siren"), party.TextOf("siret")], [party.TextOf("name")]);

    /// <summary>What a document in the evidence says of its seller.</summary>
    public static SupplierIds Saying(Fields says) => Of([says.TextOf("sellerVatId")], [says.TextOf("sellerSiren"), says.TextOf("sellerSiret")], [says.TextOf("sellerName")]);

    public SupplierIds With(SupplierIds other) => new([.. Vat, .. other.Vat], [.. Siren, .. other.Siren], [.. Names, .. other.Names]);

    /// <summary>By which it is looked for: two that are the same have one of these in common.</summary>
    public IEnumerable<string> Keys => Vat.Select(id => $"vat:{id}").Concat(Siren.Select(id => $"siren:{id}")).Concat(Names.Select(name => $"name:{PartyNames.KeyOf(name)}"));

    /// <summary>One legal id in common is enough: whoever shares one and differs in another is for a person to look at.</summary>
    public bool IsSameAs(SupplierIds other)
    {
        if (Vat.Intersect(other.Vat).Any() || Siren.Intersect(other.Siren).Any())
        {
            return true;
        }
        var compared = (Vat.Length > 0 && other.Vat.Length > 0) || (Siren.Length > 0 && other.Siren.Length > 0);
        return !compared && Names.Any(name => other.Names.Any(theirs => PartyNames.AreSame(name, theirs)));
    }

    private static SupplierIds Of(IEnumerable<string?> vat, IEnumerable<string?> siren, IEnumerable<string?> names)
    {
        var vats = Bare(vat);
        // A SIRET begins with its company's SIREN, a French VAT id ends with it.
        var sirens = Bare(siren).Where(id => id.Length >= SirenLength).Select(id => id[..SirenLength])
            .Concat(vats.Where(id => id.Length == FrenchVatLength && id.StartsWith("FR", StringComparison.Ordinal)).Select(id => id[^SirenLength..]));
        return new SupplierIds(vats, [.. sirens.Distinct()], [.. names.Where(name => !string.IsNullOrWhiteSpace(name)).Select(name => name!).Distinct()]);
    }

    private static ImmutableArray<string> Bare(IEnumerable<string?> ids) =>
        [.. ids.Where(id => id is not null).Select(id => LegalIds.Bare(id!)).Where(id => id.Length > 0).Distinct()];
}
