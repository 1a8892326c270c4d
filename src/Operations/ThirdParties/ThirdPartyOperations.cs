using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>
/// Suppliers and customers, done by their description, but for how one is told from another: by any of its legal ids, in
/// whichever of them its company is on file, and by its name only where these find nobody.
/// </summary>
public sealed class ThirdPartyOperations : ObjectOperations
{
    private static readonly ImmutableArray<string> LegalIds = [ThirdPartyFields.VatNumber, ThirdPartyFields.Siren, ThirdPartyFields.Siret];

    private ThirdPartyOperations()
        : base(ThirdPartyFields.Resource)
    {
    }

    public static ThirdPartyOperations Instance { get; } = new();

    // Two that are made at the same time may draw the same supplier code.
    internal override string? LaneOfNew => "new third party";

    /// <summary>What hangs on one is read before it is deleted.</summary>
    internal override ImmutableArray<Right> RightsToLookAround => [.. RightsNeeded.ReadingSupplierInvoices, Right.ReadContacts, .. RightsNeeded.ReadingProducts];

    /// <summary>The reference that names this third party on every target: its legal ids, and its name, which must agree.</summary>
    public Reference.Found ReferenceTo(DolibarrObject party)
    {
        ArgumentNullException.ThrowIfNull(party);
        return new Reference.Found(party.Held.Where(name => Resource.Keys.Contains(name) && party.Held.TextOf(name) is { Length: > 0 }));
    }

    /// <summary>One line by which a person knows it.</summary>
    public override string Describe(DolibarrObject found)
    {
        var party = new ThirdParty(found);
        var ids = new[] { ("VAT", party.VatNumber), ("SIREN", party.Siren), ("SIRET", party.Siret), ("code", party.SupplierCode) };
        return $"'{party.Name}' ({string.Join(", ", ids.Where(id => id.Item2.Length > 0).Select(id => $"{id.Item1} {id.Item2}"))})";
    }

    internal override IEnumerable<string> IdentitiesOf(Operation.Create create) => IdsOf(create.Set).Identities;

    internal override async Task<Answer<Reference.Found>> NameAsync(long id, Site site, CancellationToken cancel) =>
        (await site.Read.Objects(Resource).GetAsync(id, cancel)).Map(ReferenceTo);

    internal override async Task<Resolution> FindAsync(Reference.Found reference, Site site, CancellationToken cancel)
    {
        // A name finds a third party only where it has no legal id; where it has, the name must merely agree.
        var searched = LegalIds.Where(reference.Keys.Has).DefaultIfEmpty(ThirdPartyFields.Name);
        var looks = searched.SelectMany(key => site.ValuesOf(reference, key).Select(value => ObjectLook.For(Resource.Fields[key]!, value)));
        var answer = await site.Read.Objects(Resource).FindAsync(looks, cancel);
        if (answer is not Answer<ImmutableArray<DolibarrObject>>.Ok { Value: var candidates })
        {
            return new Resolution.Unseen(answer.ProblemOf($"third party {reference}"));
        }
        return candidates.Length switch
        {
            0 => await NoneAsync(reference, site, cancel),
            1 => Agreeing(reference, site, candidates[0]),
            _ => new Resolution.Not([new Problem(
                Codes.SeveralFound, $"third party {reference}",
                $"The keys point to {candidates.Length} third parties on {site.Name}: {string.Join("; ", candidates.Select(Describe))}.",
                "Fix them there (merge the two, or correct the number), then plan again.")]),
        };
    }

    /// <summary>Its legal ids, whether the changeset calls them keys or not, in whichever field they are on file; its name exactly.</summary>
    internal override ImmutableArray<ObjectLook> LooksForTheSame(Operation.Create create, ObjectsNamed named) =>
    [
        .. IdsOf(create.Set).Looks,
        .. create.Keys.Where(key => key == ThirdPartyFields.Name).Select(key => ObjectLook.For(Resource.Fields[key]!, create.Set.TextOf(key)!)),
    ];

    // A name counts where its ids find nobody.
    internal override ImmutableArray<DolibarrObject> TheSame(
        Operation.Create create, ObjectsNamed named, ILookup<ObjectLook, DolibarrObject> found)
    {
        var byId = Of(look => look.Field != ThirdPartyFields.Name);
        return byId.IsEmpty ? Of(look => look.Field == ThirdPartyFields.Name) : byId;

        ImmutableArray<DolibarrObject> Of(Func<ObjectLook, bool> isOne) =>
            [.. found.Where(group => isOne(group.Key)).SelectMany(group => group).DistinctBy(party => party.Id).OrderBy(party => party.Id)];
    }

