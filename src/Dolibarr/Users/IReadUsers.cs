using Refit;

namespace DolibarrAgent.Dolibarr;

internal interface IReadUsers
{
    [Get("/users/info?includepermissions=1")]
    Task<HttpResponseMessage> OwnAsync(CancellationToken cancel);
}
