using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>
/// The bank details of a third party (Dolibarr's <c>societe_rib</c>): where the money goes. Kept apart: a changeset with
/// an operation on them holds nothing else. Dolibarr shows and changes them only by way of their third party, so the id
/// by which they are bound on a target is that of the third party, and the IBAN says which of its accounts is meant.
/// </summary>
public sealed class BankAccountOperations : ObjectOperations
{
    private BankAccountOperations()
        : base(BankAccountFields.Resource) =>
        Kinds = [new CreateBankAccount(this), new UpdateBankAccount(this)];

    public static BankAccountOperations Instance { get; } = new();

    public override ImmutableArray<OperationKind> Kinds { get; }

    internal override long IdOf(DolibarrObject found) => found.Ids[BankAccountFields.ThirdParty];

    /// <summary>
    /// The account of this third party that an operation is about, by its IBAN. One that is changed is found by either, before
    /// the change and behind it. Refused where there is not exactly one.
    /// </summary>
    internal override async Task<Answer<DolibarrObject>> FoundAsync(Operation operation, Site site, long id, CancellationToken cancel)
    {
        var ibans = operation.DoneTo is Reference.Found on
            ? site.ValuesOf(on, BankAccountFields.Iban)
            : [operation.Asked.TextOf(BankAccountFields.Iban)!];
        var found = await OfAsync(site, id, cancel);
        return found.Then<DolibarrObject>(all => all.Where(one => ibans.Any(iban => Has(one, iban))).ToList() switch
        {
            [var account] => new Answer<DolibarrObject>.Ok(account),
            var several => new Answer<DolibarrObject>.Refused(new Problem(
                Codes.NotOneAccount, "", $"The third party has {several.Count} such bank accounts.")),
        });
    }

    /// <summary>One line by which a person knows an account: the IBAN first, and whether payments go there.</summary>
    public override string Describe(DolibarrObject found)
    {
        var account = new BankAccount(found);
        string[] known =
        [
            account.Iban.Length > 0 ? account.Iban : "an account without an IBAN",
            account.Bic.Length > 0 ? $"BIC {account.Bic}" : "",
            account.Bank,
        ];
        return string.Join(", ", known.Where(part => part.Length > 0))
            + $"{(account.Label.Length > 0 ? $" ('{account.Label}')" : "")}{(account.IsDefault ? ", the one that is paid to" : "")}";
    }

    internal override Task<Answer<Reference.Found>> NameAsync(long id, Site site, CancellationToken cancel) =>
        Task.FromResult<Answer<Reference.Found>>(new Answer<Reference.Found>.Refused(new Problem(
            Codes.NotNamed, "", "A bank account is named by its third party and its IBAN, which its id does not tell.",
            $"Look at the bank details on {site.Name}, and put them right by hand.")));

    internal override async Task<Resolution> FindAsync(Reference.Found reference, Site site, CancellationToken cancel)
    {
        if (Resource.Keys.Any(key => FieldValue.IsBlank(reference.Keys[key])))
        {
            return new Resolution.Not([new Problem(
                Codes.MissingKey, $"{Title} {reference}", "A bank account is named by its third party and its IBAN.",
                "Record the changeset again.")]);
        }
        var found = await base.FindAsync(reference, site, cancel);
        return found is Resolution.Not { Absent: { Resource: BankAccountOperations } absent }
            ? Resolution.Not.Nothing(
                absent,
                $"That third party has no bank account with the IBAN '{reference.Keys.TextOf(BankAccountFields.Iban)}' on {site.Name}.",
                "Look at its bank details there, and find out which are right before anything is paid.")
            : found;
    }

    /// <summary>All that a third party has, as they are at this moment.</summary>
    internal static async Task<Answer<ImmutableArray<DolibarrObject>>> OfAsync(Site site, long owner, CancellationToken cancel) =>
        (await site.Read.BankAccounts.ListAsync(owner, cancel))
            .Map<ImmutableArray<DolibarrObject>>(all => [.. all.Select(account => account.Found)]);

    internal static bool Has(DolibarrObject account, string iban) =>
        account.Held.TextOf(BankAccountFields.Iban) == Normal.Of(FieldType.Iban, iban);

    /// <summary>What is sent. Which account is paid to is never sent: a person chooses that on the page.</summary>
    internal static ObjectBody Body(Fields set, long owner) => new(
        BankAccountFields.Resource, set.Where(name => name != BankAccountFields.ThirdParty),
        ImmutableDictionary<string, long>.Empty.Add(BankAccountFields.ThirdParty, owner), null);

    /// <summary>
    /// The conflict with another account that has the label; null if there is none, or the operation gives no label. Dolibarr
    /// takes each label once for a third party: a second one fails behind the insertion of its row, which stays, empty
    /// (recorded in <c>thirdparty-bank-label</c>).
    /// </summary>
    internal Standing? LabelTaken(Operation operation, Site site, IEnumerable<DolibarrObject> others) =>
        operation.Asked.TextOf(BankAccountFields.Label) is { Length: > 0 } label
        && others.FirstOrDefault(other => IsSame(other.Held.TextOf(BankAccountFields.Label)!, label)) is { } holder
            ? Standings.Conflict(new Problem(
                Codes.LabelTaken, operation.Id,
                $"On {site.Name} this third party already has a bank account with that label: {Describe(holder)}. "
                    + "Dolibarr takes each label once, and leaves an empty row behind when it is asked for a second.",
                "Give this account another label, and record the changeset again."))
            : null;

    // A database that compares without regard to case, as MySQL does, takes 'Main' and 'main' for the same.
    private static bool IsSame(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
