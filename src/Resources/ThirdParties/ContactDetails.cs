using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Resources;

/// <summary>
/// The fields by which a third party is reached. Whoever has them changed is asked, later, whether its new bank details
/// are right.
/// </summary>
public static class ContactDetails
{
    public static ImmutableArray<string> Fields { get; } = ["email", "phone", "address", "zip", "town", "country", "url"];

    /// <summary>Those that an operation changes on a third party that was there before; none where it is made in the same changeset.</summary>
    public static ImmutableArray<string> ChangedBy(Operation operation) => operation is Operation.Update { Resource: "thirdparty", On: Reference.Found } update
        ? [.. Fields.Where(field => update.Set[field] is { } set && !set.Equals(update.Before[field]))]
        : [];
}
