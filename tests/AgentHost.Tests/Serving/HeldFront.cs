using System.Net;
using System.Net.Sockets;

namespace DolibarrAgent.AgentHost.Tests;

/// <summary>A way to a server on which calls wait until they are let through: all, or those that begin with a word; so a call of a tool stays under way for as long as a test needs it.</summary>
public sealed class HeldFront : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource came = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource ended = new();
    private readonly Uri target;
    private readonly byte[] held;
    private readonly Task accepting;

    public HeldFront(Uri target, string held = "")
    {
        this.target = target;
        this.held = System.Text.Encoding.ASCII.GetBytes(held);
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>Completes when somebody has come.</summary>
    public Task Came => came.Task.WaitAsync(TestContext.Current.CancellationToken);

    public void Release() => released.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        listener.Stop();
        await accepting;
        ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = PassAsync(await listener.AcceptTcpClientAsync(ended.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task HoldAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer, ended.Token) is var read and > 0)
        {
            if (buffer.AsSpan(0, read).StartsWith(held))
            {
                came.TrySetResult();
                await released.Task.WaitAsync(ended.Token);
            }
            await to.WriteAsync(buffer.AsMemory(0, read), ended.Token);
        }
    }

    private async Task PassAsync(TcpClient from)
    {
        using (from)
        using (var to = new TcpClient())
        {
            try
            {
                await to.ConnectAsync(IPAddress.Loopback, target.Port, ended.Token);
                await Task.WhenAny(HoldAsync(from.GetStream(), to.GetStream()), to.GetStream().CopyToAsync(from.GetStream(), ended.Token));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or IOException)
            {
                // Whoever came has gone, or the test is over.
            }
        }
    }
}
