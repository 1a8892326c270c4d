using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>Writes to the one account of a third party that has an IBAN. Its number on the server is looked up only here, just before.</summary>
internal static class AccountWriting
{
    /// <returns>The third party's id; refused where there is not exactly one such account.</returns>
    public static async Task<Answer<long>> OnAccountAsync(this WritableSite site, long thirdParty, IEnumerable<string> ibans, Func<long, Task<Answer<Done>>> write, CancellationToken cancel) =>
        await (await BankAccountOperations.OfAsync(site.Site, thirdParty, ibans, cancel)).ThenAsync(async found => found is [var account]
            ? (await write(account.Id)).Map(_ => thirdParty)
            : new Answer<long>.Refused(new Problem(Codes.NotOneAccount, "", $"The third party has {found.Length} such bank accounts.")));
}
