namespace DolibarrAgent.Simulator;

/// <summary>A user of the simulated server: the key that names it, the number it has there.</summary>
internal sealed record SimulatedUser(long Id, SimulatedKey Key, DateTimeOffset Created)
{
    public string Login => Key.Name;

    public bool May(Rights rights) => (Key.Rights & rights) == rights;
}
