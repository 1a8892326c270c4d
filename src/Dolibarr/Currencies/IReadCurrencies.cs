using Refit;

namespace DolibarrAgent.Dolibarr;

internal interface IReadCurrencies
{
    [Get("/multicurrencies?limit=1")]
    Task<HttpResponseMessage> FirstAsync(CancellationToken cancel);

    [Get("/multicurrencies/bycode/{code}")]
    Task<HttpResponseMessage> ByCodeAsync(string code, CancellationToken cancel);
}
