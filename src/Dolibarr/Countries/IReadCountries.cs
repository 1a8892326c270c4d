using Refit;

namespace DolibarrAgent.Dolibarr;

internal interface IReadCountries
{
    [Get("/setup/dictionary/countries/byCode/{code}")]
    Task<HttpResponseMessage> ByCodeAsync(string code, CancellationToken cancel);
}
