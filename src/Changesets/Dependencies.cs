using System.Collections.Immutable;

namespace DolibarrAgent.Changesets;

/// <summary>
/// What rests on what within one changeset. An operation <em>needs</em> those without which it must not be done: that
/// make what it names, and that brought its own object to the state it starts from. It <em>follows</em> those that must
/// have ended before, well or not, because they are about the same object.
/// </summary>
public sealed class Dependencies
{
    private readonly Changeset changeset;
    private readonly Dictionary<string, ImmutableArray<string>> needs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>> follows = new(StringComparer.Ordinal);

    private Dependencies(Changeset changeset)
    {
        this.changeset = changeset;
        var objects = new Dictionary<string, Story>(StringComparer.Ordinal);
        foreach (var operation in changeset.Operations)
        {
            Add(operation, objects);
        }
    }

    public static Dependencies Of(Changeset changeset) => new(changeset);

    /// <summary>The operations that must be applied before this one may be, by id, in recorded order.</summary>
    public ImmutableArray<string> Needs(string operation) => needs[operation];

    /// <summary>The operations that must have ended before this one begins, in recorded order; those it needs are among them.</summary>
    public ImmutableArray<string> Follows(string operation) => follows[operation];

    /// <summary>These operations and all that they need, in recorded order.</summary>
    public ImmutableArray<string> ClosureOf(IEnumerable<string> operations)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(operations);
        while (open.TryPop(out var next))
        {
            if (all.Add(next))
            {
                foreach (var need in needs[next])
                {
                    open.Push(need);
                }
            }
        }
        return [.. changeset.Operations.Select(o => o.Id).Where(all.Contains)];
    }

    private void Add(Operation operation, Dictionary<string, Story> objects)
    {
        var own = operation.DoneTo is { } on ? Traces(on) : [operation.Id];
        var named = operation.References().Where(r => !ReferenceEquals(r, operation.DoneTo)).SelectMany(Traces);
        var needed = operation.Needs().ToHashSet(StringComparer.Ordinal);
        var followed = new HashSet<string>(needed, StringComparer.Ordinal);
        foreach (var story in named.Select(trace => StoryOf(trace, objects)).ToList())
        {
            followed.UnionWith(story.Changed is { } changed ? [changed.Id] : []);
            story.Named.Add(operation.Id);
        }
        foreach (var story in own.Concat(Renamed(operation)).Distinct(StringComparer.Ordinal).Select(trace => StoryOf(trace, objects)).ToList())
        {
            // What others still name does not go before they do: a supplier after its invoices.
            needed.UnionWith(operation is Operation.Delete ? story.Named : []);
            needed.UnionWith(story.Done.Where(earlier => RestsOn(operation, earlier)).Select(earlier => earlier.Id));
            followed.UnionWith(story.Named);
            followed.UnionWith(story.Changed is { } changed ? [changed.Id] : []);
            story.Changed = operation;
            story.Named.Clear();
            story.Done.Add(operation);
        }
        followed.UnionWith(needed);
        followed.Remove(operation.Id);
        needs[operation.Id] = InOrder(needed);
        follows[operation.Id] = InOrder(followed);
    }

    /// <summary>
    /// Whether an operation starts from the state that an earlier one on the same object left, of this changeset or
    /// another.
    /// </summary>
    public static bool RestsOn(Operation operation, Operation earlier) => SameObject(operation.DoneTo, earlier.DoneTo)
        && (operation, earlier) switch
        {
            // What is made final, or goes, is the whole object.
            (Operation.Validate or Operation.Delete, _) => true,
            (Operation.Update update, Operation.Update before) => update.Before.Names.Any(before.Set.Has),
            _ => false,
        };

    /// <summary>Whether two references name the same object, as far as their keys tell: they share one, and disagree in none.</summary>
    public static bool SameObject(Reference? one, Reference? other) => (one, other) switch
    {
        (Reference.Found a, Reference.Found b) => a.Keys.Any(key => b.Keys.Has(key.Key)) && a.Keys.All(key => !b.Keys.Has(key.Key) || Equals(b.Keys[key.Key], key.Value)),
        (null, _) or (_, null) => false,
        _ => one.Equals(other),
    };

    /// <summary>What tells that two references may be to the same object: too many rather than too few.</summary>
    private static IEnumerable<string> Traces(Reference reference) => reference switch
    {
        Reference.Created created => [created.Operation],
        Reference.Found found => found.Keys.Where(key => key.Value is FieldValue.Text).Select(key => $"{key.Key} {((FieldValue.Text)key.Value).Value}"),
        _ => [],
    };

    /// <summary>An object whose key is changed goes by its new key from then on.</summary>
    private static IEnumerable<string> Renamed(Operation operation) => operation is Operation.Update { On: Reference.Found found } update
        ? update.Set.Where(field => found.Keys.Has(field.Key) && field.Value is FieldValue.Text).Select(field => $"{field.Key} {((FieldValue.Text)field.Value).Value}")
        : [];

    private static Story StoryOf(string trace, Dictionary<string, Story> objects)
    {
        if (!objects.TryGetValue(trace, out var story))
        {
            objects.Add(trace, story = new Story());
        }
        return story;
    }

    private static ImmutableArray<string> InOrder(IEnumerable<string> operations) => [.. operations.OrderBy(Changeset.NumberOf)];

    /// <summary>What has been recorded about one object so far.</summary>
    private sealed class Story
    {
        /// <summary>The last operation that was done to it, or made it.</summary>
        public Operation? Changed { get; set; }

        /// <summary>All that were done to it.</summary>
        public List<Operation> Done { get; } = [];

        /// <summary>Those that named it since it was last changed.</summary>
        public List<string> Named { get; } = [];
    }
}
