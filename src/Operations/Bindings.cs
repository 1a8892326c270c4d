using System.Collections.Immutable;

namespace DolibarrAgent.Operations;

/// <summary>
/// The ids, on one target, of the objects that a changeset's operations made there. The only place where a name becomes
/// a number; made again for each target, and never written into a changeset.
/// </summary>
public sealed record Bindings
{
    private readonly ImmutableSortedDictionary<string, Made> ids = ImmutableSortedDictionary.Create<string, Made>(StringComparer.Ordinal);

    public static Bindings None { get; } = new();

    private Bindings() { }

    private Bindings(ImmutableSortedDictionary<string, Made> ids) => this.ids = ids;

    public long? this[string operation] => ids.TryGetValue(operation, out var made) ? made.Id : null;

    /// <summary>Whether this run made it, a moment ago: nothing hangs on it yet.</summary>
    public bool IsNew(string operation) => ids.TryGetValue(operation, out var made) && made.IsNew;

    public Bindings With(string operation, long id, bool isNew = false) => new(ids.SetItem(operation, new Made(id, isNew)));

    private sealed record Made(long Id, bool IsNew);
}
