using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DolibarrAgent.Replay.Tests;

/// <summary>Stands before a PostgreSQL and cuts the line when a word passes it: before the word arrives, or behind it, so that the answer is lost.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int server;
    private readonly CancellationTokenSource end = new();

    private CuttingProxy(int server) => this.server = server;

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The word that cuts the line; null while nothing does.</summary>
    public string? CutsAt { get; set; }

    /// <summary>Whether the server still gets what the word stands in.</summary>
    public bool Arrives { get; set; }

    public static CuttingProxy Before(int server)
    {
        var proxy = new CuttingProxy(server);
        proxy.listener.Start();
        _ = proxy.AcceptAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                _ = CarryAsync(await listener.AcceptTcpClientAsync(end.Token));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException)
            {
                return;
            }
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using (client)
        using (var behind = new TcpClient())
        {
            await behind.ConnectAsync(IPAddress.Loopback, server, end.Token);
            var (near, far) = (client.GetStream(), behind.GetStream());
            var (answering, cut) = (true, new TaskCompletionSource());
            var back = PassAsync(far, near, _ => answering);
            var forth = PassAsync(near, far, text =>
            {
                if (CutsAt is not { } word || !text.Contains(word, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
                (CutsAt, answering) = (null, false);
                cut.SetResult();
                return Arrives;
            });
            await Task.WhenAny(back, forth, cut.Task);
            if (cut.Task.IsCompleted && Arrives)
            {
                // The server's answer shows that it has done it; it goes nowhere.
                await back;
            }
        }
    }

    private async Task PassAsync(NetworkStream from, NetworkStream to, Func<string, bool> passes)
    {
        var buffer = new byte[65536];
        try
        {
            while (await from.ReadAsync(buffer, end.Token) is > 0 and var read)
            {
                if (!passes(Encoding.Latin1.GetString(buffer, 0, read)))
                {
                    return;
                }
                await to.WriteAsync(buffer.AsMemory(0, read), end.Token);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The line is cut.
        }
    }
}
