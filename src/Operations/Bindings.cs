using System.Collections.Immutable;

namespace DolibarrAgent.Operations;

/// <summary>
/// The ids, on one target, of the objects that a changeset's operations made there. The only place where a name becomes
/// a number; made anew for each target, and never written into a changeset.
/// </summary>
public sealed record Bindings
{
    private readonly ImmutableSortedDictionary<string, long> ids = ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);

    public static Bindings None { get; } = new();

    private Bindings() { }

    private Bindings(ImmutableSortedDictionary<string, long> ids) => this.ids = ids;

    public long? this[string operation] => ids.TryGetValue(operation, out var id) ? id : null;

    public Bindings With(string operation, long id) => new(ids.SetItem(operation, id));
}
