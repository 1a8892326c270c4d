using DolibarrAgent.Changesets;

namespace DolibarrAgent.Dolibarr;

/// <summary>Reads the server's constants: its setup, one by one, by name.</summary>
public sealed class Constants
{
    /// <summary>How VAT of supplier invoices is rounded: 1 for once a rate, else a line at a time.</summary>
    public const string VatRoundingOfSuppliers = "MAIN_ROUNDOFTOTAL_NOT_TOTALOFROUND_SUPPLIER";

    /// <summary>The currency of the books.</summary>
    public const string Currency = "MAIN_MONNAIE";

    /// <summary>Whether invoices may have another currency: 1 where the module is on.</summary>
    public const string ForeignCurrencies = "MAIN_MODULE_MULTICURRENCY";

    private readonly Caller caller;
    private readonly IReadConstants api;

    internal Constants(Caller caller, IReadConstants api) => (this.caller, this.api) = (caller, api);

    /// <summary>The value as the server keeps it; empty where it is unset. Refused with <see cref="Codes.Forbidden"/> for nearly every key: plan without it.</summary>
    public Task<Answer<string>> GetAsync(string name, CancellationToken cancel) => this.caller.SendAsync(
        token => this.api.GetAsync(name, token),
        reply => reply.Status == 400 && reply.Error is { } error && error.Message.Contains("unknown value for constantname", StringComparison.Ordinal)
            ? new Answer<string>.Ok("")
            : reply.Read(Inbound.Default.String, value => new Answer<string>.Ok(value)),
        cancel);
}
