using DolibarrAgent.Changesets;

namespace DolibarrAgent.Dolibarr;

/// <summary>Reads the server's dictionary of countries.</summary>
public sealed class Countries
{
    private readonly Caller caller;
    private readonly IReadCountries api;

    internal Countries(Caller caller, IReadCountries api) => (this.caller, this.api) = (caller, api);

    /// <summary>The country of an ISO 3166 two-letter code; refused with <see cref="Codes.NotFound"/> where the server has none.</summary>
    public Task<Answer<Country>> ByCodeAsync(string code, CancellationToken cancel) => this.caller.SendAsync(
        token => this.api.ByCodeAsync(code, token),
        reply => reply.ReadOne(Inbound.Default.CountryWire, wire => wire.ToCountry()),
        cancel);
}
