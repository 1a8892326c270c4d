namespace DolibarrAgent.Dolibarr;

/// <summary>How a column of third parties is asked for and compared.</summary>
internal sealed record ThirdPartyKey(Func<ThirdParty, string> Value, Func<string, string> Fold, Func<string, Filter> Filter)
{
    public static ThirdPartyKey Of(ThirdPartyColumn column) => column switch
    {
        ThirdPartyColumn.VatNumber => Identifier(Column.VatNumber, thirdParty => thirdParty.VatNumber),
        ThirdPartyColumn.Siren => Identifier(Column.Siren, thirdParty => thirdParty.Siren),
        ThirdPartyColumn.Siret => Identifier(Column.Siret, thirdParty => thirdParty.Siret),
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

    // On file with spaces, asked for without, or the other way round: the same number.
    private static ThirdPartyKey Identifier(Column column, Func<ThirdParty, string> value) =>
        new(value, Folded.Identifier, text => Dolibarr.Filter.Spells(column, text));

    private static ThirdPartyKey Exactly(Column column, Func<ThirdParty, string> value) =>
        new(value, text => text.Trim(), text => Dolibarr.Filter.Holds(column, text));
}
