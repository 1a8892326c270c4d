using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Operations;

/// <summary>The operations of one changeset by what they are done to. Sorted once: a changeset may have ten thousand.</summary>
internal sealed class WithinChangeset
{
    private static readonly ConditionalWeakTable<Changeset, WithinChangeset> Known = [];

    private readonly ILookup<Reference, Operation> byObject;

    private WithinChangeset(Changeset changeset)
    {
        byObject = changeset.Operations.Where(o => o.DoneTo is not null).ToLookup(o => o.DoneTo!);
        ChangesOfKeys = [.. changeset.Operations.OfType<Operation.Update>().Where(u => u.On is Reference.Found && ResourceOperations.Named(u.Resource) is { } resource && u.Set.Names.Any(name => resource.Resource.Keys.Contains(name)))];
    }

    /// <summary>Those that change a key by which objects are found; seldom any.</summary>
    public ImmutableArray<Operation.Update> ChangesOfKeys { get; }

    public static WithinChangeset Of(Changeset changeset) => Known.GetValue(changeset, all => new WithinChangeset(all));

    /// <summary>Those that come behind an operation and are done to the same object.</summary>
    public IEnumerable<Operation> Behind(Operation operation) =>
        byObject[operation.DoneTo ?? new Reference.Created(operation.Id)].Where(later => Changeset.NumberOf(later.Id) > Changeset.NumberOf(operation.Id));
}
