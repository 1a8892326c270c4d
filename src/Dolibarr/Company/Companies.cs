using DolibarrAgent.Changesets;

namespace DolibarrAgent.Dolibarr;

/// <summary>Reads the company whose books these are.</summary>
public sealed class Companies
{
    private readonly Caller caller;
    private readonly IReadCompany api;

    internal Companies(Caller caller, IReadCompany api) => (this.caller, this.api) = (caller, api);

    /// <summary>Its profile. Refused with <see cref="Codes.Forbidden"/> for nearly every key: plan without it.</summary>
    public Task<Answer<CompanyProfile>> GetAsync(CancellationToken cancel) => this.caller.SendAsync(
        token => this.api.GetAsync(token),
        reply => reply.Read(Inbound.Default.CompanyWire, wire => new Answer<CompanyProfile>.Ok(wire.ToCompanyProfile())),
        cancel);
}
