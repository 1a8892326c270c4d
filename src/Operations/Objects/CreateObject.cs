using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>Enters a new object. Dolibarr stops hardly any second one, so we look first: by our marker, then by its keys.</summary>
internal class CreateObject(ObjectOperations operations) : OperationKind<Operation.Create>
{
    private readonly Resource resource = operations.Resource;

    public override string Do => "create";

    public override FieldSet Fields => resource.Fields;

    public override ImmutableArray<Right> RightsToRead => operations.RightsToRead;

    public override ImmutableArray<Right> RightsToWrite => [.. RightsToRead, .. resource.Api!.Writing];

    internal override bool LeavesMarker => true;

    // Nothing on the server stops a second one.
    internal override bool TakesEffectOnce => false;

    internal override string? LaneOf(Operation operation, Site site) => operations.LaneOfNew;

    protected override IEnumerable<Problem> Check(Operation.Create operation, Changeset changeset)
    {
        return resource.Fields.Check(operation.Set, $"{operation.Id}.set")
            .Concat(resource.Fields.All.Where(field => field.IsNeeded && FieldValue.IsBlank(operation.Set[field.Name]))
                .Select(field => new Problem(Codes.MissingField, $"{operation.Id}.set.{field.Name}", $"A {operations.Title} needs '{field.Name}'.", "Give it.")))
            .Concat(Unlike(operation, changeset))
            .Concat(TooFine(operation))
            .Concat(KeysMissing(operation));
    }

    protected override async Task<Standing> StandAsync(Operation.Create operation, Site site, Asking asking, CancellationToken cancel) =>
        await NamedHere.WithAsync(await LookAsync(operation, site, asking, cancel), operation.Id, ObjectNames.In(resource, operation.Set, site, cancel));

    protected override Task<Answer<long>> SendAsync(Operation.Create operation, WritableSite site, Standing.Ready ready, CancellationToken cancel) =>
        site.Writer.Objects.CreateAsync(ObjectNames.Body(resource, operation.Set, ready, site.Site.Changeset.MarkerOf(operation)), cancel);

    protected override async Task<Answer<Fields>> ReadAsync(Operation.Create operation, Site site, long id, CancellationToken cancel) =>
        (await operations.FoundAsync(operation, site, id, cancel)).Map(found => found.Held);

    /// <summary>How it stands where one without our marker is there that would be the same: done, or in the way.</summary>
    protected Standing There(Operation.Create operation, Site site, DolibarrObject found, ImmutableArray<Observed> seen)
    {
        var differences = Differences(operation, found.Held, site.Changeset);
        return differences.IsEmpty
            ? new Standing.Done(operations.IdOf(found), found.Held) { Seen = seen }
            : Standings.Conflict(new Problem(
                Codes.AlreadyThere, operation.Id,
                $"{site.Name} already has {operations.Describe(found)}, but not as recorded: {Standings.List(differences)}.",
                "Find out which is right. Then correct it there by hand, or refresh the sandbox and record a change of it.")) with
            { Held = found.Held };
    }

    protected override Fields BeforeImage(Operation.Create operation, Fields held) => Changesets.Fields.None;

    protected override async Task<Answer<long>> TakeBackAsync(Operation.Create operation, WritableSite site, long id, CancellationToken cancel) =>
        await site.Writer.Objects.DeleteAsync(resource, id, cancel) switch
        {
            Answer<Done>.Unanswered { Problem: var fault } when fault.Code == Codes.ServerError && resource.Stays is { } why =>
                new Answer<long>.Refused(new Problem(Codes.ByHand, "", why, $"Delete it on {site.Site.Name} by hand, or leave it there.")),
            var deleted => deleted.Map(_ => id),
        };

    protected override Fields AfterImage(Operation.Create operation, Fields held) => held.Where(name =>
        operation.Set.Has(name) || resource.Fields[name] is { Drawn: true } or { IsWatched: true });

    protected override ImmutableArray<Difference> Differences(Operation.Create operation, Fields held, Changeset changeset) =>
        resource.Fields.Differences(Standings.StillAsked(operation.Set, operation, changeset), held);

    private async Task<Standing> LookAsync(Operation.Create operation, Site site, Asking asking, CancellationToken cancel)
    {
        var marker = site.Changeset.MarkerOf(operation);
        var named = await ObjectNames.ReferencesAsync(resource, operation.Set, site, cancel);
        var looks = named.Blocked is null ? operations.LooksForTheSame(operation, named) : [];
        // Its marker first, its keys second. What was never sent has no marker there: both are asked for together.
        var answers = await site.Read.Objects(resource).FindEachAsync([ObjectLook.Marked(marker), .. asking == Asking.Afresh ? looks : []], cancel);
        if (answers[0] is not Answer<ImmutableArray<DolibarrObject>>.Ok { Value: var ours })
        {
            return Standings.Unseen(answers[0].ProblemOf(operation.Id));
        }
        if (!ours.IsEmpty)
        {
            return Ours(operation, site, ours, named);
        }
        if (named.Blocked is { } blocked)
        {
            return Standings.Blocked(blocked, operation.Id)!;
        }
        var byKeys = asking == Asking.Afresh ? answers.RemoveAt(0) : await site.Read.Objects(resource).FindEachAsync(looks, cancel);
        if (byKeys.FirstOrDefault(answer => answer is not Answer<ImmutableArray<DolibarrObject>>.Ok) is { } unseen)
        {
            return Standings.Unseen(unseen.ProblemOf(operation.Id));
        }
        var found = looks.Zip(byKeys).SelectMany(pair => ((Answer<ImmutableArray<DolibarrObject>>.Ok)pair.Second).Value.Select(one => (Look: pair.First, Object: one)))
            .ToLookup(pair => pair.Look, pair => pair.Object);
        var others = operations.TheSame(operation, named, found);
        return others.IsEmpty
            ? new Standing.Ready(null) { Ids = named.Ids, Seen = [.. named.Seen, new Observed($"{operations.Title} {marker}", Observed.Absent), new Observed($"{operations.Title} with {string.Join(", ", UniqueKeys.Of(operation))}", Observed.Absent)] }
            : asking == Asking.AfterSending ? Ours(operation, site, others, named) : Standings.Conflict(Exists(operation, site, others));
    }

