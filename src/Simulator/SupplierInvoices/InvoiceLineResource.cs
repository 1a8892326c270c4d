using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>The lines of an invoice, one by one.</summary>
internal sealed class InvoiceLineResource(Database database)
{
    private const string Lines = "supplierinvoices/{id}/lines";

    private const string Backwards = "The start date is greater than the end date";

    private static readonly RefusalLines ToList = new(614, 617, 622);
    private static readonly RefusalLines ToAdd = new(655, 659, 664);
    private static readonly RefusalLines ToPut = new(724, 728, 733);
    private static readonly RefusalLines ToDelete = new(797, 800, 805);

    private readonly InvoiceAccess access = new(database);
    private readonly InvoiceView view = new(database);
    private readonly LineStore lines = new(database);

    public ImmutableArray<Route> Routes =>
    [
        new("GET", Lines, List),
        new("POST", Lines, Add),
        new("PUT", Lines + "/{lineid}", Put),
        new("DELETE", Lines + "/{lineid}", Delete),
    ];

    /// <summary>Reading the lines asks for the right to write.</summary>
    private Reply List(ApiCall call) =>
        access.Find(call, Rights.WriteInvoices, ToList) is (var invoice, var refusal) && invoice is null
            ? refusal!
            : new Reply.Json(new JsonArray([.. lines.Of(invoice!.Id).Select(line => LineView.Alone(line, lines.ProductOf(line)))]));

    /// <summary>A line for an invoice that is not a draft is answered 200 with 0, and is not added.</summary>
    private Reply Add(ApiCall call)
    {
        var (invoice, refusal) = access.Find(call, Rights.WriteInvoices, ToAdd);
        if (invoice is null)
        {
            return refusal!;
        }

        var fields = LineFields.Added(call.Body);
        return !invoice.IsDraft ? new Reply.Json(0)
            : fields.IsBackwards ? new Reply.Refused(400, $"Unable to insert the new line. Check your inputs. {Backwards}", "api_supplier_invoices.class.php:698")
            : fields.Product is { } product && !ProductTable.Of(database).ContainsKey(product) ? new Reply.Refused(400, "Unable to insert the new line. Check your inputs. ErrorProductIdDoesNotExists", "api_supplier_invoices.class.php:698")
            : new Reply.Json(lines.Add(invoice, fields));
    }

    /// <summary>Neither the invoice's status nor whose line it is is looked at; a line that is not there is answered like one that is.</summary>
    private Reply Put(ApiCall call)
    {
        var (invoice, refusal) = access.Find(call, Rights.WriteInvoices, ToPut);
        if (invoice is null)
        {
            return refusal!;
        }

        var fields = LineFields.Alone(call.Body);
        if (fields.IsBackwards)
        {
            return new Reply.NothingDone();
        }

        if (database.Lines.TryGetValue(call.Id("lineid"), out var line))
        {
            lines.Write(invoice, line, fields);
        }

        lines.UpdateTotals(invoice.Id);
        return new Reply.Json(view.AfterLine(database.Invoices[invoice.Id]));
    }

    private Reply Delete(ApiCall call)
    {
        var (invoice, refusal) = access.Find(call, Rights.WriteInvoices, ToDelete);
        if (invoice is null)
        {
            return refusal!;
        }

        if (!database.Lines.TryGetValue(call.Id("lineid"), out var line))
        {
            return new Reply.Refused(405, "", "api_supplier_invoices.class.php:819");
        }

        lines.Remove(line, invoice.Id);
        return Reply.Success($"line {line.Id} deleted");
    }
}
