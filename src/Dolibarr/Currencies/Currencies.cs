using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr;

/// <summary>Reads the currencies that invoices may have besides the company's own, and their rates.</summary>
public sealed class Currencies
{
    private readonly Caller caller;
    private readonly IReadCurrencies api;

    internal Currencies(Caller caller, IReadCurrencies api) => (this.caller, this.api) = (caller, api);

    /// <summary>
    /// Whether the module Multicurrency is seen to be on. A key that may not read currencies does not see it, and is answered
    /// as if it were off.
    /// </summary>
    public Task<Answer<bool>> AreSeenAsync(CancellationToken cancel) => this.caller.SendAsync(
        this.api.FirstAsync,
        reply => reply.Status == 403
            ? new Answer<bool>.Ok(false)
            : reply.Read<JsonElement, bool>(Inbound.Default.JsonElement, _ => new Answer<bool>.Ok(true)),
        cancel);

    /// <summary>
    /// The currency of an ISO 4217 code, with its newest rate; refused with <see cref="Codes.NotFound"/> where the server
    /// has none, and with <see cref="Codes.RightMissing"/> where the key may not read it or the module is off.
    /// </summary>
    public Task<Answer<Currency>> ByCodeAsync(string code, CancellationToken cancel) => this.caller.SendAsync(
        token => this.api.ByCodeAsync(code, token),
        reply => reply.Status == 403
            ? new Answer<Currency>.Refused(new Problem(
                Codes.RightMissing, "", "The module Multicurrency is off, or the key's user may not read currencies.",
                $"Switch the module on, give the currency a rate there, and give the user the right to {Right.ReadCurrencies}."), reply.Status)
            : reply.ReadOne(Inbound.Default.CurrencyWire, wire => wire.ToCurrency()),
        cancel);
}
