using Refit;

namespace DolibarrAgent.Dolibarr;

internal interface IReadConstants
{
    [Get("/setup/conf/{name}")]
    Task<HttpResponseMessage> GetAsync(string name, CancellationToken cancel);
}
