using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace DolibarrAgent.AgentHost.Tests;

/// <summary><c>agent mcp</c> as a child process, and a client of the protocol at its standard streams.</summary>
public sealed class Served : IAsyncDisposable
{
    private readonly Process process;
    private readonly KeptStream output;
    private readonly StringBuilder errors = new();

    private Served(Process process)
    {
        this.process = process;
        output = new KeptStream(process.StandardOutput.BaseStream);
    }

    public McpClient Client { get; private set; } = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Served> StartAsync(IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var served = new Served(Ran.Start(variables, ["mcp", .. arguments]));
        served.Client = await McpClient.CreateAsync(new StreamClientTransport(served.process.StandardInput.BaseStream, served.output), cancellationToken: Cancel);
        return served;
    }

    public async Task<CallToolResult> CallAsync(string tool, params (string Name, object Value)[] arguments) =>
        await Client.CallToolAsync(tool, arguments.ToDictionary(a => a.Name, a => (object?)a.Value), cancellationToken: Cancel);

    /// <summary>The JSON of a call that is not refused.</summary>
    public async Task<JsonElement> DoneAsync(string tool, params (string Name, object Value)[] arguments)
    {
        var result = await CallAsync(tool, arguments);
        (result.IsError ?? false).Should().BeFalse(TextOf(result));
        return JsonDocument.Parse(TextOf(result)).RootElement;
    }

    /// <summary>The first refusal of a call that is refused, as a model reads it.</summary>
    public async Task<(string Code, string Remedy)> RefusedAsync(string tool, params (string Name, object Value)[] arguments)
    {
        var result = await CallAsync(tool, arguments);
        result.IsError.Should().BeTrue(TextOf(result));
        var first = JsonDocument.Parse(TextOf(result)).RootElement.GetProperty("refused")[0];
        return (first.GetProperty("code").GetString()!, first.GetProperty("do").GetString()!);
    }

    public static string TextOf(CallToolResult result) => result.Content.Should().ContainSingle().Which.Should().BeOfType<TextContentBlock>().Subject.Text;

    /// <summary>Waits until it has said this on stderr.</summary>
    public async Task HearAsync(string words)
    {
        while (!errors.ToString().Contains(words, StringComparison.Ordinal))
        {
            var line = await process.StandardError.ReadLineAsync(Cancel) ?? throw new InvalidOperationException($"It ended without '{words}': {errors}");
            errors.Append(line).Append('\n');
        }
    }

    /// <summary>Closes the client's end, and does not wait.</summary>
    public void Close() => process.StandardInput.Close();

    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Cancel);
    }

    /// <summary>Closes the client's end and waits for the program's.</summary>
    public Task<Ran> EndAsync()
    {
        Close();
        return EndedAsync();
    }

    public async Task<Ran> EndedAsync()
    {
        errors.Append(await process.StandardError.ReadToEndAsync(Cancel));
        await process.WaitForExitAsync(Cancel);
        await Client.DisposeAsync();
        return new Ran(process.ExitCode, output.Kept, errors.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }
        await Client.DisposeAsync();
        process.Dispose();
    }

    /// <summary>What is read from another stream, which is kept.</summary>
    private sealed class KeptStream(Stream from) : Stream
    {
        private readonly MemoryStream kept = new();

        public string Kept => Encoding.UTF8.GetString(kept.ToArray());

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default)
        {
            var read = await from.ReadAsync(buffer, cancel);
            kept.Write(buffer.Span[..read]);
            return read;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancel) => ReadAsync(buffer.AsMemory(offset, count), cancel).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
