using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>
/// Gives a third party one more bank account. Dolibarr keeps no marker of ours with it: it is known by its IBAN, of which
/// a third party has each once.
/// </summary>
internal sealed class CreateBankAccount(BankAccountOperations operations) : CreateObject(operations)
{
    internal override bool LeavesMarker => false;

    protected override async Task<Standing> StandAsync(Operation.Create operation, Site site, Asking asking, CancellationToken cancel)
    {
        var named = await ObjectNames.ReferencesAsync(operations.Resource, operation.Set, site, cancel);
        if (named.Blocked is { } blocked)
        {
            return Standings.Blocked(blocked, operation.Id)!;
        }
        var owner = named.Ids[operation.Set.ReferenceOf(BankAccountFields.ThirdParty)!];
        var answer = await BankAccountOperations.OfAsync(site, owner, cancel);
        if (answer is not Answer<ImmutableArray<DolibarrObject>>.Ok { Value: var all })
        {
            return Standings.Unseen(answer.ProblemOf(operation.Id));
        }
        var iban = Fields.Words(BankAccountFields.Iban, operation.Set[BankAccountFields.Iban]);
        return all.Where(account => BankAccountOperations.Has(account, iban)).ToList() switch
        {
            [] when operations.LabelTaken(operation, site, all) is { } taken => taken,
            [] when asking == Asking.AfterSending && HalfDone(operation, site, owner, all) is { } half => half,
            // The person who approves it has seen the other accounts.
            [] => new Standing.Ready(owner)
            {
                Seen =
                [
                    .. named.Seen, new Observed($"{operations.Title} {iban}", Observed.Absent),
                    new Observed("other bank accounts", string.Join("; ", all.OrderBy(account => account.Id).Select(operations.Describe))),
                ],
            },
            [var account] => There(operation, site, account, named.Seen),
            var several => Standings.Conflict(new Problem(
                Codes.SeveralFound, operation.Id,
                $"{site.Name} has it more than once: {string.Join("; ", several.Select(operations.Describe))}.",
                "Delete the surplus there by hand, then plan again.")),
        };
    }

    protected override async Task<Answer<long>> SendAsync(
        Operation.Create operation, WritableSite site, Standing.Ready ready, CancellationToken cancel) =>
        (await site.Writer.Objects.CreateAsync(BankAccountOperations.Body(operation.Set, ready.On!.Value), cancel))
            .Map(_ => ready.On.Value);

    protected override async Task<Answer<long>> TakeBackAsync(
        Operation.Create operation, WritableSite site, long id, CancellationToken cancel)
    {
        var found = await operations.FoundAsync(operation, site.Site, id, cancel);
        return await found.ThenAsync(async account => Added(operation, account.Held) is { Count: > 0 } added
            ? new Answer<long>.Refused(new Problem(
                Codes.ChangedSince, "", $"Somebody added to this bank account since: {string.Join("; ", added)}.",
                "Find out what for. Delete it by hand on the sandbox, if it is to go."))
            : (await site.Writer.Objects.DeleteBelowAsync(operations.Resource, id, account.Id, cancel)).Map(_ => id));
    }

    /// <summary>What the account holds in fields that the operation left empty.</summary>
    private List<string> Added(Operation.Create operation, Fields held) =>
        [.. Fields.All.Where(field => field.Settable && !operation.Set.Has(field.Name) && held.TextOf(field.Name) is { Length: > 0 })
            .Select(field => $"{field.Name} is '{held.TextOf(field.Name)}'")];

    /// <summary>What is left of a creation that failed half-way, a row that Dolibarr did not fill; null where nothing is.</summary>
    private Standing.Conflict? HalfDone(Operation operation, Site site, long owner, ImmutableArray<DolibarrObject> all) =>
        all.Count(account => Fields.All.All(field => !field.Settable || account.Held.TextOf(field.Name) is null or "")) is > 0 and var rows
            ? Standings.Conflict(new Problem(
                Codes.HalfDone, operation.Id,
                $"On {site.Name} this third party has {(rows == 1 ? "an empty bank account" : "empty bank accounts")}, "
                    + "with neither IBAN nor label. Dolibarr leaves such a row where entering an account fails half-way.",
                $"Delete what is empty there by hand ({operations.Resource.PageOf(owner)}), then run the same command again."))
            : null;
}
