using DolibarrAgent.Dolibarr;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Operations;

/// <summary>
/// Leave to write to one instance. Operations do nothing without it. The constructor is internal: the recording side
/// makes one for a sandbox that it has checked, the replay side for a confirmed plan, and nobody else can.
/// </summary>
public sealed class Grant : IDisposable
{
    internal Grant(Endpoint endpoint, Connection connection)
    {
        if (endpoint.Server.Origin != connection.Server.Origin)
        {
            throw new ArgumentException("A grant is for the very server that its connection goes to.", nameof(connection));
        }
        Instance = endpoint.Instance;
        Writer = DolibarrWriter.Open(connection, new WritePermit(endpoint.Server.Origin));
    }

    /// <summary>The instance that may be written to.</summary>
    public Instance Instance { get; }

    internal DolibarrWriter Writer { get; }

    public void Dispose() => Writer.Dispose();
}
