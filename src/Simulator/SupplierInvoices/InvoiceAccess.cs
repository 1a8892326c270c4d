namespace DolibarrAgent.Simulator;

/// <summary>Who may touch which invoice: a key that may not see all third parties reaches only those of its own.</summary>
internal sealed class InvoiceAccess(Database database)
{
    private const string Source = "api_supplier_invoices.class.php:";

    public bool Sees(SimulatedUser user, SupplierInvoice invoice) =>
        user.May(Rights.SeeAllThirdParties) || (database.ThirdParties.GetValueOrDefault(invoice.ThirdPartyId)?.IsSeenBy(user) ?? false);

    /// <summary>The invoice of the call, or the refusal: no right, not seen, not there, in this order.</summary>
    /// <param name="call">The call with the id.</param>
    /// <param name="right">The right that it asks for.</param>
    /// <param name="line">Where the server refuses.</param>
    /// <returns>One of the two, never both.</returns>
    public (SupplierInvoice? Invoice, Reply.Refused? Refusal) Find(ApiCall call, Rights right, RefusalLines line)
    {
        var invoice = database.Invoices.GetValueOrDefault(call.Id());
        Reply.Refused? refusal = !call.User.May(right) ? new(403, "", Source + line.NoRight)
            : invoice is null && line.IsFoundFirst ? new(404, line.NotFoundMessage, Source + line.NotFound)
            : !call.User.May(Rights.SeeAllThirdParties) && (invoice is null || !Sees(call.User, invoice))
                ? new(403, $"Access not allowed for login {call.User.Login}", Source + line.NotSeen)
            : invoice is null ? new(404, line.NotFoundMessage, Source + line.NotFound)
            : null;
        return (refusal is null ? invoice : null, refusal);
    }
}

/// <summary>The lines of the server's file that refuse, for <c>debug.source</c>, and what it calls an invoice that is not there.</summary>
internal sealed record RefusalLines(int NoRight, int NotSeen, int NotFound, string NotFoundMessage = "Supplier invoice not found")
{
    /// <summary>Whether the server looks for the invoice before it asks who may see it.</summary>
    public bool IsFoundFirst => NotFound < NotSeen;
}
