using Refit;

namespace DolibarrAgent.Dolibarr;

internal interface IReadSupplierInvoices
{
    [Get("/supplierinvoices/{id}")]
    Task<HttpResponseMessage> GetAsync(long id, CancellationToken cancellationToken);

    [Get("/supplierinvoices?sortfield=t.rowid&sortorder=ASC&pagination_data=true")]
    Task<HttpResponseMessage> ListAsync([AliasAs("sqlfilters")] string filter, int limit, CancellationToken cancellationToken);

    [Get("/supplierinvoices?sortfield=t.rowid&sortorder=DESC&limit=1&pagination_data=true")]
    Task<HttpResponseMessage> LastAsync(CancellationToken cancellationToken);
}
