using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DolibarrAgent.Changesets;

/// <summary>
/// Evidence by id. Kept for a list of evidence, not for a changeset: one that is changed in anything else has the same
/// list and so the same index, one with other evidence has another.
/// </summary>
internal static class EvidenceIndex
{
    /// <summary>Up to so many are looked through faster than an index is made.</summary>
    private const int Few = 8;

    private static readonly ConditionalWeakTable<Evidence[], Dictionary<string, Evidence>> Known = [];

    /// <summary>The first by this id; null if there is none.</summary>
    public static Evidence? Find(ImmutableArray<Evidence> all, string id) => all.Length <= Few
        ? all.FirstOrDefault(evidence => evidence.Id == id)
        : Known.GetValue(ImmutableCollectionsMarshal.AsArray(all)!, ById).GetValueOrDefault(id);

    private static Dictionary<string, Evidence> ById(Evidence[] all)
    {
        var byId = new Dictionary<string, Evidence>(all.Length, StringComparer.Ordinal);
        foreach (var evidence in all)
        {
            byId.TryAdd(evidence.Id, evidence);
        }
        return byId;
    }
}
