using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace DolibarrAgent.AgentHost.Tests;

/// <summary>
/// An OpenAI endpoint on a socket of its own, that answers by a script over real HTTP: each turn sees the request and
/// gives the reply. The last turn is repeated. It chooses functions as a model does; nothing of the program is replaced.
/// </summary>
public sealed class ScriptedEndpoint : IAsyncDisposable
{
    public const string Key = "sk-scripted-secret";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly IReadOnlyList<Func<JsonNode, Reply>> turns;
    private readonly Task serving;

    public ScriptedEndpoint(params IReadOnlyList<Func<JsonNode, Reply>> turns)
    {
        this.turns = turns;
        listener.Start();
        serving = ServeAsync();
    }

    /// <summary>The bodies as they were sent, in order.</summary>
    public ConcurrentQueue<JsonNode> Requests { get; } = [];

    /// <summary>The head of each request.</summary>
    public ConcurrentQueue<string> Heads { get; } = [];

    public string Url => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v1";

    /// <summary>The variables with this endpoint.</summary>
    public Dictionary<string, string> With(Dictionary<string, string> variables) => new(variables) { ["OPENAI_BASE_URL"] = Url, ["OPENAI_API_KEY"] = Key, ["AGENT_MODEL"] = "scripted-1" };

    /// <summary>The results of functions that a request brought, the newest last.</summary>
    public static IReadOnlyList<JsonNode> ResultsIn(JsonNode request) =>
        [.. request["messages"]!.AsArray().Where(m => m!["role"]!.GetValue<string>() == "tool").Select(m => JsonNode.Parse(m!["content"]!.GetValue<string>())!)];

    public static JsonNode LastResult(JsonNode request) => ResultsIn(request)[^1];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await AnswerAsync(client, stop.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client, CancellationToken cancel)
    {
        try
        {
            var stream = client.GetStream();
            var request = await ReadAsync(stream, cancel);
            Requests.Enqueue(request);
            var reply = turns[Math.Min(Requests.Count, turns.Count) - 1](request);
            await stream.WriteAsync(reply.Head, cancel);
            foreach (var piece in reply.Pieces)
            {
                await WriteAsync(stream, piece, cancel);
            }
            while (reply.Endless)
            {
                await WriteAsync(stream, reply.Pieces[^1], cancel);
            }
            if (reply.Hangs)
            {
                await Task.Delay(Timeout.Infinite, cancel);
            }
            if (reply.Cut)
            {
                client.LingerState = new LingerOption(true, 0);
                return;
            }
            await stream.WriteAsync("0\r\n\r\n"u8.ToArray(), cancel);
            client.Client.Shutdown(SocketShutdown.Send);
        }
        catch (IOException)
        {
            // The program has left.
        }
    }

    private static async Task WriteAsync(NetworkStream stream, string piece, CancellationToken cancel)
    {
        var bytes = Encoding.UTF8.GetBytes(piece);
        await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n"), .. bytes, .. "\r\n"u8], cancel);
        await stream.FlushAsync(cancel);
    }

    private async Task<JsonNode> ReadAsync(NetworkStream stream, CancellationToken cancel)
    {
        var read = new List<byte>();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var count = await stream.ReadAsync(buffer, cancel);
            read.AddRange(buffer.AsSpan(0, count));
            var text = Encoding.UTF8.GetString([.. read]);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end < 0 && count > 0)
            {
                continue;
            }
            var head = text[..end];
            var length = int.Parse(head.Split("Content-Length: ")[1].Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture);
            if (read.Count >= Encoding.UTF8.GetByteCount(head) + 4 + length)
            {
                Heads.Enqueue(head);
                return JsonNode.Parse(text[(end + 4)..])!;
            }
        }
    }
}
