using Refit;

namespace DolibarrAgent.Dolibarr;

internal interface IWriteThirdParties
{
    [Post("/thirdparties")]
    Task<HttpResponseMessage> CreateAsync([Body(buffered: true)] ThirdPartyBody body, CancellationToken cancel);

    [Put("/thirdparties/{id}")]
    Task<HttpResponseMessage> UpdateAsync(long id, [Body(buffered: true)] ThirdPartyBody body, CancellationToken cancel);

    [Delete("/thirdparties/{id}")]
    Task<HttpResponseMessage> DeleteAsync(long id, CancellationToken cancel);
}
