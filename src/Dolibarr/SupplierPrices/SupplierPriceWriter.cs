namespace DolibarrAgent.Dolibarr;

/// <summary>
/// Sets and deletes what suppliers ask for products. A price is set by its product, supplier, reference and quantity: the
/// first time makes it, any other replaces all of it. Dolibarr inserts a row first and fills it then; what fails between the
/// two leaves it behind.
/// </summary>
internal sealed class SupplierPriceWriter(Caller caller, IWriteSupplierPrices api)
{
    /// <summary>The number of the price on this server.</summary>
    public Task<Answer<long>> SetAsync(long product, SupplierPriceBody body, CancellationToken cancel) =>
        caller.SendAsync(token => api.SetAsync(product, body, token), Written.NewId, cancel);

    /// <summary>Dolibarr deletes by the second number alone, and says yes to one that is not there.</summary>
    public Task<Answer<long>> DeleteAsync(long product, long id, CancellationToken cancel) =>
        caller.SendAsync(token => api.DeleteAsync(product, id, token), reply => Written.NewId(reply).Map(_ => id), cancel);
}
