using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>Creating, changing and deleting supplier invoices.</summary>
internal sealed class InvoiceWriting(Database database)
{
    private const string Table = "facture_fourn";

    /// <summary>A month 13, a day 32 or lines that are not a list end the server's own code, which then answers nothing.</summary>
    private static readonly Reply Broken = new Reply.Text(StatusCodes.Status500InternalServerError, "");

    private static readonly Reply Deleted = Reply.Success("Supplier invoice deleted");

    private static readonly RefusalLines Put = new(278, 282, 287);
    private static readonly RefusalLines Remove = new(336, 339, 343);

    private readonly InvoiceAccess access = new(database);
    private readonly InvoiceView view = new(database);
    private readonly InvoiceChecks checks = new(database);
    private readonly LineStore lines = new(database);

    public ImmutableArray<Route> Routes =>
    [
        new("POST", "supplierinvoices", Create),
        new("PUT", "supplierinvoices/{id}", Update),
        new("DELETE", "supplierinvoices/{id}", Delete),
    ];

    private Reply Create(ApiCall call)
    {
        if (!call.User.May(Rights.WriteInvoices))
        {
            return new Reply.Refused(403, "Insuffisant rights", "api_supplier_invoices.class.php:234");
        }

        if (call.Sent("socid") is null)
        {
            return new Reply.Refused(400, "socid field missing", "api_supplier_invoices.class.php:860");
        }

        if (InvoiceDraft.Breaks(call) || call.Body.ContainsKey("lines") && call.Body["lines"] is not (JsonArray or JsonObject))
        {
            return Broken;
        }

        var (draft, error) = InvoiceDraft.New(call, database);
        if (error is not null)
        {
            return NotCreated(error.Text);
        }

        var invoice = draft! with { Id = database.NextId(Table) };
        invoice = invoice with { Ref = $"(PROV{invoice.Id})" };
        if (checks.Refuses(invoice) is { } refused)
        {
            return NotCreated(refused);
        }

        database.Invoices = database.Invoices.With(invoice);
        foreach (var line in Lines(call.Body["lines"]).OfType<JsonObject>())
        {
            lines.AddInside(invoice, LineFields.InInvoice(line));
        }

        return new Reply.Json(invoice.Id);
    }

    /// <summary>Everything of the row can be changed, also when it is validated. What the database refuses is answered 200, unchanged.</summary>
    private Reply Update(ApiCall call)
    {
        var (invoice, refusal) = access.Find(call, Rights.WriteInvoices, Put);
        if (invoice is null)
        {
            return refusal!;
        }

        if (InvoiceDraft.Breaks(call))
        {
            return Broken;
        }

        if (InvoiceDraft.Changed(invoice, call, database.Now) is not { } changed || checks.Refuses(changed) is not null)
        {
            return new Reply.Json(view.Of(invoice));
        }

        database.Invoices = database.Invoices.With(changed);
        var answer = InvoiceView.Triggered(view.Of(changed), changed);
        Echo.Into(answer, call.Body);
        return new Reply.Json(answer);
    }

    /// <summary>Whatever its status. An invoice 0 is said to be deleted: the server does not look whether it read one.</summary>
    private Reply Delete(ApiCall call)
    {
        if (call.Id() == 0 && call.User.May(Rights.DeleteInvoices))
        {
            return Deleted;
        }

        var (invoice, refusal) = access.Find(call, Rights.DeleteInvoices, Remove);
        if (invoice is null)
        {
            return refusal!;
        }

        database.Invoices = database.Invoices.Without(invoice.Id);
        database.Lines = database.Lines.WithoutInvoice(invoice.Id);
        database.Documents = database.Documents.WithoutInvoice(invoice.Id);
        database.IndexedOnly = database.IndexedOnly.WithoutInvoice(invoice.Id);
        return Deleted;
    }

    /// <summary>The items of a list, or of an object that PHP takes for one.</summary>
    private static IEnumerable<JsonNode?> Lines(JsonNode? lines) => lines switch
    {
        JsonArray items => items,
        JsonObject items => items.Select(item => item.Value),
        _ => [],
    };

    private static Reply.Refused NotCreated(string detail) =>
        new(500, "Error creating invoice ", "api_supplier_invoices.class.php:258") { Details = [detail] };
}
