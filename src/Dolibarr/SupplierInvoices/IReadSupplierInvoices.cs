using Refit;

namespace DolibarrAgent.Dolibarr;

internal interface IReadSupplierInvoices
{
    [Get("/supplierinvoices/{id}")]
    Task<HttpResponseMessage> GetAsync(long id, CancellationToken cancel);

    [Get("/supplierinvoices?sortfield=t.rowid&sortorder=ASC&pagination_data=true")]
    Task<HttpResponseMessage> ListAsync([AliasAs("sqlfilters")] string filter, int limit, CancellationToken cancel);

    [Get("/supplierinvoices?sortfield=t.rowid&sortorder=DESC&limit=1&pagination_data=true")]
    Task<HttpResponseMessage> LastAsync(CancellationToken cancel);

    // Thinned to what an invoice is made of here: whole, fifty are half a megabyte.
    [Get("/supplierinvoices?sortfield=t.rowid&sortorder=DESC&pagination_data=true&properties=id,ref,ref_supplier,socid,type,status,date,multicurrency_code,multicurrency_tx,multicurrency_total_ht,multicurrency_total_tva,multicurrency_total_ttc,total_ht,total_tva,total_ttc,lines")]
    Task<HttpResponseMessage> LatestAsync(int limit, CancellationToken cancel);

    [Get("/supplierinvoices?sortfield=t.rowid&sortorder=DESC&pagination_data=true&properties=id,ref,ref_supplier,socid,type,status,date,multicurrency_code,multicurrency_tx,multicurrency_total_ht,multicurrency_total_tva,multicurrency_total_ttc,total_ht,total_tva,total_ttc,lines")]
    Task<HttpResponseMessage> LatestOfAsync([AliasAs("sqlfilters")] string filter, int limit, CancellationToken cancel);

    [Get("/supplierinvoices?sortfield=t.rowid&sortorder=ASC&pagination_data=true&properties=id,ref,ref_ext,ref_supplier,socid,type,status,paid,date,multicurrency_code,multicurrency_tx,multicurrency_total_ht,multicurrency_total_tva,multicurrency_total_ttc,total_ht,total_tva,total_ttc")]
    Task<HttpResponseMessage> HeadsAsync([AliasAs("sqlfilters")] string filter, int limit, CancellationToken cancel);
}
