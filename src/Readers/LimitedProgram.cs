using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace DolibarrAgent.Readers;

/// <summary>
/// A program of the system that is run once, on bytes from a document: taken from its fixed place, without a shell, without
/// this program's environment, and within limits that the system keeps (<c>prlimit</c> of util-linux).
/// </summary>
/// <param name="Program">Its file.</param>
public sealed record LimitedProgram(string Program)
{
    /// <summary>What sets the limits.</summary>
    public const string Limiter = "/usr/bin/prlimit";

    // What it keeps for itself; no output of ours goes to a file.
    private const long LargestFile = 64L << 20;

    /// <summary>Bytes of memory that it may have.</summary>
    public long Memory { get; init; } = 2L << 30;

    /// <summary>Processor time that it may use.</summary>
    public TimeSpan ProcessorTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long it may take by the clock.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Bytes that it may write.</summary>
    public int OutputBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Whether it, and what sets its limits, are there.</summary>
    public bool IsThere => File.Exists(Program) && File.Exists(Limiter);

    /// <summary>What it writes to its standard output; null where it failed or went beyond a limit.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">What it reads from its standard input.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<byte[]?> RunAsync(ImmutableArray<string> arguments, ReadOnlyMemory<byte> input, CancellationToken cancel)
    {
        using var process = Start(arguments);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Time);
        try
        {
            var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, limit.Token);
            var feeding = FeedAsync(process, input, limit.Token);
            var output = await OutputAsync(process, limit.Token);
            if (output is null)
            {
                return null;
            }
            await feeding;
            await errors;
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? output : null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private Process Start(ImmutableArray<string> arguments)
    {
        var start = new ProcessStartInfo(
            Limiter,
            [
                string.Create(CultureInfo.InvariantCulture, $"--as={Memory}"), string.Create(CultureInfo.InvariantCulture, $"--cpu={(int)ProcessorTime.TotalSeconds}"),
                string.Create(CultureInfo.InvariantCulture, $"--fsize={LargestFile}"), "--core=0", Program, .. arguments,
            ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/bin:/bin";
        start.Environment["LC_ALL"] = "C.UTF-8";
        // More threads take more time of the processor than they save.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        return Process.Start(start) ?? throw new InvalidOperationException("A program that is there did not start.");
    }

    private static async Task FeedAsync(Process process, ReadOnlyMemory<byte> input, CancellationToken cancel)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancel);
            process.StandardInput.Close();
        }
        // It ended before it took all of it; how it ended tells whether that matters.
        catch (IOException)
        {
        }
    }

    private async Task<byte[]?> OutputAsync(Process process, CancellationToken cancel)
    {
        using var output = new MemoryStream();
        var block = new byte[81920];
        int count;
        while ((count = await process.StandardOutput.BaseStream.ReadAsync(block, cancel)) > 0)
        {
            if (output.Length + count > OutputBytes)
            {
                return null;
            }
            output.Write(block, 0, count);
        }
        return output.ToArray();
    }
}
