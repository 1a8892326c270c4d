using Refit;

namespace DolibarrAgent.Dolibarr;

internal interface IReadProducts
{
    // Thinned: a whole product is ten times as long.
    [Get("/products?sortfield=t.rowid&sortorder=ASC&pagination_data=true&properties=id,ref,label,type,status_buy")]
    Task<HttpResponseMessage> ListAsync([AliasAs("sqlfilters")] string filter, int limit, CancellationToken cancel);

    // Supplier and filter choose the products; each comes with all its prices, of all suppliers.
    [Get("/products/purchase_prices?limit=0")]
    Task<HttpResponseMessage> PurchasePricesAsync(long supplier, [AliasAs("sqlfilters")] string filter, CancellationToken cancel);
}
