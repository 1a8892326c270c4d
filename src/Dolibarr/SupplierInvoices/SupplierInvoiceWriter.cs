using System.Text.Json;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Dolibarr;

/// <summary>
/// Writes supplier invoices. Dolibarr's yes proves nothing: read back. What it lets through and must not be done
/// (changing or deleting what is validated, paying a draft) is for the operations to refuse.
/// </summary>
internal sealed class SupplierInvoiceWriter(Caller caller, IWriteSupplierInvoices api)
{
    /// <summary>The whole invoice in one transaction; its number on this server.</summary>
    public Task<Answer<long>> CreateAsync(ObjectBody invoice, CancellationToken cancel) =>
        caller.SendAsync(token => api.CreateAsync(invoice, token), Written.NewId, cancel);

    /// <summary>Sends the given fields of the header only.</summary>
    public Task<Answer<Done>> UpdateAsync(long id, ObjectBody change, CancellationToken cancel) =>
        caller.SendAsync(token => api.UpdateAsync(id, change, token), reply => Echo(reply, id), cancel);

    /// <summary>The new line's number. Refused with <see cref="Codes.NothingDone"/> where Dolibarr answers 0.</summary>
    public Task<Answer<long>> AddLineAsync(long id, RowBody line, CancellationToken cancel) =>
        caller.SendAsync(token => api.AddLineAsync(id, line, token), Written.NewId, cancel);

    /// <summary>Replaces a line by another, whole. Dolibarr also accepts a line that does not exist; that is refused here.</summary>
    public Task<Answer<Done>> UpdateLineAsync(long id, long lineId, RowBody line, CancellationToken cancel) =>
        caller.SendAsync(token => api.UpdateLineAsync(id, lineId, line, token), reply => LineEcho(reply, lineId), cancel);

    /// <summary>Takes a line out of a draft.</summary>
    public Task<Answer<Done>> DeleteLineAsync(long id, long lineId, CancellationToken cancel) =>
        caller.SendAsync(token => api.DeleteLineAsync(id, lineId, token), Written.Success, cancel);

    /// <summary>Validates, which draws a number. One at a time: two at once get the same number, and one fails.</summary>
    public Task<Answer<Done>> ValidateAsync(long id, CancellationToken cancel) => caller.SendAsync(
        token => api.ValidateAsync(id, NoBody.Empty, token), reply => Written.Or304(reply, Written.Success), cancel);

    /// <summary>Back to a draft; it keeps its number.</summary>
    public Task<Answer<Done>> SetToDraftAsync(long id, CancellationToken cancel) => caller.SendAsync(
        token => api.SetToDraftAsync(id, NoBody.Empty, token), reply => Written.Or304(reply, answer => Echo(answer, id)), cancel);

    /// <summary>Deletes, whatever its state.</summary>
    public Task<Answer<Done>> DeleteAsync(long id, CancellationToken cancel) =>
        caller.SendAsync(token => api.DeleteAsync(id, token), Written.Success, cancel);

    private static Answer<Done> Echo(Reply reply, long id) =>
        reply.Read<JsonElement, Done>(Inbound.Default.JsonElement, echo => Written.EchoOf(reply, echo, id));

    // 304 here means that the line could not be changed, not that it was so before.
    private static Answer<Done> LineEcho(Reply reply, long lineId) => reply.Status == 304
        ? Unhappy.NothingDone<Done>(reply, "Dolibarr answered 304: the line was not changed.", "Read the invoice again.")
        : reply.Read<SupplierInvoiceWire, Done>(Inbound.Default.SupplierInvoiceWire, invoice => Loose.Each(invoice.Lines).Any(line => line.Id == lineId)
            ? new Answer<Done>.Ok(Done.Now)
            : Unhappy.NothingDone<Done>(reply, $"The invoice has no line {lineId}: nothing was changed.", "Read the invoice again."));
}
