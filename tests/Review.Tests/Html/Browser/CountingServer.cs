using System.Net;
using System.Net.Sockets;

namespace DolibarrAgent.Review.Tests;

/// <summary>A server on loopback that counts who knocks, and answers nobody.</summary>
internal sealed class CountingServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Task serving;
    private readonly TaskCompletionSource knocked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int knocks;

    public CountingServer()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public int Knocks => Volatile.Read(ref knocks);

    /// <summary>Ends with the first knock.</summary>
    public Task Knocked => knocked.Task;

    public string Address => $"http://{listener.LocalEndpoint}";

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await serving;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref knocks);
                knocked.TrySetResult();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }
}
