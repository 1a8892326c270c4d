using Refit;

namespace DolibarrAgent.Dolibarr;

internal interface IReadStatus
{
    [Get("/status")]
    Task<HttpResponseMessage> GetAsync(CancellationToken cancel);
}
