using System.Collections.Immutable;

namespace DolibarrAgent.Dolibarr;

/// <summary>Reads the bank details on file.</summary>
public sealed class BankAccounts
{
    private readonly Caller caller;
    private readonly IReadBankAccounts api;

    internal BankAccounts(Caller caller, IReadBankAccounts api) => (this.caller, this.api) = (caller, api);

    /// <summary>Those of a third party; none is an empty list.</summary>
    public Task<Answer<ImmutableArray<BankAccount>>> ListAsync(long thirdPartyId, CancellationToken cancel) => this.caller.SendAsync(
        token => this.api.OfThirdPartyAsync(thirdPartyId, token),
        reply => reply.Status == 404 && reply.Error is { } error && error.Message.EndsWith("Account not found", StringComparison.Ordinal)
            ? new Answer<ImmutableArray<BankAccount>>.Ok([])
            : reply.Read(Inbound.Default.BankAccountWireArray, wires =>
                new Answer<ImmutableArray<BankAccount>>.Ok([.. Loose.Each(wires).Select(wire => wire.ToBankAccount())])),
        cancel);
}