    // With it Dolibarr deletes its bank details, its contacts and its prices without a word: where there are any, it stays.
    internal override async Task<Standing?> InTheWayAsync(Operation.Delete operation, Marked held, Site site, CancellationToken cancel)
    {
        var invoices = await site.Read.SupplierInvoices.FindBySupplierAsync(held.Id, cancel);
        if (invoices is not Answer<ImmutableArray<SupplierInvoice>>.Ok { Value: var all })
        {
            return Standings.Unseen(invoices.ProblemOf(operation.Id));
        }
        var going = site.Changeset.Operations.OfType<Operation.Delete>()
            .Select(one => one.Before.TextOf(CommonFields.Marker)).ToHashSet(StringComparer.Ordinal);
        if (all.Where(invoice => !going.Contains(invoice.Marker)).ToList() is { Count: > 0 } staying)
        {
            return Standings.Conflict(new Problem(
                Codes.InUse, operation.Id,
                $"{held.Words} has invoices on {site.Name} that stay: {string.Join("; ", staying.Select(SupplierInvoiceImage.Describe))}.",
                "Leave it: a supplier stays as long as it has invoices. What is wrong with it is corrected by a new changeset."));
        }
        var contacts = await site.Read.Objects(Contact.Resource)
            .FindAsync([ObjectLook.For(Contact.Resource.Fields[Contact.ThirdParty]!, held.Id)], cancel);
        if (contacts is not Answer<ImmutableArray<DolibarrObject>>.Ok { Value: var people })
        {
            return Standings.Unseen(contacts.ProblemOf(operation.Id));
        }
        if (people.Where(one => !going.Contains(one.Marker)).ToList() is { Count: > 0 } left)
        {
            var described = left.Select(((ObjectOperations)Named(Contact.Resource.Name)!).Describe);
            return Standings.Conflict(new Problem(
                Codes.HasContacts, operation.Id, $"{held.Words} has contacts on {site.Name}, which would go with it: {string.Join("; ", described)}.",
                $"Look at them on {site.Name}; take them or the whole away by hand, if they are to go."));
        }
        if (await PricedAsync(operation, held, site, cancel) is { } priced)
        {
            return priced;
        }
        var accounts = await site.Read.BankAccounts.ListAsync(held.Id, cancel);
        return accounts switch
        {
            Answer<ImmutableArray<BankAccount>>.Ok { Value: [] } => null,
            Answer<ImmutableArray<BankAccount>>.Ok => Standings.Conflict(new Problem(
                Codes.HasBankDetails, operation.Id, $"Somebody gave {held.Words} bank details on {site.Name}, which would go with it.",
                $"Look at it on {site.Name}; take the bank details or the whole away by hand, if they are to go.")),
            _ => Standings.Unseen(accounts.ProblemOf(operation.Id)),
        };
    }

    /// <summary>The prices that would go with it, but for those that the same changeset deletes; null where there are none.</summary>
    private static async Task<Standing?> PricedAsync(Operation.Delete operation, Marked held, Site site, CancellationToken cancel)
    {
        var resource = SupplierPriceFields.Resource;
        var answer = await site.Read.Objects(resource)
            .FindAsync([ObjectLook.For(resource.Fields[SupplierPriceFields.Supplier]!, held.Id)], cancel);
        if (answer is not Answer<ImmutableArray<DolibarrObject>>.Ok { Value: var prices })
        {
            return Standings.Unseen(answer.ProblemOf(operation.Id));
        }
        var going = site.Changeset.Operations.OfType<Operation.Delete>().Where(other => other.Resource == resource.Name).ToList();
        var staying = prices.Where(one => !going.Any(other => resource.Fields.Differences(other.Before, one.Held).IsEmpty)).ToList();
        return staying.Count == 0
            ? null
            : Standings.Conflict(new Problem(
                Codes.HasPrices, operation.Id,
                $"{held.Words} has prices on {site.Name}, which would go with it: "
                    + $"{string.Join("; ", staying.Select(SupplierPriceOperations.Instance.Describe))}.",
                $"Look at them on {site.Name}; take them or the whole away by hand, if they are to go."));
    }

    private static CompanyIds IdsOf(Fields set) =>
        new(set.TextOf(ThirdPartyFields.VatNumber), set.TextOf(ThirdPartyFields.Siren), set.TextOf(ThirdPartyFields.Siret));

    private Resolution Agreeing(Reference.Found reference, Site site, DolibarrObject party)
    {
        var problems = reference.Keys
            .Where(key => !site.ValuesOf(reference, key.Key)
                .Any(value => Resource.KeyFields.Differences(Fields.None.With(key.Key, value), party.Held).IsEmpty))
            .Select(key => new Problem(
                Codes.KeyDiffers, $"third party {reference}",
                $"{key.Key} is '{party.Held.TextOf(key.Key)}' on {site.Name}, and '{reference.Keys.TextOf(key.Key)}' in the changeset, for {Describe(party)}.",
                $"Find out which is right. Then correct {site.Name}, or record the changeset again on a fresh sandbox."))
            .ToImmutableArray();
        return problems.IsEmpty
            ? new Resolution.One(party.Id, [new Observed($"third party {reference}", string.Create(CultureInfo.InvariantCulture, $"{party.Id} {Describe(party)}"))])
            : new Resolution.Not(problems);
    }

    private async Task<Resolution> NoneAsync(Reference.Found reference, Site site, CancellationToken cancel)
    {
        var named = reference.Keys.TextOf(ThirdPartyFields.Name) is { } name
            && await site.Read.Objects(Resource).FindAsync([ObjectLook.For(Resource.Fields[ThirdPartyFields.Name]!, name)], cancel)
                is Answer<ImmutableArray<DolibarrObject>>.Ok { Value: var found }
            ? found : [];
        var near = named.IsEmpty ? "" : $" By that name there is {string.Join("; ", named.Select(Describe))}.";
        var keys = reference.Keys.Where(key => key.Key != ThirdPartyFields.Name || reference.Keys.Count == 1)
            .Select(key => $"{key.Key} '{reference.Keys.TextOf(key.Key)}'");
        return Resolution.Not.Nothing(
            new Absent(this, reference), $"No third party on {site.Name} has {string.Join(" or ", keys)}.{near}",
            $"Find out which is right. Then correct {site.Name}, or record the changeset again on a fresh sandbox.");
    }
}
