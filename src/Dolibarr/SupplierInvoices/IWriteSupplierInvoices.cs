using Refit;

namespace DolibarrAgent.Dolibarr;

internal interface IWriteSupplierInvoices
{
    [Post("/supplierinvoices")]
    Task<HttpResponseMessage> CreateAsync([Body(buffered: true)] ObjectBody body, CancellationToken cancel);

    [Put("/supplierinvoices/{id}")]
    Task<HttpResponseMessage> UpdateAsync(long id, [Body(buffered: true)] ObjectBody body, CancellationToken cancel);

    [Post("/supplierinvoices/{id}/lines")]
    Task<HttpResponseMessage> AddLineAsync(long id, [Body(buffered: true)] RowBody body, CancellationToken cancel);

    [Put("/supplierinvoices/{id}/lines/{lineId}")]
    Task<HttpResponseMessage> UpdateLineAsync(long id, long lineId, [Body(buffered: true)] RowBody body, CancellationToken cancel);

    [Delete("/supplierinvoices/{id}/lines/{lineId}")]
    Task<HttpResponseMessage> DeleteLineAsync(long id, long lineId, CancellationToken cancel);

    [Post("/supplierinvoices/{id}/validate")]
    Task<HttpResponseMessage> ValidateAsync(long id, [Body(buffered: true)] NoBody body, CancellationToken cancel);

    [Post("/supplierinvoices/{id}/settodraft")]
    Task<HttpResponseMessage> SetToDraftAsync(long id, [Body(buffered: true)] NoBody body, CancellationToken cancel);

    [Delete("/supplierinvoices/{id}")]
    Task<HttpResponseMessage> DeleteAsync(long id, CancellationToken cancel);
}
