using Refit;

namespace DolibarrAgent.Dolibarr;

internal interface IReadPayments
{
    [Get("/supplierinvoices/{invoice}/payments")]
    Task<HttpResponseMessage> OfInvoiceAsync(long invoice, CancellationToken cancel);

    [Get("/bankaccounts")]
    Task<HttpResponseMessage> AccountsAsync([AliasAs("sqlfilters")] string filter, CancellationToken cancel);

    [Get("/bankaccounts/{account}/lines")]
    Task<HttpResponseMessage> LinesAsync(long account, [AliasAs("sqlfilters")] string filter, CancellationToken cancel);

    [Get("/bankaccounts/{account}/lines/{line}/links")]
    Task<HttpResponseMessage> LinksAsync(long account, long line, CancellationToken cancel);
}
