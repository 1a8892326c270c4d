using Refit;

namespace DolibarrAgent.Dolibarr;

internal interface IReadDocuments
{
    [Get("/documents?modulepart=supplier_invoice&limit=1000")]
    Task<HttpResponseMessage> OfSupplierInvoiceAsync(long id, CancellationToken cancel);

    // The same module has another name here; its own is refused with a 403.
    [Get("/documents/download?modulepart=facture_fournisseur")]
    Task<HttpResponseMessage> DownloadAsync([AliasAs("original_file")] string path, CancellationToken cancel);
}
