using System.Collections.Immutable;

namespace DolibarrAgent.Simulator;

/// <summary>Validating a draft and making it a draft again.</summary>
internal sealed class InvoiceStatus(Database database)
{
    private static readonly RefusalLines ToValidate = new(380, 384, 389, "Invoice not found");
    private static readonly RefusalLines ToDraft = new(426, 434, 430, "Invoice not found");

    private readonly InvoiceAccess access = new(database);
    private readonly InvoiceView view = new(database);
    private readonly LineStore lines = new(database);

    public ImmutableArray<Route> Routes =>
    [
        new("POST", "supplierinvoices/{id}/validate", Validate) { Numbers = ["idwarehouse", "notrigger"] },
        new("POST", "supplierinvoices/{id}/settodraft", SetToDraft) { Numbers = ["idwarehouse", "notrigger"] },
    ];

    /// <summary>Draws the number, once: an invoice that was a draft again keeps the one it has. Its files move along.</summary>
    private Reply Validate(ApiCall call)
    {
        var (invoice, refusal) = access.Find(call, Rights.WriteInvoices, ToValidate);
        if (invoice is null)
        {
            return refusal!;
        }

        if (!invoice.IsDraft)
        {
            return new Reply.NothingDone();
        }

        if (!lines.Of(invoice.Id).Any())
        {
            return new Reply.Refused(
                500, $"Error when validating Invoice: Object {invoice.Ref} must have lines to be validated.", "api_supplier_invoices.class.php:397");
        }

        var number = invoice.HasProvisionalRef ? InvoiceNumbers.Next(database, invoice) : invoice.Ref;
        if (number != invoice.Ref)
        {
            DocumentFolder.Move(database, invoice, number);
        }

        var validated = invoice with { Ref = number, Status = 1, Validator = call.User.Id, Modified = database.Now };
        database.Invoices = database.Invoices.With(validated);
        return Reply.Success($"Invoice validated (Ref={number})");
    }

    private Reply SetToDraft(ApiCall call)
    {
        var (invoice, refusal) = access.Find(call, Rights.WriteInvoices, ToDraft);
        if (invoice is null)
        {
            return refusal!;
        }

        if (invoice.IsDraft)
        {
            return new Reply.NothingDone();
        }

        var draft = invoice with { Status = 0, Modified = database.Now };
        database.Invoices = database.Invoices.With(draft);
        return new Reply.Json(InvoiceView.Triggered(view.Unlinked(draft), draft));
    }
}
