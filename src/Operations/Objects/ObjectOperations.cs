using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>
/// The operations of a resource that is read and written by its description alone. An object is found by its keys: all
/// that hang on the same other object are read, or all that hold a key, and every key that is given must agree.
/// </summary>
public class ObjectOperations : ResourceOperations
{
    internal ObjectOperations(Resource resource)
    {
        Resource = resource;
        Kinds = [.. new OperationKind[] { new CreateObject(this), new UpdateObject(this), new DeleteObject(this) }.Where(kind => resource.Verbs.Contains(kind.Do))];
    }

    public override Resource Resource { get; }

    public override ImmutableArray<OperationKind> Kinds { get; }

    /// <summary>What those that are created must not meet on their way; null where they may overlap with any.</summary>
    internal virtual string? LaneOfNew => null;

    /// <summary>The rights that a key needs besides, to see what is in the way of a deletion.</summary>
    internal virtual ImmutableArray<Right> RightsToLookAround => [];

    /// <summary>The rights that a key needs to look, at what its fields name too.</summary>
    public ImmutableArray<Right> RightsToRead =>
    [
        .. Resource.Api!.Reading,
        .. Resource.Fields.All.Where(one => one.Type == FieldType.Reference && one.Target != Resource.Name)
            .SelectMany(one => Named(one.Target)!.Kinds[0].RightsToRead).Distinct(),
    ];

    /// <summary>The number by which an object is bound on a target.</summary>
    internal virtual long IdOf(DolibarrObject found) => found.Id;

    /// <summary>The object that an operation is about, by that number.</summary>
    internal virtual Task<Answer<DolibarrObject>> FoundAsync(Operation operation, Site site, long id, CancellationToken cancel) =>
        site.Read.Objects(Resource).GetAsync(id, cancel);

    /// <summary>One line by which a person knows an object.</summary>
    public virtual string Describe(DolibarrObject found) =>
        Resource.KnownBy.Select(found.Held.TextOf).Where(text => text is { Length: > 0 }).Select((text, at) => at == 0 ? $"'{text}'" : text).ToList() is { Count: > 0 } known
            ? string.Join(", ", known)
            : FormattableString.Invariant($"{Title} {found.Id}");

    internal override IEnumerable<string> IdentitiesOf(Operation.Create create) =>
        Resource.Unique.Where(key => create.Set.Has(key)).Select(key => $"{key} '{create.Set.ReferenceOf(key)?.ToString() ?? Resource.Fields.Words(key, create.Set[key])}'").ToList() is { Count: > 0 } identity
            ? [string.Join(", ", identity)]
            : [];

    internal override Task<Answer<Reference.Found>> NameAsync(long id, Site site, CancellationToken cancel) =>
        NameAsync(id, 0, site, cancel);

    /// <summary>By what is looked for one that would be the same as a new one.</summary>
    internal virtual ImmutableArray<ObjectLook> LooksForTheSame(Operation.Create create, ObjectsNamed named) =>
        [.. SamenessOf(create).SelectMany(keys => LooksFor(keys, named, key => [create.Set.TextOf(key) ?? ""])).Distinct()];

    /// <summary>Those that would be the same as a new one, of what was found by these looks.</summary>
    internal virtual ImmutableArray<DolibarrObject> TheSame(
        Operation.Create create, ObjectsNamed named, ILookup<ObjectLook, DolibarrObject> found)
    {
        var sameness = SamenessOf(create);
        return
        [
            .. found.SelectMany(group => group).DistinctBy(one => one.Id)
                .Where(one => sameness.Any(keys => Agrees(one, keys, named, key => [create.Set.TextOf(key) ?? ""]))),
        ];
    }

    /// <summary>Why one may not be deleted, whatever it holds: others use it. Null where nothing is in the way.</summary>
    internal virtual Task<Standing?> InTheWayAsync(Operation.Delete operation, Marked held, Site site, CancellationToken cancel) =>
        Task.FromResult<Standing?>(null);

