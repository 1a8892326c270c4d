using Refit;

namespace DolibarrAgent.Dolibarr;

internal interface IWriteSupplierPrices
{
    [Post("/products/{product}/purchase_prices")]
    Task<HttpResponseMessage> SetAsync(long product, [Body(buffered: true)] SupplierPriceBody body, CancellationToken cancel);

    [Delete("/products/{product}/purchase_prices/{id}")]
    Task<HttpResponseMessage> DeleteAsync(long product, long id, CancellationToken cancel);
}
