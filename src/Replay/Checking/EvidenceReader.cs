using System.Diagnostics;
using System.Globalization;
using System.Text;
using DolibarrAgent.Risks;

namespace DolibarrAgent.Replay;

/// <summary>
/// Has documents read by a process of its own, which holds no key and may use so much memory and processor time: whatever
/// a hostile document does to its reader, it does there.
/// </summary>
/// <param name="program">The file of <c>replay</c>.</param>
/// <param name="variables">The environment; the reader gets nothing of it but what finds the runtime.</param>
public sealed class EvidenceReader(string program, IReadOnlyDictionary<string, string?> variables) : IEvidenceReader, IDisposable
{
    /// <summary>The only argument, by which a process of the program is one that reads.</summary>
    public const string Argument = "read-evidence";

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly string[] Kept = ["PATH", "HOME", "TMPDIR", "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64"];

    /// <summary>What the reader's heap may hold, in bytes: a gigabyte.</summary>
    public long Memory { get; init; } = 1L << 30;

    /// <summary>What it may use for one document. Time that other processes take does not count.</summary>
    public TimeSpan ProcessorTime { get; init; } = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim one = new(1, 1);
    private Process? reader;

    /// <inheritdoc />
    public async Task<ReadEvidence> ReadAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            return await AskAsync(name, bytes, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            End();
            throw;
        }
        catch (Exception e) when (e is IOException or System.ComponentModel.Win32Exception or InvalidOperationException or OperationCanceledException)
        {
            End();
            return new ReadEvidence.Failed($"The reader could not be used: {e.Message}");
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        End();
        one.Dispose();
    }

    private async Task<ReadEvidence> AskAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var process = reader ??= Start();
        using var watched = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var watch = WatchAsync(process, watched.Token);
        var answer = await ExchangeAsync(process, name, bytes, cancel);
        await watched.CancelAsync();
        var inTime = await watch;
        if (answer is not null && ReadEvidenceJson.Read(answer) is { } read)
        {
            return read;
        }
        End();
        return new ReadEvidence.Failed(inTime
            ? "The reader ended over it: it takes more memory than a document may, or is damaged in a way that the reader does not know."
            : "Reading it took longer than a document may take.");
    }

    private static async Task<byte[]?> ExchangeAsync(Process process, string name, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        try
        {
            var input = process.StandardInput.BaseStream;
            await EvidenceFrames.WriteAsync(input, Encoding.UTF8.GetBytes(name), cancel);
            await EvidenceFrames.WriteAsync(input, bytes, cancel);
        }
        catch (IOException)
        {
            // It ended before it took all of it; it has no answer either.
        }
        return await EvidenceFrames.ReadAsync(process.StandardOutput.BaseStream, cancel);
    }

    /// <summary>Ends a reader that has used too much processor time; false where it had to.</summary>
    private async Task<bool> WatchAsync(Process process, CancellationToken done)
    {
        var before = process.TotalProcessorTime;
        while (!done.IsCancellationRequested && !process.HasExited)
        {
            process.Refresh();
            if (process.TotalProcessorTime - before > ProcessorTime)
            {
                process.Kill(entireProcessTree: true);
                return false;
            }
            await Task.Delay(Look, done).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
        return true;
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(program, [Argument]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment.Clear();
        foreach (var variable in Kept)
        {
            if (variables.GetValueOrDefault(variable) is { } value)
            {
                start.Environment[variable] = value;
            }
        }
        // The runtime takes it in hexadecimal.
        start.Environment["DOTNET_GCHeapHardLimit"] = Memory.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        var process = Process.Start(start) ?? throw new InvalidOperationException("It did not start.");
        // What it complains of is nobody's business but must not fill its pipe.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }

    private void End()
    {
        if (reader is not { } process)
        {
            return;
        }
        reader = null;
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
        process.Dispose();
    }
}
