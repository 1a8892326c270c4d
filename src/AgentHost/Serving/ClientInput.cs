using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace DolibarrAgent.AgentHost;

/// <summary>
/// What a client sends, a message a line. A line that is not a message of the protocol, or is longer than one may be, is
/// answered with an error and passed over: the library would leave it without an answer, and would hold a line of any
/// length in memory. Tells when the client has closed its end, while calls that came before are still waiting; and a wait
/// for more can be given up, which that for a console's bytes cannot.
/// </summary>
internal sealed class ClientInput(Stream bytes, ClientOutput output, Action closed) : ReadingStream
{
    /// <summary>Bytes of the longest line. No call of a function of ours comes near it.</summary>
    public const int LongestLine = 32 * 1024 * 1024;

    // JSON-RPC 2.0, 5.1.
    private const int ParseError = -32700;
    private const int InvalidRequest = -32600;

    private static readonly JsonTypeInfo Message = McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage));

    private readonly byte[] chunk = new byte[64 * 1024];
    private ReadOnlyMemory<byte> received;
    private ReadOnlyMemory<byte> message;
    private ArrayBufferWriter<byte> line = new();
    private bool isTooLong;

    /// <summary>Gives bytes of the next message, which ends with a line feed; 0 when the client has closed its end.</summary>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default)
    {
        while (message.IsEmpty && buffer.Length > 0)
        {
            var isLine = await FillLineAsync(cancel);
            if (!isLine && line.WrittenCount == 0 && !isTooLong)
            {
                closed();
                return 0;
            }
            await TakeLineAsync(cancel);
        }
        var given = Math.Min(message.Length, buffer.Length);
        message[..given].CopyTo(buffer);
        message = message[given..];
        return given;
    }

    /// <summary>Reads to the end of a line; false where the client has closed its end before it.</summary>
    private async Task<bool> FillLineAsync(CancellationToken cancel)
    {
        while (true)
        {
            var end = received.Span.IndexOf((byte)'\n');
            Add(end < 0 ? received.Span : received.Span[..end]);
            received = end < 0 ? default : received[(end + 1)..];
            if (end >= 0)
            {
                return true;
            }
            received = chunk.AsMemory(0, await bytes.ReadAsync(chunk, cancel).AsTask().WaitAsync(cancel));
            if (received.IsEmpty)
            {
                return false;
            }
        }
    }

    private void Add(ReadOnlySpan<byte> part)
    {
        if (isTooLong || line.WrittenCount + part.Length > LongestLine)
        {
            isTooLong = true;
            line = new ArrayBufferWriter<byte>();
            return;
        }
        line.Write(part);
    }

    private async Task TakeLineAsync(CancellationToken cancel)
    {
        var (text, refusal) = (line.WrittenMemory, isTooLong ? TooLong : null);
        (line, isTooLong) = (new ArrayBufferWriter<byte>(), false);
        text = text.Span.StartsWith("\uFEFF"u8) ? text["\uFEFF"u8.Length..] : text;
        if (refusal is null && text.Span.Trim(" \t\r"u8).IsEmpty)
        {
            return;
        }
        if ((refusal ?? RefusalOf(text.Span)) is { } wrong)
        {
            await output.RefuseAsync(wrong.Code, wrong.Words, cancel);
            return;
        }
        var whole = new byte[text.Length + 1];
        text.CopyTo(whole);
        // Between the tokens of a message a carriage return is a blank; the library would take it for the end of the line.
        whole.AsSpan().Replace((byte)'\r', (byte)' ');
        whole[^1] = (byte)'\n';
        message = whole;
    }

    private static Refusal TooLong => new(InvalidRequest, string.Create(CultureInfo.InvariantCulture, $"The line is longer than {LongestLine / (1024 * 1024)} MB and was not read. Send a shorter message."));

    private static Refusal? RefusalOf(ReadOnlySpan<byte> text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, Message) is null ? NotAMessage : null;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException or FormatException)
        {
            return IsJson(text) ? NotAMessage : new Refusal(ParseError, "The line is not JSON. Send one JSON-RPC message a line.");
        }
    }

    private static Refusal NotAMessage => new(InvalidRequest, "The line is JSON, but not a JSON-RPC 2.0 message. Send one message a line, no batches.");

    private static bool IsJson(ReadOnlySpan<byte> text)
    {
        try
        {
            var reader = new Utf8JsonReader(text);
            while (reader.Read())
            {
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private sealed record Refusal(int Code, string Words);
}
