using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Replay;

/// <summary>
/// Which changesets rest on which: told from the changesets alone. One rests on an earlier one that makes what it names, gives
/// it the keys by which it is named, or brings it to the state that it starts from.
/// </summary>
internal sealed class QueueNeeds
{
    private readonly Dictionary<string, List<Trace>> traces = new(StringComparer.Ordinal);

    /// <summary>
    /// What a changeset needs of those that were added before; of several that did the same, the one that was added last.
    /// </summary>
    public ImmutableArray<Need> Of(ChangesetOnDisk one) =>
        [.. Named(one.Changeset).Select(Newest).OfType<Need>().DistinctBy(need => need.Of.Changeset.Id)];

    /// <summary>Adds a changeset behind the others.</summary>
    public void Add(ChangesetOnDisk one)
    {
        foreach (var operation in one.Changeset.Operations)
        {
            if (Catalogue.Named(operation.Resource) is { } resource)
            {
                foreach (var key in KeysOf(resource, Left(operation)))
                {
                    if (!traces.TryGetValue(key, out var some))
                    {
                        traces.Add(key, some = []);
                    }
                    some.Add(new Trace(one, operation));
                }
            }
        }
    }

    /// <summary>What an object may be found by once this was done to it.</summary>
    private static Fields Left(Operation operation) => operation switch
    {
        Operation.Create create => create.Set.With(create.After),
        Operation.Update { On: Reference.Found on } update => on.Keys.With(update.Set),
        { DoneTo: Reference.Found on } => on.Keys,
        _ => Fields.None,
    };

    private Need? Newest(Naming naming) => KeysOf(naming.Resource.Resource, naming.Reference.Keys)
        .SelectMany(key => traces.GetValueOrDefault(key, []))
        .OrderByDescending(trace => trace.From.Changeset.Recorded.At)
        .Where(trace => Brings(trace, naming))
        .Select(trace => new Need(trace.From, trace.By, naming.By))
        .FirstOrDefault();

    private static bool Brings(Trace trace, Naming naming) =>
        new Making(trace.From.Changeset).Of(new Absent(naming.Resource, naming.Reference)) is not null
        || Dependencies.RestsOn(naming.By, trace.By)
        || (trace.By is Operation.Validate validate && Dependencies.SameObject(validate.On, naming.Reference));

    /// <summary>Every object that was there before, with the operation that names it.</summary>
    private static IEnumerable<Naming> Named(Changeset changeset)
    {
        foreach (var operation in changeset.Operations)
        {
            var named = operation.DoneTo is { } on ? Within(on, operation.Resource) : [];
            var within = operation.Asked.Where(field => field.Value is FieldValue.To)
                .SelectMany(field => Within(((FieldValue.To)field.Value).Reference, TargetOf(operation.Resource, field.Key)));
            foreach (var one in named.Concat(within))
            {
                if (ResourceOperations.Named(one.Resource) is { } known)
                {
                    yield return new Naming(operation, one.Reference, known);
                }
            }
        }
    }

    /// <summary>A reference to what was there, and those among its keys.</summary>
    private static IEnumerable<NamedObject> Within(Reference reference, string resource) => reference is Reference.Found found
        ? found.Keys.Where(key => key.Value is FieldValue.To)
            .SelectMany(key => Within(((FieldValue.To)key.Value).Reference, TargetOf(resource, key.Key)))
            .Append(new NamedObject(found, resource))
        : [];

    private static string TargetOf(string resource, string field) => Catalogue.FieldOf(resource, field)?.Target ?? "";

    /// <summary>Under what an object may be looked up here: too much rather than too little, for what is found is compared.</summary>
    private static IEnumerable<string> KeysOf(Resource resource, Fields held) => resource.Keys
        .Where(key => held.TextOf(key) is { Length: > 0 })
        .Select(key => $"{resource.Name} {key} {Loosely(held.TextOf(key)!)}");

    private static string Loosely(string value) =>
        string.Concat(PlainLetters.Of(value).Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant));

    /// <summary>An operation that made or changed what a key names.</summary>
    private sealed record Trace(ChangesetOnDisk From, Operation By);

    /// <summary>An object by what it is found, and of what kind it is.</summary>
    private sealed record NamedObject(Reference.Found Reference, string Resource);

    /// <summary>An operation that names an object.</summary>
    private sealed record Naming(Operation By, Reference.Found Reference, ResourceOperations Resource);
}

/// <summary>One changeset's need of an earlier one.</summary>
/// <param name="Of">The earlier one.</param>
/// <param name="By">Its operation that makes, or brings about, what is needed.</param>
/// <param name="For">The operation that needs it.</param>
internal sealed record Need(ChangesetOnDisk Of, Operation By, Operation For);
