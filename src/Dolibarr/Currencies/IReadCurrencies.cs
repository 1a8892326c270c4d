using Refit;

namespace DolibarrAgent.Dolibarr;

internal interface IReadCurrencies
{
    [Get("/multicurrencies/bycode/{code}")]
    Task<HttpResponseMessage> ByCodeAsync(string code, CancellationToken cancel);
}
