using DolibarrAgent.Changesets;

namespace DolibarrAgent.Dolibarr;

/// <summary>How a column of third parties is asked for and compared.</summary>
internal sealed record ThirdPartyKey(Func<ThirdParty, string> Value, Func<string, string> Fold, Func<string, Filter> Filter)
{
    public static ThirdPartyKey Of(ThirdPartyColumn column) => column switch
    {
        ThirdPartyColumn.VatNumber => Identifier(Column.VatNumber, thirdParty => thirdParty.VatNumber),
        ThirdPartyColumn.Siren => Identifier(Column.Siren, thirdParty => thirdParty.Siren),
        ThirdPartyColumn.Siret => Identifier(Column.Siret, thirdParty => thirdParty.Siret),
        ThirdPartyColumn.SirenOfSiret => new(
            thirdParty => thirdParty.Siret, Siren, siren => Dolibarr.Filter.Spells(Column.Siret, siren)),
        ThirdPartyColumn.SirenOfVatNumber => new(
            thirdParty => LegalIds.SirenOfVatNumber(thirdParty.VatNumber) ?? "", Siren, siren => Dolibarr.Filter.Spells(Column.VatNumber, siren)),
        ThirdPartyColumn.Marker => Exactly(Column.Marker, thirdParty => thirdParty.Marker),
        ThirdPartyColumn.Name => Exactly(Column.ThirdPartyName, thirdParty => thirdParty.Name),
        ThirdPartyColumn.SupplierCode => Exactly(Column.SupplierCode, thirdParty => thirdParty.SupplierCode),
        ThirdPartyColumn.CustomerCode => Exactly(Column.CustomerCode, thirdParty => thirdParty.CustomerCode),
        ThirdPartyColumn.Email => new(
            thirdParty => thirdParty.Email,
            text => text.Trim().ToLowerInvariant(),
            value => Dolibarr.Filter.Contains(Column.Email, value)),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    // The first nine digits, of a SIRET too.
    private static string Siren(string text) => Folded.Identifier(text) is { Length: >= 9 } identifier ? identifier[..9] : "";

    // On file with spaces, asked for without, or the other way round: the same number.
    private static ThirdPartyKey Identifier(Column column, Func<ThirdParty, string> value) =>
        new(value, Folded.Identifier, text => Dolibarr.Filter.Spells(column, text));

    private static ThirdPartyKey Exactly(Column column, Func<ThirdParty, string> value) =>
        new(value, text => text.Trim(), text => Dolibarr.Filter.Holds(column, text));
}
