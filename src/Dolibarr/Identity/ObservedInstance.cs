using System.Collections.Immutable;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Dolibarr;

/// <summary>An instance as it was looked at just now.</summary>
/// <param name="Identity">What it is.</param>
public sealed record ObservedInstance(InstanceIdentity Identity)
{
    /// <summary>Whether the canary is there; null where none was asked for.</summary>
    public bool? HasCanary { get; init; }

    /// <summary>What the key may not read, each with Dolibarr's own words.</summary>
    public ImmutableArray<string> Unread { get; init; } = [];

    /// <summary>Looks, read-only: six calls at most.</summary>
    /// <param name="read">The instance.</param>
    /// <param name="instance">Its name.</param>
    /// <param name="canary">The code of the third party that tells a sandbox from prod; empty for none.</param>
    /// <param name="cancel">Stops it.</param>
    public static Task<Answer<ObservedInstance>> LookAsync(DolibarrReader read, string instance, string canary, CancellationToken cancel) =>
        new InstanceLook(read).LookAsync(instance, canary, cancel);
}
