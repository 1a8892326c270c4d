using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>
/// The bank details of a third party (Dolibarr's <c>societe_rib</c>): where the money goes. Kept apart: a changeset with
/// an operation on them holds nothing else. Dolibarr shows and changes them only by way of their third party, so the id
/// by which they are bound on a target is that of the third party, and the IBAN says which of its accounts is meant.
/// </summary>
public sealed class BankAccountOperations : ResourceOperations
{
    private BankAccountOperations() { }

    public static BankAccountOperations Instance { get; } = new();

    public override Resource Resource => BankAccountFields.Resource;

    public override ImmutableArray<OperationKind> Kinds { get; } = [new CreateBankAccount(), new UpdateBankAccount()];

    internal override Task<Answer<Reference.Found>> NameAsync(long id, Site site, CancellationToken cancel) =>
        Task.FromResult<Answer<Reference.Found>>(new Answer<Reference.Found>.Refused(new Problem(
            Codes.NotNamed, "", "A bank account is named by its third party and its IBAN, which its id does not tell.", $"Look at the bank details on {site.Name}, and put them right by hand.")));

    internal override async Task<Resolution> FindAsync(Reference.Found reference, Site site, CancellationToken cancel)
    {
        var place = $"bank account {reference}";
        if (reference.Keys.ReferenceOf(BankAccountFields.ThirdParty) is not { } owner || reference.Keys.TextOf(BankAccountFields.Iban) is not { Length: > 0 })
        {
            return new Resolution.Not([new Problem(Codes.MissingKey, place, "A bank account is named by its third party and its IBAN.", "Record the changeset again.")]);
        }
        var resolution = await site.ResolveAsync(owner, ThirdPartyOperations.Instance, cancel);
        if (resolution is not Resolution.One { Id: var ownerId, Seen: var seen })
        {
            return resolution;
        }
        var found = await OfAsync(site, ownerId, site.ValuesOf(reference, BankAccountFields.Iban), cancel);
        return found switch
        {
            Answer<ImmutableArray<BankAccount>>.Ok { Value: [var account] } => new Resolution.One(
                ownerId, [.. seen, new Observed(place, string.Create(CultureInfo.InvariantCulture, $"{account.Id} {BankAccountImage.Describe(account)}"))]),
            Answer<ImmutableArray<BankAccount>>.Ok { Value: [] } => Resolution.Not.Nothing(
                new Absent(Instance, reference), $"That third party has no bank account with the IBAN '{reference.Keys.TextOf(BankAccountFields.Iban)}' on {site.Name}.", "Look at its bank details there, and find out which are right before anything is paid."),
            Answer<ImmutableArray<BankAccount>>.Ok { Value: var several } => new Resolution.Not([Several(place, site, several)]),
            _ => new Resolution.Unseen(found.ProblemOf(place)),
        };
    }

    /// <summary>Those of a third party that have one of these IBANs.</summary>
    internal static async Task<Answer<ImmutableArray<BankAccount>>> OfAsync(Site site, long thirdParty, IEnumerable<string> ibans, CancellationToken cancel) =>
        (await site.Read.BankAccounts.ListAsync(thirdParty, cancel)).Map(all => Apart(all, ibans).Own);

    /// <summary>Those that have one of these IBANs, and the others.</summary>
    internal static (ImmutableArray<BankAccount> Own, ImmutableArray<BankAccount> Others) Apart(ImmutableArray<BankAccount> all, IEnumerable<string> ibans)
    {
        var wanted = ibans.Select(iban => Normal.Of(FieldType.Iban, iban)).ToHashSet(StringComparer.Ordinal);
        var own = all.ToLookup(account => wanted.Contains(Normal.Of(FieldType.Iban, account.Iban)));
        return ([.. own[true]], [.. own[false]]);
    }

    internal static Problem Several(string place, Site site, IEnumerable<BankAccount> several) => new(
        Codes.SeveralFound, place, $"{site.Name} has it more than once: {string.Join("; ", several.Select(BankAccountImage.Describe))}.", "Delete the surplus there by hand, then plan again.");
}
