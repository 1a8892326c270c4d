using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr;

/// <summary>The legal ids by which a company is looked for; null or empty if unknown. Without any, nobody is found.</summary>
/// <param name="VatNumber">With the letters of its country.</param>
/// <param name="Siren">Nine digits.</param>
/// <param name="Siret">Fourteen digits: one place of the company.</param>
public sealed record CompanyIds(string? VatNumber, string? Siren, string? Siret)
{
    /// <summary>Whether an id on either side names the company of the other, also a SIREN within a SIRET or a VAT number.</summary>
    public bool HaveInCommon(CompanyIds other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Identities.Intersect(other.Identities, StringComparer.Ordinal).Any();
    }

    /// <summary>The columns to look in: the same company may be on file by its SIREN, by the SIRET of any of its places, or by the VAT number that is made of its SIREN.</summary>
    public IEnumerable<ObjectLook> Looks
    {
        get
        {
            if (Set(VatNumber) is { } vatNumber)
            {
                yield return ObjectLook.For(ThirdPartyFields.All[ThirdPartyFields.VatNumber]!, vatNumber);
            }
            if (Set(Siret) is { } siret && !(KnownSiren is { } known && LegalIds.Bare(siret).StartsWith(known, StringComparison.Ordinal)))
            {
                yield return ObjectLook.For(ThirdPartyFields.All[ThirdPartyFields.Siret]!, siret);
            }
            if (KnownSiren is { } siren)
            {
                yield return ObjectLook.For(ThirdPartyFields.All[ThirdPartyFields.Siren]!, siren);
                yield return ObjectLook.ForCompany(ThirdPartyFields.All[ThirdPartyFields.Siret]!, siren);
                yield return ObjectLook.ForCompany(ThirdPartyFields.All[ThirdPartyFields.VatNumber]!, siren);
            }
        }
    }

    /// <summary>For a person; what two writings of one company have in common, whichever of its ids each gives.</summary>
    internal IEnumerable<string> Identities
    {
        get
        {
            if (Set(VatNumber) is { } vatNumber)
            {
                yield return $"VAT number {LegalIds.Bare(vatNumber)}";
            }
            if (KnownSiren is { } siren)
            {
                yield return $"SIREN {siren}";
            }
            else if (Set(Siret) is { } siret)
            {
                yield return $"SIRET {LegalIds.Bare(siret)}";
            }
        }
    }

    private string? KnownSiren => Set(Siren) is { } siren
        ? LegalIds.Bare(siren)
        : Set(Siret) is { } siret && LegalIds.IsSiret(siret) ? LegalIds.Bare(siret)[..LegalIds.SirenLength]
        : Set(VatNumber) is { } vatNumber ? LegalIds.SirenOfVatNumber(vatNumber) : null;

    private static string? Set(string? id) => string.IsNullOrWhiteSpace(id) ? null : id;
}
