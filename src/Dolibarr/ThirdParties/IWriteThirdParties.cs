using Refit;

namespace DolibarrAgent.Dolibarr;

internal interface IWriteThirdParties
{
    [Post("/thirdparties")]
    Task<HttpResponseMessage> CreateAsync([Body(buffered: true)] ThirdPartyBody body, CancellationToken cancellationToken);

    [Put("/thirdparties/{id}")]
    Task<HttpResponseMessage> UpdateAsync(long id, [Body(buffered: true)] ThirdPartyBody body, CancellationToken cancellationToken);

    [Delete("/thirdparties/{id}")]
    Task<HttpResponseMessage> DeleteAsync(long id, CancellationToken cancellationToken);
}
