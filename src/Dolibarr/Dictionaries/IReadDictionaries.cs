using Refit;

namespace DolibarrAgent.Dolibarr;

internal interface IReadDictionaries
{
    // No limit: an entry behind the hundredth is one, too. What is switched off is left out by the server.
    [Get("/setup/dictionary/payment_terms?limit=0&active=1")]
    Task<HttpResponseMessage> PaymentTermsAsync(CancellationToken cancel);

    [Get("/setup/dictionary/payment_types?limit=0&active=1")]
    Task<HttpResponseMessage> PaymentMeansAsync(CancellationToken cancel);
}
