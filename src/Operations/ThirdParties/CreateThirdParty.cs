using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>Enters a new third party. Dolibarr takes a second one with the same name, VAT number or SIREN without a word, so we look first.</summary>
internal sealed class CreateThirdParty : OperationKind<Operation.Create>
{
    public override string Do => "create";

    public override FieldSet Fields => ThirdPartyFields.All;

    public override ImmutableArray<Right> RightsToRead => RightsNeeded.ReadingThirdParties;

    public override ImmutableArray<Right> RightsToWrite => RightsNeeded.WritingThirdParties;

    protected override IEnumerable<Problem> Check(Operation.Create operation, Changeset changeset)
    {
        foreach (var problem in ThirdPartyFields.All.Check(operation.Set, $"{operation.Id}.set"))
        {
            yield return problem;
        }
        if (string.IsNullOrWhiteSpace(operation.Set.TextOf(ThirdPartyFields.Name)))
        {
            yield return new Problem("missing-field", $"{operation.Id}.set.{ThirdPartyFields.Name}", "A third party has no name.", "Give its name.");
        }
        if (operation.Keys.IsEmpty || operation.Keys.Any(key => ThirdPartyFields.Resource.KeyFields[key] is null || string.IsNullOrEmpty(operation.Set.TextOf(key))))
        {
            yield return new Problem("missing-key", $"{operation.Id}.keys", "A new third party needs at least one key by which it would be found if it existed.", $"Use one of: {string.Join(", ", ThirdPartyFields.Resource.KeyFields.All.Select(r => r.Name))}, with a value.");
        }
    }

    internal override bool LeavesMarker => true;

    // Nothing on the server stops a second one: of a name, a legal id and a marker it takes any number.
    internal override bool TakesEffectOnce => false;

    // Two that are made at the same time may draw the same supplier code.
    internal override string? LaneOf(Operation operation, Site site) => "new third party";

    protected override async Task<Standing> StandAsync(Operation.Create operation, Site site, Asking asking, CancellationToken cancel)
    {
        // Its marker first, its keys second. What was never sent has no marker there: both are asked for together.
        var marker = site.Changeset.MarkerOf(operation);
        ImmutableArray<ThirdPartyLook> looks = [ThirdPartyLook.For(ThirdPartyColumn.Marker, marker), .. asking == Asking.Afresh ? KeysOf(operation) : []];
        var answers = await site.Read.ThirdParties.FindEachAsync(looks, cancel);
        if (answers[0] is not Answer<ImmutableArray<ThirdParty>>.Ok { Value: var ours })
        {
            return Standings.Unseen(answers[0].ProblemOf(operation.Id));
        }
        if (!ours.IsEmpty)
        {
            return Ours(operation, site, ours);
        }
        if (asking == Asking.AfterSending)
        {
            looks = KeysOf(operation);
            answers = await site.Read.ThirdParties.FindEachAsync(looks, cancel);
        }
        var seen = ImmutableArray.Create(new Observed($"third party {marker}", Observed.Absent));
        if (answers.FirstOrDefault(answer => answer is not Answer<ImmutableArray<ThirdParty>>.Ok) is { } unseen)
        {
            return Standings.Unseen(unseen.ProblemOf(operation.Id));
        }
        // A name counts where its ids find nobody.
        var byName = looks.Zip(answers).ToLookup(pair => pair.First.Column == ThirdPartyColumn.Name, pair => ((Answer<ImmutableArray<ThirdParty>>.Ok)pair.Second).Value);
        var byId = byName[false].SelectMany(found => found).DistinctBy(party => party.Id).OrderBy(party => party.Id).ToImmutableArray();
        var others = byId.IsEmpty ? [.. byName[true].SelectMany(found => found)] : byId;
        if (!others.IsEmpty)
        {
            return asking == Asking.AfterSending ? Ours(operation, site, others) : Standings.Conflict(Exists(operation, site, others));
        }
        return new Standing.Ready(null) { Seen = [.. seen, .. UniqueKeys.Of(operation).Select(key => new Observed($"third party with {key} {operation.Set.TextOf(key)}", Observed.Absent))] };
    }

    /// <summary>Its legal ids, whether the changeset calls them keys or not, in whichever column they are on file; its name exactly.</summary>
    private static ImmutableArray<ThirdPartyLook> KeysOf(Operation.Create operation) =>
    [
        .. ThirdPartyImage.IdsOf(operation.Set).Looks,
        .. operation.Keys.Contains(ThirdPartyFields.Name) ? [ThirdPartyLook.For(ThirdPartyColumn.Name, operation.Set.TextOf(ThirdPartyFields.Name)!)] : ImmutableArray<ThirdPartyLook>.Empty,
    ];

    protected override async Task<Answer<long>> SendAsync(Operation.Create operation, WritableSite site, Standing.Ready ready, CancellationToken cancel) =>
        await (await ThirdPartyRequests.CountryOfAsync(operation.Set, site.Site, cancel))
            .ThenAsync(country => site.Writer.ThirdParties.CreateAsync(ThirdPartyRequests.New(operation.Set, country, site.Site.Changeset.MarkerOf(operation)), cancel));

    protected override async Task<Answer<Fields>> ReadAsync(Operation.Create operation, Site site, long id, CancellationToken cancel) =>
        (await site.Read.ThirdParties.GetAsync(id, cancel)).Map(ThirdPartyImage.Of);

    protected override Fields BeforeImage(Operation.Create operation, Fields held) => Changesets.Fields.None;

    protected override async Task<Answer<long>> TakeBackAsync(Operation.Create operation, WritableSite site, long id, CancellationToken cancel) =>
        (await site.Writer.ThirdParties.DeleteAsync(id, cancel)).Map(_ => id);

    protected override Fields AfterImage(Operation.Create operation, Fields held) =>
        held.Where(name => operation.Set.Has(name) || name == ThirdPartyFields.SupplierCode);

    protected override ImmutableArray<Difference> Differences(Operation.Create operation, Fields held, Changeset changeset) =>
        ThirdPartyFields.All.Differences(Standings.StillAsked(operation.Set, operation, changeset), held);

    private Standing Ours(Operation.Create operation, Site site, ImmutableArray<ThirdParty> parties)
    {
        if (parties.Length > 1)
        {
            return Standings.Conflict(new Problem("several-found", operation.Id, $"{site.Name} has {parties.Length} third parties for this one: {string.Join("; ", parties.Select(ThirdPartyImage.Describe))}.", "Merge them there, then plan again."));
        }
        var held = ThirdPartyImage.Of(parties[0]);
        var differences = Differences(operation, held, site.Changeset);
        return differences.IsEmpty
            ? new Standing.Done(parties[0].Id, held) { Seen = [Observed.Made("third party", operation.Id)] }
            : Standings.Conflict(new Problem("changed-since", operation.Id, $"This third party is on {site.Name} already, but not as recorded: {Standings.List(differences)}.", "Find out which is right; correct it by hand there, or record a new changeset.")) with { Held = held };
    }

    private static Problem Exists(Operation.Create operation, Site site, ImmutableArray<ThirdParty> others) => new(
        "already-there", operation.Id,
        $"{site.Name} already has a third party with {string.Join(" or ", UniqueKeys.Of(operation).Select(key => $"{key} '{operation.Set.TextOf(key)}'"))}: {string.Join("; ", others.Select(ThirdPartyImage.Describe))}. The changeset would create '{operation.Set.TextOf(ThirdPartyFields.Name)}'.",
        "Somebody entered it since. Refresh the sandbox from prod and record the changeset again, so that it uses the one that is there.");
}
