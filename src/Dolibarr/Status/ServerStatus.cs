namespace DolibarrAgent.Dolibarr;

/// <summary>Who answers (<c>GET /status</c>).</summary>
/// <param name="Version">Dolibarr's version: <c>22.0.4</c>.</param>
/// <param name="IsProduction">True where the member <c>environment</c> is absent, which is how a production server looks.</param>
/// <param name="Environment">What the server calls itself where it is not in production: <c>non-production</c>; else empty.</param>
/// <param name="TimeZone">IANA name of the server's zone; empty on a production server, which does not say.</param>
public sealed record ServerStatus(string Version, bool IsProduction, string Environment, string TimeZone)
{
    /// <summary>The server's clock at the call, in whole seconds; null on a production server, which does not say.</summary>
    public DateTimeOffset? Clock { get; init; }
}
