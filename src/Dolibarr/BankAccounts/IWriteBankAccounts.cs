using Refit;

namespace DolibarrAgent.Dolibarr;

internal interface IWriteBankAccounts
{
    [Post("/thirdparties/{thirdParty}/bankaccounts")]
    Task<HttpResponseMessage> CreateAsync(long thirdParty, [Body(buffered: true)] BankAccountBody body, CancellationToken cancel);

    [Put("/thirdparties/{thirdParty}/bankaccounts/{id}")]
    Task<HttpResponseMessage> UpdateAsync(long thirdParty, long id, [Body(buffered: true)] BankAccountBody body, CancellationToken cancel);

    [Delete("/thirdparties/{thirdParty}/bankaccounts/{id}")]
    Task<HttpResponseMessage> DeleteAsync(long thirdParty, long id, CancellationToken cancel);
}
