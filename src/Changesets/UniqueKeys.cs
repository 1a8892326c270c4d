using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DolibarrAgent.Changesets;

/// <summary>
/// The fields by which an object would be found if it were there before it is created. A changeset may name more of them,
/// never fewer: what is under review does not decide how it is checked.
/// </summary>
public static class UniqueKeys
{
    private static readonly FrozenDictionary<string, ImmutableArray<string>> Always = new Dictionary<string, ImmutableArray<string>>
    {
        ["thirdparty"] = ["vatNumber", "siren", "siret"],
        ["supplierInvoice"] = ["supplierReference", "supplier"],
        ["bankAccount"] = ["iban"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Those of the changeset first, then those that count whatever it says, where they are set.</summary>
    public static ImmutableArray<string> Of(Operation.Create create)
    {
        ArgumentNullException.ThrowIfNull(create);
        var always = Always.GetValueOrDefault(create.Resource, []).Where(field => create.Set.Has(field) && create.Set.TextOf(field) is not "");
        return [.. create.Keys.Concat(always).Distinct(StringComparer.Ordinal)];
    }
}
