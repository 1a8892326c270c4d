using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>The seller's identity, and who is paid.</summary>
internal static class PartyChecks
{
    public static IEnumerable<IntakeWarning> Of(InvoiceFacts facts)
    {
        var seller = facts.Seller;
        if (!seller.HasLegalId)
        {
            yield return new("seller-without-id", "The seller gives neither a SIREN nor a SIRET nor a VAT number by which it could be told from another of its name.", "BT-30");
        }

        if (seller.VatIdAsWritten is { } written && VatNumberText.NumberIn(written, seller.Country) is null && LegalIds.Bare(written) != seller.VatId?[2..])
        {
            yield return new("vat-id-form", $"“{written}” does not have the form of a VAT number; it is not used.", "BT-31");
        }

        foreach (var id in seller.Identifiers.Where(i => PartyIdentifiers.IsSirenScheme(i.Scheme) && !LegalIds.IsSiren(i.Value) && !LegalIds.IsSiret(i.Value)))
        {
            yield return new("siren-form", LegalIds.Bare(id.Value) == seller.VatId
                ? $"“{id.Value}” is given as a SIREN and is a VAT number; it is used as that."
                : $"“{id.Value}” is given as a SIREN and does not have nine digits; it is not used.", "BT-30");
        }

        if (seller.Siren is { } siren && !CheckDigits.IsSirenOrSiret(siren))
        {
            yield return new("siren-check-digit", $"The check digit of the SIREN {siren} is wrong.", "BT-30");
        }

        if (seller.Siret is { } siret && !CheckDigits.IsSirenOrSiret(siret))
        {
            yield return new("siret-check-digit", $"The check digit of the SIRET {siret} is wrong.", "BT-29");
        }

        if (seller.VatId is { } vatId && vatId.StartsWith("FR", StringComparison.Ordinal))
        {
            if (!CheckDigits.IsFrenchVatId(vatId))
            {
                yield return new("vat-id-key", $"The key of the VAT identifier {vatId} is wrong.", "BT-31");
            }

            if (seller.Siren is { } other && !vatId.EndsWith(other, StringComparison.Ordinal))
            {
                yield return new("seller-ids-disagree", $"The SIREN {other} is not the one in the VAT identifier {vatId}.", "BT-31");
            }
        }

        if (seller is { Siret: { } establishment, Siren: { } company } && !establishment.StartsWith(company, StringComparison.Ordinal))
        {
            yield return new("seller-ids-disagree", $"The SIRET {establishment} is not one of the SIREN {company}.", "BT-29");
        }

        if (facts.Payee is { Name: { } payee } && payee != seller.Name)
        {
            yield return new("payee-differs", $"{payee} is to be paid, not the seller {seller.Name}.", "BT-59");
        }
    }
}
