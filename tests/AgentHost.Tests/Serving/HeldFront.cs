using System.Net;
using System.Net.Sockets;

namespace DolibarrAgent.AgentHost.Tests;

/// <summary>A way to a server on which the first call waits until it is let through; so a call of a tool stays under way for as long as a test needs it.</summary>
public sealed class HeldFront : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource came = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource ended = new();
    private readonly Uri target;
    private readonly Task accepting;

    public HeldFront(Uri target)
    {
        this.target = target;
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

    private async Task PassAsync(TcpClient from)
    {
        using (from)
        using (var to = new TcpClient())
        {
            try
            {
                came.TrySetResult();
                await released.Task.WaitAsync(ended.Token);
                await to.ConnectAsync(IPAddress.Loopback, target.Port, ended.Token);
                await Task.WhenAny(from.GetStream().CopyToAsync(to.GetStream(), ended.Token), to.GetStream().CopyToAsync(from.GetStream(), ended.Token));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or IOException)
            {
                // Whoever came has gone, or the test is over.
            }
        }
    }
}
