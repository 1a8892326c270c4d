using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr.Tests;

/// <summary>Third parties as they are sent.</summary>
internal static class Sent
{
    /// <summary>A supplier that is created.</summary>
    public static ObjectBody Supplier(string name) => Of(Fields.None.With("name", name).With("supplier", true));

    /// <summary>These fields of one, with nothing that a server numbers.</summary>
    public static ObjectBody Of(Fields set) => new(ThirdPartyFields.Resource, set, ImmutableDictionary<string, long>.Empty, null);
}
