using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>Changes some fields of an object, where they still hold what they held on the sandbox before.</summary>
internal class UpdateObject(ObjectOperations operations) : OperationKind<Operation.Update>
{
    private readonly Resource resource = operations.Resource;

    public override string Do => "update";

    public override FieldSet Fields => resource.Fields;

    public override ImmutableArray<Right> RightsToRead => operations.RightsToRead;

    public override ImmutableArray<Right> RightsToWrite => [.. RightsToRead, .. resource.Api!.Writing];

    protected override IEnumerable<Problem> Check(Operation.Update operation, Changeset changeset) =>
        resource.Fields.Check(operation.Set, $"{operation.Id}.set")
            .Concat(Updates.Check(operation))
            .Concat(operation.Set.Names.Where(name => resource.Fields[name] is { IsChangeable: false })
                .Select(name => new Problem(Codes.NotChangeable, $"{operation.Id}.set.{name}", $"'{name}' of a {operations.Title} is not changed once it is entered.", "Enter a new one, and delete this one by hand.")))
            .Concat(operation.Set.Where(field => resource.Fields[field.Key] is { IsNeeded: true } && field.Value is FieldValue.Text text && string.IsNullOrWhiteSpace(text.Value))
                .Select(field => new Problem(Codes.CannotBeCleared, $"{operation.Id}.set.{field.Key}", $"No {operations.Title} is without '{field.Key}'.", "Give the new value.")))
            .Concat(operation.Set.Where(field => resource.Fields[field.Key] is { Lasting: not null } && (field.Value is FieldValue.Flag { Value: false } || FieldValue.IsBlank(field.Value)))
                .Select(field => new Problem(Codes.CannotBeCleared, $"{operation.Id}.set.{field.Key}", resource.Fields[field.Key]!.Lasting!, "Take it away by hand, if nothing relies on it.")));

    protected override async Task<Standing> StandAsync(Operation.Update operation, Site site, Asking asking, CancellationToken cancel)
    {
        var resolution = await site.ResolveAsync(operation.On, operations, cancel);
        if (resolution is not Resolution.One one)
        {
            return Standings.Blocked(resolution, operation.Id)!;
        }
        var answer = await operations.FoundAsync(operation, site, one.Id, cancel);
        if (answer is not Answer<DolibarrObject>.Ok { Value: var found })
        {
            return Standings.Unseen(answer.ProblemOf(operation.Id));
        }
        var standing = Updates.Stand(operation, resource.Fields, new ObjectHeld(one, found.Held), site);
        return standing is Standing.Ready
            && (MeantOtherwise(operation, found, site) ?? await TakenAsync(operation, found, site, cancel)) is { } blocked
            ? blocked
            : await NamedHere.WithAsync(standing, operation.Id, ObjectNames.In(resource, operation.Set, site, cancel));
    }

    /// <summary>The conflict with an object in which a value means something else than after the change; null where none does.</summary>
    private Standing? MeantOtherwise(Operation.Update operation, DolibarrObject found, Site site) =>
        (from name in operation.Set.Names
         let meant = resource.Fields[name]?.Meant
         where meant is not null
         let held = resource.Fields[meant.Field]!.Choices.FirstOrDefault(choice => choice.Word == found.Held.TextOf(meant.Field))
         // One that says nothing yet may be told.
         where held is null || (held.Word != meant.Word && held.Wire.Length > 0)
         select Standings.Conflict(new Problem(
             Codes.MeantOtherwise, $"{operation.Id}.set.{name}",
             $"'{meant.Field}' of {operations.Describe(found)} is '{found.Held.TextOf(meant.Field)}' on {site.Name}, not '{meant.Word}': "
                + $"another '{name}' would change what it means.",
             $"Change it on {site.Name} by hand, or leave it."))).FirstOrDefault();

    /// <summary>
    /// The conflict with another object that is already what this one would become, by all that tells such objects apart; null
    /// where there is none.
    /// </summary>
    protected virtual async Task<Standing?> TakenAsync(
        Operation.Update operation, DolibarrObject found, Site site, CancellationToken cancel)
    {
        if (!operation.Set.Names.Any(resource.Unique.Contains))
        {
            return null;
        }
        var identity = found.Held.With(operation.Set).Where(resource.Unique.Contains);
        var looks = resource.Unique.Select(key => resource.Fields[key]!).Where(field => field.Column.Length > 0)
            .OrderBy(field => field.Type != FieldType.Reference)
            .Select(field => field.Type == FieldType.Reference
                ? found.Ids.TryGetValue(field.Name, out var id) ? ObjectLook.For(field, id) : null
                : identity.TextOf(field.Name) is { Length: > 0 } text ? ObjectLook.For(field, text) : null)
            .OfType<ObjectLook>().Take(1);
        var answer = await site.Read.Objects(resource).FindAsync(looks, cancel);
        if (answer is not Answer<ImmutableArray<DolibarrObject>>.Ok { Value: var candidates })
        {
            return Standings.Unseen(answer.ProblemOf(operation.Id));
        }
        var other = candidates.FirstOrDefault(one => one.Id != found.Id && resource.Fields.Differences(identity, one.Held).IsEmpty
            && resource.Unique.All(key => one.Ids.GetValueOrDefault(key) == found.Ids.GetValueOrDefault(key)));
        return other is null
            ? null
            : Standings.Conflict(new Problem(
                Codes.AlreadyThere, operation.Id,
                $"{site.Name} already has {operations.Describe(other)}: the changeset would make another {operations.Title} the same.",
                "Somebody entered it since. Find out which of the two is right, then record the changeset again."));
    }

    protected override async Task<Answer<long>> SendAsync(Operation.Update operation, WritableSite site, Standing.Ready ready, CancellationToken cancel) =>
        (await site.Writer.Objects.UpdateAsync(ready.On!.Value, ObjectNames.Body(resource, operation.Set, ready, null), cancel)).Map(_ => ready.On.Value);

    protected override async Task<Answer<Fields>> ReadAsync(Operation.Update operation, Site site, long id, CancellationToken cancel) =>
        (await operations.FoundAsync(operation, site, id, cancel)).Map(found => found.Held);

    protected override Fields BeforeImage(Operation.Update operation, Fields held) =>
        held.Where(name => operation.Set.Has(name) || resource.Fields[name] is { IsWatched: true });

    protected override async Task<Answer<long>> TakeBackAsync(Operation.Update operation, WritableSite site, long id, CancellationToken cancel) =>
        await (await NamedHere.ReadyAsync(id, operation.Id, ObjectNames.In(resource, operation.Before, site.Site, cancel)))
            .ThenAsync(ready => SendAsync(operation with { Set = operation.Before.Where(operation.Set.Has) }, site, ready, cancel));

    protected override Fields AfterImage(Operation.Update operation, Fields held) => BeforeImage(operation, held);

    protected override ImmutableArray<Difference> Differences(Operation.Update operation, Fields held, Changeset changeset) =>
        resource.Fields.Differences(Standings.StillAsked(operation.Set, operation, changeset), held);
}
