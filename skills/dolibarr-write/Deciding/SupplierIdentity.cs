using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>A document's seller against a third party on file: what agrees, what is missing.</summary>
internal static class SupplierIdentity
{
    /// <summary>What is on file and differs. Another establishment (SIRET) of the same company is not a disagreement.</summary>
    public static IEnumerable<string> Disagreeing(Party seller, ThirdParty party)
    {
        if (Differs(seller.VatId, party.VatNumber))
        {
            yield return "VAT number";
        }

        if (Differs(seller.Siren, party.Siren))
        {
            yield return "SIREN";
        }

        if (seller.Siren is { } siren && party.Siren.Length == 0 && LegalIds.IsSiret(party.Siret) && !LegalIds.Bare(party.Siret).StartsWith(siren, StringComparison.Ordinal))
        {
            yield return "SIRET";
        }
    }

    /// <summary>Whether a third party has anything that a document's legal id could be compared with.</summary>
    public static bool HasLegalId(ThirdParty party) => party.VatNumber.Length > 0 || party.Siren.Length > 0 || party.Siret.Length > 0;

    /// <summary>
    /// Whether a third party of the same name may be the seller: nothing says that they are two. Another country says so,
    /// and a different legal id of the same kind.
    /// </summary>
    public static bool MayBe(Party seller, ThirdParty party) =>
        seller.Names.Any(name => PartyNames.AreSameCompany(name, party.Name) || PartyNames.AreSame(name, party.Name) || (party.NameAlias.Length > 0 && PartyNames.AreSame(name, party.NameAlias)))
        && (seller.Country is null || party.CountryCode.Length == 0 || string.Equals(seller.Country, party.CountryCode, StringComparison.OrdinalIgnoreCase))
        && !Disagreeing(seller, party).Any();

    /// <summary>
    /// Whether name and address both say that it is another company, though a legal id is the same: members of a VAT group
    /// share their number. An address that one side lacks says nothing.
    /// </summary>
    public static bool IsElsewhere(Party seller, ThirdParty party) =>
        seller.Names.Any()
        && !seller.Names.Any(name => new[] { party.Name, party.NameAlias }.Any(known => known.Length > 0 && (PartyNames.AreSameCompany(name, known) || PartyNames.AreSame(name, known) || PartyNames.AreAlike(name, known))))
        && (Unlike(seller.Address.Zip, party.Zip) || (string.IsNullOrWhiteSpace(seller.Address.Zip) && Unlike(seller.Address.Town, party.Town)));

    /// <summary>Whether a legal id on either side names the company of the other.</summary>
    public static bool HaveInCommon(Party seller, ThirdParty party) => IdsOf(seller).HaveInCommon(party.Ids);

    /// <summary>The legal ids that a seller is looked for by.</summary>
    public static CompanyIds IdsOf(Party seller) => new(seller.VatId, seller.Siren, seller.Siret);

    /// <summary>The seller's legal ids that are not on file.</summary>
    public static Fields MissingOn(ThirdParty party, Party seller) => Fields.None
        .With("vatNumber", party.VatNumber.Length == 0 ? seller.VatId : null)
        .With("siren", party.Siren.Length == 0 ? seller.Siren : null)
        .With("siret", party.Siret.Length == 0 ? seller.Siret : null);

    /// <summary>The seller's legal ids, for a person.</summary>
    public static string Words(Party seller)
    {
        var ids = new[] { ("VAT", seller.VatId), ("SIREN", seller.Siren), ("SIRET", seller.Siret) }.Where(id => id.Item2 is not null).Select(id => $"{id.Item1} {id.Item2}").ToList();
        return ids.Count == 0 ? "no legal id" : string.Join(", ", ids);
    }

    private static bool Unlike(string? document, string onFile) =>
        !string.IsNullOrWhiteSpace(document) && onFile.Length > 0 && !string.Equals(LegalIds.Bare(document), LegalIds.Bare(onFile), StringComparison.OrdinalIgnoreCase);

    private static bool Differs(string? document, string onFile) => document is not null && onFile.Length > 0 && LegalIds.Bare(document) != LegalIds.Bare(onFile);
}
