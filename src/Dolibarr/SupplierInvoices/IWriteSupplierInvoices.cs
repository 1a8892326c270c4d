using Refit;

namespace DolibarrAgent.Dolibarr;

internal interface IWriteSupplierInvoices
{
    [Post("/supplierinvoices")]
    Task<HttpResponseMessage> CreateAsync([Body(buffered: true)] SupplierInvoiceBody body, CancellationToken cancellationToken);

    [Put("/supplierinvoices/{id}")]
    Task<HttpResponseMessage> UpdateAsync(long id, [Body(buffered: true)] SupplierInvoiceHeaderBody body, CancellationToken cancellationToken);

    [Post("/supplierinvoices/{id}/lines")]
    Task<HttpResponseMessage> AddLineAsync(long id, [Body(buffered: true)] LineBody body, CancellationToken cancellationToken);

    [Put("/supplierinvoices/{id}/lines/{lineId}")]
    Task<HttpResponseMessage> UpdateLineAsync(long id, long lineId, [Body(buffered: true)] LineBody body, CancellationToken cancellationToken);

    [Delete("/supplierinvoices/{id}/lines/{lineId}")]
    Task<HttpResponseMessage> DeleteLineAsync(long id, long lineId, CancellationToken cancellationToken);

    [Post("/supplierinvoices/{id}/validate")]
    Task<HttpResponseMessage> ValidateAsync(long id, [Body(buffered: true)] NoBody body, CancellationToken cancellationToken);

    [Post("/supplierinvoices/{id}/settodraft")]
    Task<HttpResponseMessage> SetToDraftAsync(long id, [Body(buffered: true)] NoBody body, CancellationToken cancellationToken);

    [Delete("/supplierinvoices/{id}")]
    Task<HttpResponseMessage> DeleteAsync(long id, CancellationToken cancellationToken);
}
