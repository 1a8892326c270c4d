namespace DolibarrAgent.Intake;

/// <summary>IBANs as documents write them.</summary>
internal static class Ibans
{
    /// <summary>Spaces removed and in capitals; null where it does not have the shape of an IBAN (other account numbers stand in the same places).</summary>
    public static string? From(string? text)
    {
        var compact = PartyIdentifiers.Compact(text)?.ToUpperInvariant();
        return compact is { Length: >= 15 and <= 34 }
            && char.IsAsciiLetterUpper(compact[0]) && char.IsAsciiLetterUpper(compact[1])
            && char.IsAsciiDigit(compact[2]) && char.IsAsciiDigit(compact[3])
            && compact.All(char.IsAsciiLetterOrDigit)
                ? compact
                : null;
    }
}