    private Standing Ours(Operation.Create operation, Site site, ImmutableArray<DolibarrObject> there, ObjectsNamed named)
    {
        if (there.Length > 1)
        {
            return Standings.Conflict(new Problem(Codes.SeveralFound, operation.Id, $"{site.Name} has {there.Length} of this {operations.Title}: {string.Join("; ", there.Select(operations.Describe))}.", "Delete the surplus there, then plan again."));
        }
        var found = there[0];
        var differences = Differences(operation, found.Held, site.Changeset).AddRange(operation.Set
            .Where(field => field.Value is FieldValue.To to && named.Ids.TryGetValue(to.Reference, out var expected) && found.Ids.GetValueOrDefault(field.Key) != expected)
            .Select(field => new Difference(field.Key, ((FieldValue.To)field.Value).Reference.ToString()!, "another one")));
        return differences.IsEmpty
            ? new Standing.Done(found.Id, found.Held) { Seen = [Observed.Made(operations.Title, operation.Id)] }
            : Standings.Conflict(new Problem(Codes.ChangedSince, operation.Id, $"This {operations.Title} is on {site.Name} already, but not as recorded: {Standings.List(differences)}.", "Find out which is right; correct it by hand there, or record a new changeset.")) with { Held = found.Held };
    }

    private Problem Exists(Operation.Create operation, Site site, ImmutableArray<DolibarrObject> others) => new(
        Codes.AlreadyThere, operation.Id, $"{site.Name} already has {string.Join("; ", others.Select(operations.Describe))}. The changeset would create another {operations.Title} with the same {string.Join(", ", UniqueKeys.Of(operation).Select(key => $"{key} '{operation.Set.TextOf(key) ?? operation.Set.ReferenceOf(key)?.ToString()}'"))}.",
        "Somebody entered it since. Refresh the sandbox from prod and record the changeset again, so that it uses the one that is there.");

    private IEnumerable<Problem> KeysMissing(Operation.Create operation) =>
        !LeavesMarker && !resource.Unique.All(operation.Keys.Contains)
            ? [new Problem(
                Codes.MissingKey, $"{operation.Id}.keys", $"A {operations.Title} bears no marker: it is found again by its keys alone.",
                $"Use {string.Join(", ", resource.Unique)}.")]
        : operation.Keys.IsEmpty || operation.Keys.Any(key => !resource.Keys.Contains(key) || FieldValue.IsBlank(operation.Set[key]))
            ? [new Problem(
                Codes.MissingKey, $"{operation.Id}.keys",
                $"A new {operations.Title} needs at least one key by which it would be found if it existed.",
                $"Use one of: {string.Join(", ", resource.Keys)}, with a value.")]
        : [];

    /// <summary>What is named and is of another kind. What a reference says of it holds: it is found by all of it, or not at all.</summary>
    private IEnumerable<Problem> Unlike(Operation.Create operation, Changeset changeset) =>
        from field in resource.Fields.All
        let reference = operation.Set.ReferenceOf(field.Name)
        where reference is not null
        from name in field.Alike
        let there = reference switch
        {
            Reference.Found found => found.Keys[name],
            Reference.Created created =>
                changeset.Operations.OfType<Operation.Create>().FirstOrDefault(one => one.Id == created.Operation)?.Set[name],
            _ => null,
        }
        where !Equals(there, operation.Set[name])
        select new Problem(
            Codes.AnotherKind, $"{operation.Id}.set.{field.Name}",
            $"Its '{name}' is '{resource.Fields.Words(name, there)}', not '{resource.Fields.Words(name, operation.Set[name])}'.");

    /// <summary>Numbers with more decimals than a new object keeps: the server rounds them without a word.</summary>
    private IEnumerable<Problem> TooFine(Operation.Create operation) =>
        from field in resource.Fields.All
        where field.NewDecimals is { } kept && Decimals.Strict(operation.Set.TextOf(field.Name)) is { } number
            && !Rounded.Has(kept, number)
        select new Problem(
            Codes.WrongForm, $"{operation.Id}.set.{field.Name}",
            FormattableString.Invariant($"Dolibarr keeps {field.NewDecimals} decimals of '{field.Name}' of a new {operations.Title}."),
            "Round it; update it afterwards to the full value.");
}
