using Refit;

namespace DolibarrAgent.Dolibarr;

internal interface IReadThirdParties
{
    [Get("/thirdparties/{id}")]
    Task<HttpResponseMessage> GetAsync(long id, CancellationToken cancel);

    [Get("/thirdparties?sortfield=t.rowid&sortorder=ASC&pagination_data=true")]
    Task<HttpResponseMessage> ListAsync([AliasAs("sqlfilters")] string filter, int limit, CancellationToken cancel);

    [Get("/thirdparties?sortfield=t.rowid&sortorder=DESC&limit=1&pagination_data=true")]
    Task<HttpResponseMessage> LastAsync(CancellationToken cancel);
}
