using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr;

/// <summary>
/// Reads payments of supplier invoices, and the company's own bank accounts on which they are booked. What a look-up of
/// accounts or lines does not find is trusted only after the key's right was proven.
/// </summary>
public sealed class Payments
{
    private const string LinkOfPayment = "payment_supplier";

    private readonly Caller caller;
    private readonly IReadPayments api;
    private readonly Users users;

    internal Payments(Caller caller, IReadPayments api, Users users) => (this.caller, this.api, this.users) = (caller, api, users);

    /// <summary>All that was paid of an invoice or set off against it, in no fixed order; none is an empty list.</summary>
    public Task<Answer<ImmutableArray<Payment>>> OfInvoiceAsync(long invoice, CancellationToken cancel) => this.caller.SendAsync(
        token => this.api.OfInvoiceAsync(invoice, token),
        reply => reply.Read(Inbound.Default.PaymentWireArray, wires =>
            new Answer<ImmutableArray<Payment>>.Ok([.. Loose.Each(wires).Select(wire => wire.ToPayment())])),
        cancel);

    /// <summary>The accounts with this ref, of which a server has one at most.</summary>
    public Task<Answer<ImmutableArray<OwnAccount>>> AccountsAsync(string reference, CancellationToken cancel) => ProvenAsync(
        token => this.api.AccountsAsync(Filter.Holds(Column.AccountRef, reference).Text, token),
        reply => reply.Read(Inbound.Default.OwnAccountWireArray, wires => new Answer<ImmutableArray<OwnAccount>>.Ok(
            [.. Loose.Each(wires).Select(wire => wire.ToOwnAccount()).OfType<OwnAccount>().Where(account => account.Ref == reference)])),
        cancel);

    /// <summary>The lines of an account that bear our marker. It is asked for and not shown: what comes back bears it.</summary>
    public Task<Answer<ImmutableArray<BankLine>>> MarkedAsync(long account, string marker, CancellationToken cancel) => ProvenAsync(
        token => this.api.LinesAsync(account, Filter.Holds(Column.LineIssuer, marker).Text, token),
        reply => reply.Read(Inbound.Default.BankLineWireArray, wires =>
            new Answer<ImmutableArray<BankLine>>.Ok([.. Loose.Each(wires).Select(wire => wire.ToBankLine()).OfType<BankLine>()])),
        cancel);

    /// <summary>
    /// The payment that made a line, by its number on this server; refused with <see cref="Codes.NotFound"/> where none
    /// did.
    /// </summary>
    public Task<Answer<long>> OfLineAsync(long account, long line, CancellationToken cancel) => this.caller.SendAsync(
        token => this.api.LinksAsync(account, line, token),
        reply => reply.Read<BankLinkWire[], long>(Inbound.Default.BankLinkWireArray, links =>
            Loose.Each(links).FirstOrDefault(link => link.Kind == LinkOfPayment)?.Id is > 0 and var payment
                ? new Answer<long>.Ok(payment)
                : new Answer<long>.Refused(new Problem(
                    Codes.NotFound, "", "The line on the bank account belongs to no payment.",
                    "Look at it on the account's page."), reply.Status)),
        cancel);

    private async Task<Answer<ImmutableArray<T>>> ProvenAsync<T>(
        Func<CancellationToken, Task<HttpResponseMessage>> send, Func<Reply, Answer<ImmutableArray<T>>> read, CancellationToken cancel)
    {
        var proven = await this.users.ProveAsync([Right.ReadOwnAccounts], cancel);
        return await proven.ThenAsync(_ => this.caller.SendAsync(send, read, cancel));
    }
}
