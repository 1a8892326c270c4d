using Refit;

namespace DolibarrAgent.Dolibarr;

internal interface IReadObjects
{
    [Get("/{**route}/{id}")]
    Task<HttpResponseMessage> GetAsync(string route, long id, CancellationToken cancel);

    [Get("/{**route}?sortfield=t.rowid&sortorder=ASC&pagination_data=true")]
    Task<HttpResponseMessage> ListAsync(string route, [AliasAs("sqlfilters")] string filter, int limit, CancellationToken cancel);

    [Get("/{**route}?sortfield=t.rowid&sortorder=DESC&limit=1&pagination_data=true")]
    Task<HttpResponseMessage> LastAsync(string route, CancellationToken cancel);

    [Get("/{**route}")]
    Task<HttpResponseMessage> ListBelowAsync(string route, CancellationToken cancel);

    // The filter chooses the objects by which it is grouped; each comes with all that stand below it.
    [Get("/{**route}?limit=0")]
    Task<HttpResponseMessage> ListGroupedAsync(string route, [AliasAs("sqlfilters")] string filter, CancellationToken cancel);
}
