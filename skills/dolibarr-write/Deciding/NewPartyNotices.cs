using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>What a person should look at about a third party that is created. Check digits warn: official samples fail them.</summary>
internal static class NewPartyNotices
{
    public static IEnumerable<Notice> Of(Fields set, ImmutableArray<ThirdParty> resembling)
    {
        var (name, vat, siren, siret) = (set.TextOf("name"), Bare(set, "vatNumber"), Bare(set, "siren"), Bare(set, "siret"));
        yield return new Notice("new-supplier", $"'{name}' is not on file and is created.");
        foreach (var party in resembling)
        {
            yield return new Notice("name-resembles", $"The new third party '{name}' resembles {ThirdPartyWords.Describe(party)}, who is on file.");
        }
        if (vat is null && siren is null && siret is null)
        {
            yield return new Notice("seller-without-id", $"'{name}' is created without VAT number, SIREN or SIRET; it cannot be recognised by one later.");
        }
        if (siren is not null && !CheckDigits.IsSirenOrSiret(siren))
        {
            yield return new Notice("siren-check-digit", $"The check digit of the SIREN {siren} is wrong.");
        }
        if (siret is not null && !CheckDigits.IsSirenOrSiret(siret))
        {
            yield return new Notice("siret-check-digit", $"The check digit of the SIRET {siret} is wrong.");
        }
        if (vat is not null && vat.StartsWith("FR", StringComparison.Ordinal) && !CheckDigits.IsFrenchVatId(vat))
        {
            yield return new Notice("vat-id-key", $"The key of the VAT number {vat} is wrong.");
        }
    }

    private static string? Bare(Fields set, string name) => set.TextOf(name) is { Length: > 0 } text ? LegalIds.Bare(text) : null;
}
