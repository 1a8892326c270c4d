using DolibarrAgent.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.Dolibarr;

/// <summary>All that is needed to call one Dolibarr.</summary>
/// <param name="Server">Where it is.</param>
/// <param name="Key">Who calls.</param>
public sealed record Connection(ServerUrl Server, ApiKey Key)
{
    /// <summary>
    /// SHA-256 of the public key that the server must present, in hexadecimal, besides a certificate that this machine trusts;
    /// empty where it was not enrolled with one.
    /// </summary>
    public string Pin { get; init; } = "";

    /// <summary>Times, sizes and retries.</summary>
    public HttpLimits Limits { get; init; } = new();

    /// <summary>Gets method, path, status, duration and tries; bodies at debug level only, with bank details masked. Never the key.</summary>
    public ILogger Log { get; init; } = NullLogger.Instance;

    /// <summary>Told, in a sentence, when the server has to be waited for; once for each time that it is away.</summary>
    public Action<string> Waiting { get; init; } = _ => { };

    /// <summary>The clock of every timeout and delay.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The connection to an endpoint.</summary>
    public static Connection To(Endpoint endpoint) => new(endpoint.Server, endpoint.Key);
}
