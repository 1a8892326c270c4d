using Refit;

namespace DolibarrAgent.Dolibarr;

internal interface IWritePayments
{
    [Post("/supplierinvoices/{invoice}/payments")]
    Task<HttpResponseMessage> PayAsync(long invoice, [Body(buffered: true)] PaymentBody body, CancellationToken cancel);
}
