using System.Collections.Immutable;

namespace DolibarrAgent.Simulator;

/// <summary>Which entries of a table have a key, so that none need be looked for among all. It never changes; a change makes another.</summary>
internal sealed class Index<TKey, TEntry>
    where TKey : notnull
{
    public static readonly Index<TKey, TEntry> Empty = new(ImmutableDictionary<TKey, ImmutableSortedSet<TEntry>>.Empty);

    private readonly ImmutableDictionary<TKey, ImmutableSortedSet<TEntry>> entries;

    private Index(ImmutableDictionary<TKey, ImmutableSortedSet<TEntry>> entries) => this.entries = entries;

    /// <summary>In their order; none where the key has none.</summary>
    public ImmutableSortedSet<TEntry> this[TKey key] => entries.GetValueOrDefault(key, []);

    public Index<TKey, TEntry> With(TKey key, TEntry entry) => new(entries.SetItem(key, this[key].Add(entry)));

    public Index<TKey, TEntry> Without(TKey key, TEntry entry) => new(this[key].Remove(entry) is { IsEmpty: false } left ? entries.SetItem(key, left) : entries.Remove(key));
}
