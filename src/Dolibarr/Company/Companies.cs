namespace DolibarrAgent.Dolibarr;

/// <summary>Reads the company whose books these are.</summary>
public sealed class Companies
{
    private readonly Caller _caller;
    private readonly IReadCompany _api;

    internal Companies(Caller caller, IReadCompany api) => (_caller, _api) = (caller, api);

    /// <summary>Its profile. Refused with <see cref="ErrorCodes.Forbidden"/> for nearly every key: plan without it.</summary>
    public Task<Answer<CompanyProfile>> GetAsync(CancellationToken cancellationToken) => _caller.SendAsync(
        token => _api.GetAsync(token),
        reply => reply.Read(Inbound.Default.CompanyWire, wire => new Answer<CompanyProfile>.Ok(wire.ToCompanyProfile())),
        cancellationToken);
}
