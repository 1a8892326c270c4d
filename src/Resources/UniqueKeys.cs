using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Resources;

/// <summary>
/// The fields by which an object would be found if it were there before it is created. A changeset may name more of them,
/// never fewer: what is under review does not decide how it is checked.
/// </summary>
public static class UniqueKeys
{
    /// <summary>Those of the changeset first, then those that count whatever it says, where they are set.</summary>
    public static ImmutableArray<string> Of(Operation.Create create)
    {
        ArgumentNullException.ThrowIfNull(create);
        var always = (Catalogue.Named(create.Resource)?.Unique ?? []).Where(field => create.Set.Has(field) && create.Set.TextOf(field) is not "");
        return [.. create.Keys.Concat(always).Distinct(StringComparer.Ordinal)];
    }
}
