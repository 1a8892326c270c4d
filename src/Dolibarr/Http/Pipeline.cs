namespace DolibarrAgent.Dolibarr;

/// <summary>The one pipeline of every call (DESIGN.md §6), from the caller's side to the wire.</summary>
internal static class Pipeline
{
    /// <summary>A client for one server. Without a permit it sends only GET requests.</summary>
    public static HttpClient Open(Connection connection, WritePermit? permit, ServerKey? key = null)
    {
        var expected = key ?? new ServerKey(connection.Pin);
        return Over(Wire(connection.Limits, expected), connection, permit, expected);
    }

    /// <summary>The same over a given wire.</summary>
    internal static HttpClient Over(SocketsHttpHandler wire, Connection connection, WritePermit? permit, ServerKey key)
    {
        var handler = Chain(
            wire,
            new FaultBoundary(connection.Server),
            new CallLog(connection),
            new WriteGate(permit),
            new OnceOnly(),
            new Tries(connection),
            new WholeAnswer(connection.Limits.LargestAnswer),
            new KeyHeader(connection, key));
        return new HttpClient(handler) { BaseAddress = connection.Server.Api, Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>The platform's handler: follows no redirect, asks no proxy of the environment, keeps no cookie, and talks to the enrolled key alone.</summary>
    internal static SocketsHttpHandler Wire(HttpLimits limits, ServerKey key) => new()
    {
        SslOptions = { RemoteCertificateValidationCallback = key.Accepts },
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = limits.Connect,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    private static HttpMessageHandler Chain(HttpMessageHandler wire, params DelegatingHandler[] handlers)
    {
        var next = wire;
        foreach (var handler in handlers.Reverse())
        {
            handler.InnerHandler = next;
            next = handler;
        }

        return next;
    }
}
