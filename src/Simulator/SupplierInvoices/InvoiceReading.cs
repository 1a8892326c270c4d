using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>Looking supplier invoices up.</summary>
internal sealed class InvoiceReading(Database database)
{
    private static readonly RefusalLines Get = new(72, 76, 81);
    private static readonly ImmutableDictionary<string, int> Statuses =
        new Dictionary<string, int> { ["draft"] = 0, ["unpaid"] = 1, ["paid"] = 2, ["cancelled"] = 3 }.ToImmutableDictionary();

    private readonly InvoiceAccess access = new(database);
    private readonly InvoiceView view = new(database);
    private readonly Table<SupplierInvoice> table = InvoiceTable.Columns(database.Options.CompanyCurrency);

    public ImmutableArray<Route> Routes =>
    [
        new("GET", "supplierinvoices", List) { Numbers = ListQuery.Numbers },
        new("GET", "supplierinvoices/{id}", One),
    ];

    private Reply One(ApiCall call) =>
        access.Find(call, Rights.ReadInvoices, Get) is (var invoice, var refusal) && invoice is null
            ? refusal!
            : new Reply.Json(view.Of(invoice!));

    private Reply List(ApiCall call)
    {
        if (!call.User.May(Rights.ReadInvoices))
        {
            return new Reply.Refused(403, "", "api_supplier_invoices.class.php:114");
        }

        var statement = new ListStatement(
            Where(call), "Error when retrieve supplier invoice list", "api_supplier_invoices.class.php:161", "api_supplier_invoices.class.php:192");
        var (page, total, refusal) = ListQuery.Run(call, table, Seen(call), statement);
        if (refusal is not null)
        {
            return refusal;
        }

        JsonArray items = [.. page.Select(row => view.Unlinked(row).Thinned(call.Parameter("properties")))];
        return new Reply.Json(ListQuery.Body(call, items, total));
    }

    private IEnumerable<SupplierInvoice> Seen(ApiCall call)
    {
        var suppliers = Suppliers(call).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(PhpNumber.Integer).ToImmutableHashSet();
        var status = Statuses.TryGetValue(call.Parameter("status"), out var asked) ? asked : (int?)null;
        return database.Invoices.Values.Where(row =>
            access.Sees(call.User, row)
            && (suppliers.IsEmpty || suppliers.Contains(row.ThirdPartyId))
            && (status is null || row.Status == status));
    }

    private static string Where(ApiCall call)
    {
        var where = "SELECT t.rowid FROM llx_facture_fourn AS t LEFT JOIN llx_facture_fourn_extrafields AS ef ON (ef.fk_object = t.rowid) WHERE t.entity IN (1)";
        var suppliers = Suppliers(call) is { Length: > 0 } ids ? $" AND t.fk_soc IN ({ids})" : "";
        var status = Statuses.TryGetValue(call.Parameter("status"), out var asked) ? $" AND t.fk_statut IN ({asked})" : "";
        return where + suppliers + status;
    }

    private static string Suppliers(ApiCall call) =>
        string.Concat(call.Parameter("thirdparty_ids").Where(letter => char.IsAsciiDigit(letter) || letter == ','));
}
