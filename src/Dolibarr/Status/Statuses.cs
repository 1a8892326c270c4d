namespace DolibarrAgent.Dolibarr;

/// <summary>Asks a server who it is.</summary>
public sealed class Statuses
{
    private readonly Caller caller;
    private readonly IReadStatus api;

    internal Statuses(Caller caller, IReadStatus api) => (this.caller, this.api) = (caller, api);

    /// <summary>Its version and what it calls itself. Also the cheapest way to see whether the URL and the key are right.</summary>
    public Task<Answer<ServerStatus>> GetAsync(CancellationToken cancel) => this.caller.SendAsync(
        token => this.api.GetAsync(token),
        reply => reply.Read(Inbound.Default.StatusWire, wire => new Answer<ServerStatus>.Ok(wire.ToServerStatus())),
        cancel);
}
