using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>
/// Changes bank details where they still are what they were on the sandbox before: another IBAN means that the money goes
/// elsewhere.
/// </summary>
internal sealed class UpdateBankAccount(BankAccountOperations operations) : UpdateObject(operations)
{
    protected override async Task<Standing?> TakenAsync(
        Operation.Update operation, DolibarrObject found, Site site, CancellationToken cancel)
    {
        if (!operation.Set.Has(BankAccountFields.Label))
        {
            return null;
        }
        var answer = await BankAccountOperations.OfAsync(site, operations.IdOf(found), cancel);
        return answer is Answer<ImmutableArray<DolibarrObject>>.Ok { Value: var all }
            ? operations.LabelTaken(operation, site, all.Where(other => other.Id != found.Id))
            : Standings.Unseen(answer.ProblemOf(operation.Id));
    }

    protected override async Task<Answer<long>> SendAsync(
        Operation.Update operation, WritableSite site, Standing.Ready ready, CancellationToken cancel)
    {
        var owner = ready.On!.Value;
        var found = await operations.FoundAsync(operation, site.Site, owner, cancel);
        return await found.ThenAsync(async account =>
            (await site.Writer.Objects.UpdateAsync(account.Id, BankAccountOperations.Body(operation.Set, owner), cancel)).Map(_ => owner));
    }
}
