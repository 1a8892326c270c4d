namespace DolibarrAgent.Dolibarr;

/// <summary>One value that third parties are looked for by, in one column. Values that mean the same there are equal.</summary>
public sealed record ThirdPartyLook
{
    private ThirdPartyLook(ThirdPartyColumn column, string value) => (Column, Value) = (column, value);

    /// <summary>Where it is looked for.</summary>
    public ThirdPartyColumn Column { get; }

    /// <summary>In the spelling that is compared; empty where nothing can be found by it.</summary>
    public string Value { get; }

    internal Filter Filter => ThirdPartyKey.Of(Column).Filter(Value);

    /// <summary>The look-up of a value as somebody writes it.</summary>
    public static ThirdPartyLook For(ThirdPartyColumn column, string value) => new(column, ThirdPartyKey.Of(column).Fold(value));

    /// <summary>Every look-up that finds a third party.</summary>
    public static IEnumerable<ThirdPartyLook> ThatFind(ThirdParty party) =>
        Enum.GetValues<ThirdPartyColumn>().Select(column => For(column, ThirdPartyKey.Of(column).Value(party))).Where(look => look.Value.Length > 0);

    internal bool Finds(ThirdParty party) => For(Column, ThirdPartyKey.Of(Column).Value(party)) == this;
}
