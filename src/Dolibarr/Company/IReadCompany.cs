using Refit;

namespace DolibarrAgent.Dolibarr;

internal interface IReadCompany
{
    [Get("/setup/company")]
    Task<HttpResponseMessage> GetAsync(CancellationToken cancel);
}
