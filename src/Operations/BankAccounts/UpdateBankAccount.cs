using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>Changes bank details where they still are what they were on the sandbox before: another IBAN means that the money goes elsewhere.</summary>
internal sealed class UpdateBankAccount : OperationKind<Operation.Update>
{
    public override string Do => "update";

    public override FieldSet Fields => BankAccountFields.All;

    public override ImmutableArray<Right> RightsToRead => RightsNeeded.ReadingThirdParties;

    public override ImmutableArray<Right> RightsToWrite => RightsNeeded.WritingThirdParties;

    protected override IEnumerable<Problem> Check(Operation.Update operation, Changeset changeset) =>
        BankAccountFields.All.Check(operation.Set, $"{operation.Id}.set")
            .Concat(Updates.Check(operation))
            .Concat(operation.Set.Has(BankAccountFields.ThirdParty)
                ? [new Problem(Codes.UnknownField, $"{operation.Id}.set.{BankAccountFields.ThirdParty}", "Bank details do not move to another third party.", "Create them there.")]
                : []);

    protected override async Task<Standing> StandAsync(Operation.Update operation, Site site, Asking asking, CancellationToken cancel)
    {
        var resolution = await site.ResolveAsync(operation.On, BankAccountOperations.Instance, cancel);
        if (resolution is not Resolution.One one)
        {
            return Standings.Blocked(resolution, operation.Id)!;
        }
        var answer = await site.Read.BankAccounts.ListAsync(one.Id, cancel);
        if (answer is not Answer<ImmutableArray<BankAccount>>.Ok { Value: var all })
        {
            return Standings.Unseen(answer.ProblemOf(operation.Id));
        }
        var (own, others) = BankAccountOperations.Apart(all, IbansOf(operation));
        var standing = Updates.Stand(operation, BankAccountFields.All, (one, own is [var account] ? BankAccountImage.Of(account) : Changesets.Fields.None), site);
        return standing is Standing.Ready ? AccountsBeside.LabelTaken(operation, operation.Set, site, others) ?? standing : standing;
    }

    protected override Task<Answer<long>> SendAsync(Operation.Update operation, WritableSite site, Standing.Ready ready, CancellationToken cancel) =>
        site.OnAccountAsync(ready.On!.Value, IbansOf(operation), account => site.Writer.BankAccounts.UpdateAsync(ready.On.Value, account, BankAccountImage.Body(operation.Set), cancel), cancel);

    protected override async Task<Answer<Fields>> ReadAsync(Operation.Update operation, Site site, long id, CancellationToken cancel) =>
        (await BankAccountOperations.OfAsync(site, id, IbansOf(operation), cancel)).Map(found => found is [var account] ? BankAccountImage.Of(account) : Changesets.Fields.None);

    protected override Fields BeforeImage(Operation.Update operation, Fields held) => held.Where(name => operation.Set.Has(name) || name == "default");

    protected override Task<Answer<long>> TakeBackAsync(Operation.Update operation, WritableSite site, long id, CancellationToken cancel) =>
        site.OnAccountAsync(id, IbansOf(operation), account => site.Writer.BankAccounts.UpdateAsync(id, account, BankAccountImage.Body(operation.Before.Where(operation.Set.Has)), cancel), cancel);

    protected override Fields AfterImage(Operation.Update operation, Fields held) => held.Where(name => operation.Set.Has(name) || name == "default");

    protected override ImmutableArray<Difference> Differences(Operation.Update operation, Fields held, Changeset changeset) =>
        BankAccountFields.All.Differences(operation.Set, held);

    /// <summary>The IBAN by which it is named, and the one that it is given: it is found before the change and behind it.</summary>
    private static IEnumerable<string> IbansOf(Operation.Update operation) =>
        new[] { (operation.On as Reference.Found)?.Keys.TextOf(BankAccountFields.Iban), operation.Set.TextOf(BankAccountFields.Iban) }.OfType<string>();
}
