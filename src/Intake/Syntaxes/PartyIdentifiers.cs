using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>
/// Sorts a party's identifiers into SIREN, SIRET, VAT identifier and the rest. Schemes are ISO 6523: 0002 is
/// the SIREN, 0009 the SIRET. Spaces are removed, nothing else is mended.
/// </summary>
internal sealed class PartyIdentifiers
{
    private readonly List<PartyIdentifier> all = [];

    /// <summary>As it is written.</summary>
    public string? VatId { get; set; }

    public void Add(string? scheme, string? value)
    {
        if (Compact(value) is { } identifier)
        {
            all.Add(new(scheme, identifier));
        }
    }

    public ImmutableArray<PartyIdentifier> All => [.. all];

    public string? Siret => all.Find(i => i.Scheme == "0009" && IsDigits(i.Value, 14))?.Value;

    /// <summary>Suppliers write their SIRET under 0002 too; its first nine digits are the SIREN.</summary>
    public string? Siren =>
        all.Find(i => i.Scheme == "0002" && (IsDigits(i.Value, 9) || IsDigits(i.Value, 14)))?.Value[..9]
        ?? Siret?[..9]
        ?? (Compact(VatId) is { Length: 13 } vat && vat.StartsWith("FR", StringComparison.Ordinal) && IsDigits(vat[4..], 9) ? vat[4..] : null);

    /// <summary>Without any kind of space; null where nothing is left.</summary>
    public static string? Compact(string? value)
    {
        if (value is null)
        {
            return null;
        }

        var compact = string.Concat(value.Where(c => !char.IsWhiteSpace(c) && !Invisible.Is(c)));
        return compact.Length == 0 ? null : compact;
    }

    private static bool IsDigits(string value, int length) => value.Length == length && value.All(char.IsAsciiDigit);
}
