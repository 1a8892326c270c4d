using System.Net;
using System.Net.Sockets;

namespace DolibarrAgent.AgentHost.Tests;

/// <summary>What lies between a program and a server, and can be cut.</summary>
public sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int server;
    private readonly List<TcpClient> ends = [];
    private readonly Task running;
    private int connections;

    public Wire(int server)
    {
        this.server = server;
        listener.Start();
        running = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public int Connections => connections;

    /// <summary>Cuts what is connected now. Who connects after it is connected.</summary>
    public void Cut()
    {
        lock (ends)
        {
            ends.ForEach(end => end.Dispose());
            ends.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        Cut();
        await running;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var near = await listener.AcceptTcpClientAsync();
                var far = new TcpClient();
                await far.ConnectAsync(IPAddress.Loopback, server);
                Interlocked.Increment(ref connections);
                lock (ends)
                {
                    ends.AddRange([near, far]);
                }
                _ = (PassAsync(near, far), PassAsync(far, near));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // It was stopped.
        }
    }

    private static async Task PassAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // It was cut.
        }
        from.Dispose();
        to.Dispose();
    }
}
