using Refit;

namespace DolibarrAgent.Dolibarr;

internal interface IReadBankAccounts
{
    [Get("/thirdparties/{id}/bankaccounts")]
    Task<HttpResponseMessage> OfThirdPartyAsync(long id, CancellationToken cancel);
}
