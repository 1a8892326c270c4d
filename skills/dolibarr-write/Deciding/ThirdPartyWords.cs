using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>How a third party is named to a person.</summary>
internal static class ThirdPartyWords
{
    public static string Describe(ThirdParty party)
    {
        var ids = new[] { ("VAT", party.VatNumber), ("SIREN", party.Siren), ("SIRET", party.Siret), ("code", party.SupplierCode) }.Where(id => id.Item2.Length > 0);
        return $"'{party.Name}' ({string.Join(", ", ids.Select(id => $"{id.Item1} {id.Item2}"))})";
    }
}
