using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>Suppliers and customers (Dolibarr's <c>societe</c>).</summary>
public sealed class ThirdPartyOperations : ResourceOperations
{
    private ThirdPartyOperations() { }

    public static ThirdPartyOperations Instance { get; } = new();

    public override Resource Resource => ThirdPartyFields.Resource;

    public override ImmutableArray<OperationKind> Kinds { get; } = [new CreateThirdParty(), new UpdateThirdParty(), DeleteThirdParty.Instance];

    internal override IEnumerable<string> IdentitiesOf(Operation.Create create) => ThirdPartyImage.IdsOf(create.Set).Identities;

    /// <summary>The reference that names this third party on every target: its legal ids, and its name, which must agree.</summary>
    public static Reference.Found ReferenceTo(ThirdParty party)
    {
        var image = ThirdPartyImage.Of(party);
        var keys = ThirdPartyImage.LegalIds.Select(id => id.Field).Append(ThirdPartyFields.Name).Where(field => image.TextOf(field) is { Length: > 0 });
        return new Reference.Found(keys.Aggregate(Changesets.Fields.None, (found, field) => found.With(field, image.TextOf(field))));
    }

    internal override async Task<Answer<Reference.Found>> NameAsync(long id, Site site, CancellationToken cancel) =>
        (await site.Read.ThirdParties.GetAsync(id, cancel)).Map(ReferenceTo);

    internal override async Task<Resolution> FindAsync(Reference.Found reference, Site site, CancellationToken cancel)
    {
        var legal = ThirdPartyImage.LegalIds.Where(id => reference.Keys.Has(id.Field)).ToList();
        // A name finds a third party only where it has no legal id; where it has, the name must merely agree.
        var searched = legal.Count > 0 ? legal : [(ThirdPartyFields.Name, ThirdPartyColumn.Name)];
        var looks = searched.SelectMany(id => site.ValuesOf(reference, id.Field).Select(value => ThirdPartyLook.For(id.Column, value)));
        var answer = await site.Read.ThirdParties.FindAsync(looks, cancel);
        if (answer is not Answer<ImmutableArray<ThirdParty>>.Ok { Value: var candidates })
        {
            return new Resolution.Unseen(answer.ProblemOf($"third party {reference}"));
        }
        return candidates.Length switch
        {
            0 => await NoneAsync(reference, site, cancel),
            1 => Agreeing(reference, site, candidates[0]),
            _ => new Resolution.Not([new Problem(
                "several-found", $"third party {reference}",
                $"The keys point to {candidates.Length} third parties on {site.Name}: {string.Join("; ", candidates.Select(ThirdPartyImage.Describe))}.",
                "Fix them there (merge the two, or correct the number), then plan again.")]),
        };
    }

    private static Resolution Agreeing(Reference.Found reference, Site site, ThirdParty party)
    {
        var image = ThirdPartyImage.Of(party);
        var problems = reference.Keys
            .Where(key => !site.ValuesOf(reference, key.Key).Any(value => ThirdPartyFields.Resource.KeyFields.Differences(Changesets.Fields.None.With(key.Key, value), image).IsEmpty))
            .Select(key => new Problem(
                "key-differs", $"third party {reference}",
                $"{key.Key} is '{image.TextOf(key.Key)}' on {site.Name}, and '{reference.Keys.TextOf(key.Key)}' in the changeset, for {ThirdPartyImage.Describe(party)}.",
                $"Find out which is right. Then correct {site.Name}, or record the changeset again on a fresh sandbox."))
            .ToImmutableArray();
        return problems.IsEmpty
            ? new Resolution.One(party.Id, [new Observed($"third party {reference}", string.Create(CultureInfo.InvariantCulture, $"{party.Id} {ThirdPartyImage.Describe(party)}"))])
            : new Resolution.Not(problems);
    }

    private static async Task<Resolution> NoneAsync(Reference.Found reference, Site site, CancellationToken cancel)
    {
        var named = reference.Keys.TextOf(ThirdPartyFields.Name) is { } name
            && await site.Read.ThirdParties.FindAsync(ThirdPartyColumn.Name, [name], cancel) is Answer<ImmutableArray<ThirdParty>>.Ok { Value: var found }
            ? found : [];
        var near = named.IsEmpty ? "" : $" By that name there is {string.Join("; ", named.Select(ThirdPartyImage.Describe))}.";
        return Resolution.Not.Nothing(
            new Absent(Instance, reference), $"No third party on {site.Name} has {string.Join(" or ", reference.Keys.Where(k => k.Key != ThirdPartyFields.Name || reference.Keys.Count == 1).Select(k => $"{k.Key} '{reference.Keys.TextOf(k.Key)}'"))}.{near}",
            $"Find out which is right. Then correct {site.Name}, or record the changeset again on a fresh sandbox.");
    }
}
