using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DolibarrAgent.Dolibarr.Tests;

/// <summary>A server on a bare socket that counts the requests which arrive and does with them what a test says.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Answer answer;
    private readonly Task loop;
    private int arrivals;

    private RawServer(Answer answer)
    {
        this.answer = answer;
        listener.Start();
        Url = new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        loop = Task.Run(AcceptAsync);
    }

    /// <summary>Answers the n-th request (from 1) of a connection; false closes the connection.</summary>
    private delegate Task<bool> Answer(int nth, NetworkStream stream, CancellationToken token);

    /// <summary>Whole requests that arrived.</summary>
    public int Arrivals => Volatile.Read(ref arrivals);

    public Uri Url { get; }

    public Connection Connection => Known.ConnectionTo(Url.AbsoluteUri);

    /// <summary>Takes each request whole and closes the connection without an answer.</summary>
    public static RawServer ThatHangsUp() => new((_, _, _) => Task.FromResult(false));

    /// <summary>Answers the first request of a connection and hangs up on the second.</summary>
    public static RawServer ThatHangsUpOnTheSecond() => new(async (nth, stream, token) =>
    {
        if (nth > 1)
        {
            return false;
        }

        await SendAsync(stream, "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n1", token);
        return true;
    });

    /// <summary>Takes each request and says nothing for as long as the test lasts.</summary>
    public static RawServer ThatIsSilent() => new(async (_, _, token) =>
    {
        await Task.Delay(Timeout.Infinite, token);
        return false;
    });

    /// <summary>Sends these bytes and closes.</summary>
    public static RawServer ThatSays(string bytes) => new(async (_, stream, token) =>
    {
        await SendAsync(stream, bytes, token);
        return false;
    });

    public DolibarrReader Reader(HttpLimits? limits = null) => DolibarrReader.Open(Connection with { Limits = limits ?? Known.QuickLimits });

    public DolibarrWriter Writer(HttpLimits? limits = null) => DolibarrWriter.Open(
        Connection with { Limits = limits ?? Known.QuickLimits }, new WritePermit(Connection.Server.Origin));

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await loop;
        listener.Stop();
        stop.Dispose();
    }

    private static Task SendAsync(NetworkStream stream, string bytes, CancellationToken token) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes(bytes), token).AsTask();

    private async Task AcceptAsync()
    {
        List<Task> served = [];
        try
        {
            while (true)
            {
                served.Add(ServeAsync(await listener.AcceptTcpClientAsync(stop.Token)));
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(served);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                for (var nth = 1; await ReadRequestAsync(stream, stop.Token); nth++)
                {
                    Interlocked.Increment(ref arrivals);
                    if (!await this.answer(nth, stream, stop.Token))
                    {
                        return;
                    }
                }
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException)
            {
                return;
            }
        }
    }

    private static async Task<bool> ReadRequestAsync(NetworkStream stream, CancellationToken token)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, token) == 0)
            {
                return false;
            }

            head.Append((char)one[0]);
        }

        const string lengthHeader = "Content-Length:";
        var length = head.ToString().Split("\r\n").FirstOrDefault(line => line.StartsWith(lengthHeader, StringComparison.OrdinalIgnoreCase));
        await stream.ReadExactlyAsync(new byte[length is null ? 0 : int.Parse(length[lengthHeader.Length..], CultureInfo.InvariantCulture)], token);
        return true;
    }
}
