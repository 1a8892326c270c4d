namespace DolibarrAgent.Dolibarr;

/// <summary>Reads the server's dictionary of countries.</summary>
public sealed class Countries
{
    private readonly Caller _caller;
    private readonly IReadCountries _api;

    internal Countries(Caller caller, IReadCountries api) => (_caller, _api) = (caller, api);

    /// <summary>The country of an ISO 3166 two-letter code; refused with <see cref="ErrorCodes.NotFound"/> where the server has none.</summary>
    public Task<Answer<Country>> ByCodeAsync(string code, CancellationToken cancellationToken) => _caller.SendAsync(
        token => _api.ByCodeAsync(code, token),
        reply => reply.ReadOne(Inbound.Default.CountryWire, wire => wire.ToCountry()),
        cancellationToken);
}