    /// <param name="below">How many of the same resource are named by way of it.</param>
    private async Task<Answer<Reference.Found>> NameAsync(long id, int below, Site site, CancellationToken cancel)
    {
        if (below > Resource.Deepest)
        {
            return new Answer<Reference.Found>.Refused(new Problem(
                Codes.TooDeep, "", Resource.TooDeepMessage, $"Put it higher on {site.Name}, by hand."));
        }
        var read = await site.Read.Objects(Resource).GetAsync(id, cancel);
        return await read.ThenAsync(async found =>
        {
            var keys = Fields.None;
            foreach (var key in Resource.Unique)
            {
                if (found.Ids.TryGetValue(key, out var other))
                {
                    var target = Resource.Fields[key]!.Target;
                    var named = target == Resource.Name
                        ? await NameAsync(other, below + 1, site, cancel)
                        : await Named(target)!.NameAsync(other, site, cancel);
                    if (named is not Answer<Reference.Found>.Ok { Value: var reference })
                    {
                        return named;
                    }
                    keys = keys.With(key, reference);
                }
                else if (found.Held.TextOf(key) is { Length: > 0 } text)
                {
                    keys = keys.With(key, text);
                }
            }
            return new Answer<Reference.Found>.Ok(new Reference.Found(keys));
        });
    }

    internal override async Task<Resolution> FindAsync(Reference.Found reference, Site site, CancellationToken cancel)
    {
        var place = $"{Title} {reference}";
        var named = await ObjectNames.ReferencesAsync(Resource, reference.Keys, site, cancel);
        if (named.Blocked is { } blocked)
        {
            return blocked;
        }
        var looks = LooksFor(reference.Keys, named, key => site.ValuesOf(reference, key));
        if (looks.IsEmpty)
        {
            return new Resolution.Not([new Problem(Codes.MissingKey, place, $"Nothing in it says which {Title} it is.", "Record the changeset again.")]);
        }
        var answer = await site.Read.Objects(Resource).FindAsync(looks, cancel);
        if (answer is not Answer<ImmutableArray<DolibarrObject>>.Ok { Value: var candidates })
        {
            return new Resolution.Unseen(answer.ProblemOf(place));
        }
        return candidates.Where(found => Agrees(found, reference.Keys, named, key => site.ValuesOf(reference, key))).ToList() switch
        {
            [var one] => new Resolution.One(IdOf(one), [.. named.Seen, new Observed(place, FormattableString.Invariant($"{one.Id} {Describe(one)}"))]),
            [] => Resolution.Not.Nothing(
                new Absent(this, reference), $"No {Title} on {site.Name} has {reference}.{Near(candidates)}", $"Find out which is right. Then correct {site.Name}, or record the changeset again on a fresh sandbox."),
            var several => new Resolution.Not([new Problem(
                Codes.SeveralFound, place, $"The keys point to {several.Count} on {site.Name}: {string.Join("; ", several.Select(Describe))}.", "Fix them there, then plan again.")]),
        };
    }

    /// <summary>By what objects with these keys are looked for: the other object on which they hang, else the first key that has a column.</summary>
    internal ImmutableArray<ObjectLook> LooksFor(Fields keys, ObjectsNamed named, Func<string, IEnumerable<string>> valuesOf)
    {
        foreach (var field in Resource.Keys.Select(key => Resource.Fields[key]!).Where(field => field.Column.Length > 0 && keys.Has(field.Name)).OrderBy(field => field.Type != FieldType.Reference))
        {
            return field.Type == FieldType.Reference
                ? [ObjectLook.For(field, named.Ids[keys.ReferenceOf(field.Name)!])]
                : [.. valuesOf(field.Name).Select(value => ObjectLook.For(field, value))];
        }
        return [];
    }

    /// <summary>Whether every key points to this object, and it hangs on none that they do not name.</summary>
    internal bool Agrees(DolibarrObject found, Fields keys, ObjectsNamed named, Func<string, IEnumerable<string>> valuesOf) =>
        Resource.HangsOn.All(field => keys.Has(field) || !found.Ids.ContainsKey(field))
        && keys.All(key => key.Value is FieldValue.To to
            ? found.Ids.TryGetValue(key.Key, out var id) && named.Ids[to.Reference] == id
            : valuesOf(key.Key).Any(value => Resource.Fields.Differences(Fields.None.With(key.Key, value), found.Held).IsEmpty));

    /// <summary>
    /// The fields in any of which another would be the same: all that tell such objects apart, and each further key that the
    /// changeset names, together with the object on which both hang.
    /// </summary>
    private ImmutableArray<Fields> SamenessOf(Operation.Create create)
    {
        var unique = create.Set.Where(name => Resource.Unique.Contains(name) && !FieldValue.IsBlank(create.Set[name]));
        var hangsOn = unique.Where(name => unique[name] is FieldValue.To);
        return [unique, .. create.Keys.Where(key => !Resource.Unique.Contains(key)).Select(key => hangsOn.With(key, create.Set[key]!))];
    }

    private string Near(ImmutableArray<DolibarrObject> candidates) => candidates.IsEmpty || candidates.Length > 5 ? "" : $" There is {string.Join("; ", candidates.Select(Describe))}.";
}
