using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>
/// Gives a third party one more bank account. Dolibarr keeps no marker of ours with it: it is known by its IBAN, of which
/// a third party has each once.
/// </summary>
internal sealed class CreateBankAccount : OperationKind<Operation.Create>
{
    public override string Do => "create";

    public override FieldSet Fields => BankAccountFields.All;

    public override ImmutableArray<Right> RightsToRead => RightsNeeded.ReadingThirdParties;

    public override ImmutableArray<Right> RightsToWrite => RightsNeeded.WritingThirdParties;

    // Each try that fails leaves a row.
    internal override bool TakesEffectOnce => false;

    protected override IEnumerable<Problem> Check(Operation.Create operation, Changeset changeset)
    {
        foreach (var problem in BankAccountFields.All.Check(operation.Set, $"{operation.Id}.set"))
        {
            yield return problem;
        }
        if (operation.Set.ReferenceOf(BankAccountFields.ThirdParty) is null)
        {
            yield return new Problem(Codes.MissingField, $"{operation.Id}.set.{BankAccountFields.ThirdParty}", "Nothing says whose bank account it is.", "Name the third party.");
        }
        if (!operation.Set.Has(BankAccountFields.Iban))
        {
            yield return new Problem(Codes.MissingField, $"{operation.Id}.set.{BankAccountFields.Iban}", "A bank account has no IBAN.", "Give its IBAN.");
        }
        if (!operation.Keys.Contains(BankAccountFields.Iban))
        {
            yield return new Problem(Codes.MissingKey, $"{operation.Id}.keys", "A bank account is found again by its IBAN.", $"Use {BankAccountFields.Iban}.");
        }
    }

    protected override async Task<Standing> StandAsync(Operation.Create operation, Site site, Asking asking, CancellationToken cancel)
    {
        var resolution = await site.ResolveAsync(operation.Set.ReferenceOf(BankAccountFields.ThirdParty)!, ThirdPartyOperations.Instance, cancel);
        if (resolution is not Resolution.One { Id: var owner, Seen: var seen })
        {
            return Standings.Blocked(resolution, operation.Id)!;
        }
        var answer = await site.Read.BankAccounts.ListAsync(owner, cancel);
        if (answer is not Answer<ImmutableArray<BankAccount>>.Ok { Value: var all })
        {
            return Standings.Unseen(answer.ProblemOf(operation.Id));
        }
        var iban = IbanOf(operation);
        return all.Where(account => Normal.Of(FieldType.Iban, account.Iban) == iban).ToList() switch
        {
            [] when AccountsBeside.LabelTaken(operation, operation.Set, site, all) is { } taken => taken,
            [] when asking == Asking.AfterSending && AccountsBeside.HalfDone(operation, site, owner, all) is { } half => half,
            // The person who approves it has seen the other accounts.
            [] => new Standing.Ready(owner) { Seen = [.. seen, new Observed($"bank account {iban}", Observed.Absent), new Observed("other bank accounts", string.Join("; ", all.OrderBy(a => a.Id).Select(BankAccountImage.Describe)))] },
            [var account] => There(operation, site, (owner, account), seen),
            var several => Standings.Conflict(BankAccountOperations.Several(operation.Id, site, several)),
        };
    }

    protected override async Task<Answer<long>> SendAsync(Operation.Create operation, WritableSite site, Standing.Ready ready, CancellationToken cancel) =>
        (await site.Writer.BankAccounts.CreateAsync(ready.On!.Value, BankAccountImage.Body(operation.Set), cancel)).Map(_ => ready.On.Value);

    protected override async Task<Answer<Fields>> ReadAsync(Operation.Create operation, Site site, long id, CancellationToken cancel) =>
        (await BankAccountOperations.OfAsync(site, id, [IbanOf(operation)], cancel)).Map(found => found is [var account] ? BankAccountImage.Of(account) : Changesets.Fields.None);

    protected override Fields BeforeImage(Operation.Create operation, Fields held) => Changesets.Fields.None;

    protected override async Task<Answer<long>> TakeBackAsync(Operation.Create operation, WritableSite site, long id, CancellationToken cancel) =>
        await (await ReadAsync(operation, site.Site, id, cancel)).ThenAsync(async held => Added(operation, held).ToList() is { Count: > 0 } added
            ? new Answer<long>.Refused(new Problem(Codes.ChangedSince, "", $"Somebody added to this bank account since: {string.Join("; ", added)}.", "Find out what for. Delete it by hand on the sandbox, if it is to go."))
            : await site.OnAccountAsync(id, [IbanOf(operation)], account => site.Writer.BankAccounts.DeleteAsync(id, account, cancel), cancel));

    /// <summary>What the account holds in fields that the operation left empty.</summary>
    private static IEnumerable<string> Added(Operation.Create operation, Fields held) =>
        BankAccountFields.All.All.Where(rule => rule.Settable && !operation.Set.Has(rule.Name) && held.TextOf(rule.Name) is { Length: > 0 }).Select(rule => $"{rule.Name} is '{held.TextOf(rule.Name)}'");

    protected override Fields AfterImage(Operation.Create operation, Fields held) => held.Where(name => operation.Set.Has(name) || name == "default");

    protected override ImmutableArray<Difference> Differences(Operation.Create operation, Fields held, Changeset changeset) =>
        BankAccountFields.All.Differences(operation.Set, held);

    private static string IbanOf(Operation.Create operation) => Normal.Of(FieldType.Iban, operation.Set.TextOf(BankAccountFields.Iban)!);

    private Standing There(Operation.Create operation, Site site, (long Owner, BankAccount Account) found, ImmutableArray<Observed> seen)
    {
        var held = BankAccountImage.Of(found.Account);
        var differences = Differences(operation, held, site.Changeset);
        return differences.IsEmpty
            ? new Standing.Done(found.Owner, held) { Seen = seen }
            : Standings.Conflict(new Problem(
                Codes.AlreadyThere, operation.Id, $"This bank account is on {site.Name} already, but not as recorded: {Standings.List(differences)}.")) with
            { Held = held };
    }
}
