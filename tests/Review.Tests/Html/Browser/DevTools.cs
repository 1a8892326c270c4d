using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Review.Tests;

/// <summary>The DevTools protocol over one socket: commands with their answers, events in order.</summary>
internal sealed class DevTools : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> waiting = [];
    private int last;

    private DevTools()
    {
        socket.Options.Proxy = null;
        socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
    }

    public event Action<ToolEvent>? Happened;

    public static async Task<DevTools> ConnectAsync(Uri address)
    {
        var tools = new DevTools();
        await tools.socket.ConnectAsync(address, CancellationToken.None);
        _ = tools.ReadAsync();
        return tools;
    }

    /// <summary>The result; throws where the browser reports an error.</summary>
    public async Task<JsonElement> SendAsync(string method, JsonObject? parameters = null, string? session = null)
    {
        var id = Interlocked.Increment(ref last);
        var answer = waiting[id] = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        if (session is not null)
        {
            message["sessionId"] = session;
        }
        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            sending.Release();
        }
        var answered = await answer.Task.WaitAsync(Patience);
        return answered.TryGetProperty("error", out var error) ? throw new InvalidOperationException($"{method}: {error}") : answered.GetProperty("result");
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        sending.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task ReadAsync()
    {
        var message = new ArrayBufferWriter<byte>();
        try
        {
            while (true)
            {
                var read = await socket.ReceiveAsync(message.GetMemory(65536), CancellationToken.None);
                message.Advance(read.Count);
                if (read.EndOfMessage)
                {
                    Take(JsonDocument.Parse(message.WrittenMemory.ToArray()).RootElement);
                    message.Clear();
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or OperationCanceledException or JsonException)
        {
            foreach (var answer in waiting.Values)
            {
                answer.TrySetException(e);
            }
        }
    }

    private void Take(JsonElement message)
    {
        if (message.TryGetProperty("id", out var id))
        {
            if (waiting.TryRemove(id.GetInt32(), out var answer))
            {
                answer.SetResult(message);
            }
            return;
        }
        Happened?.Invoke(new ToolEvent(
            message.GetProperty("method").GetString()!, message.GetProperty("params"), message.TryGetProperty("sessionId", out var session) ? session.GetString() : null));
    }
}

/// <summary>Something that happened in the browser.</summary>
internal sealed record ToolEvent(string Method, JsonElement Parameters, string? Session);
