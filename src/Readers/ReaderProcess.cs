using System.Collections.Immutable;
using System.Diagnostics;

namespace DolibarrAgent.Readers;

/// <summary>
/// Has documents read by a process of its own, which holds no key and may use so much memory and time: whatever a hostile
/// document does to its reader, it does there. One process reads one document after the other; another follows one that ended.
/// </summary>
/// <param name="program">What is started.</param>
/// <param name="limits">What it may use.</param>
public sealed class ReaderProcess(ReaderProgram program, ReaderLimits limits) : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private readonly SemaphoreSlim one = new(1, 1);
    private Process? reader;

    /// <summary>Gives it the parts of one question, and waits for its answer. Where the answer is not of its form, <see cref="End"/>
    /// it.</summary>
    public async Task<ReaderAnswer> AskAsync(ImmutableArray<ReadOnlyMemory<byte>> question, CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            return await AnswerAsync(question, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            End();
            throw;
        }
        catch (Exception e) when (
            e is IOException or System.ComponentModel.Win32Exception or InvalidOperationException or OperationCanceledException)
        {
            End();
            return new ReaderAnswer.Unusable(e.Message);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Ends the process; the next question gets another.</summary>
    public void End()
    {
        if (Interlocked.Exchange(ref reader, null) is not { } process)
        {
            return;
        }
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

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        End();
        one.Dispose();
    }

    private async Task<ReaderAnswer> AnswerAsync(ImmutableArray<ReadOnlyMemory<byte>> question, CancellationToken cancel)
    {
        var process = reader ??= program.Start(limits.Memory);
        using var watched = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var watch = WatchAsync(process, watched.Token);
        var answer = await ExchangeAsync(process, question, cancel);
        await watched.CancelAsync();
        var inTime = await watch;
        if (answer is not null)
        {
            return new ReaderAnswer.Given(answer);
        }
        End();
        return inTime ? new ReaderAnswer.Ended() : new ReaderAnswer.Late();
    }

    private async Task<byte[]?> ExchangeAsync(Process process, ImmutableArray<ReadOnlyMemory<byte>> question, CancellationToken cancel)
    {
        try
        {
            foreach (var part in question)
            {
                await Frames.WriteAsync(process.StandardInput.BaseStream, part, cancel);
            }
        }
        catch (IOException)
        {
            // It ended before it took all of it; it has no answer either.
        }
        return await Frames.ReadAsync(process.StandardOutput.BaseStream, limits.AnswerBytes, cancel);
    }

    /// <summary>Ends a reader that has used too much time; false where it had to.</summary>
    private async Task<bool> WatchAsync(Process process, CancellationToken done)
    {
        var (before, clock) = (TimeOf(process), Stopwatch.StartNew());
        while (!done.IsCancellationRequested && TimeOf(process) is { } used)
        {
            if (used - before > limits.ProcessorTime || (limits.Time > TimeSpan.Zero && clock.Elapsed > limits.Time))
            {
                process.Kill(entireProcessTree: true);
                return false;
            }
            await Task.Delay(Look, done)
                .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
        return true;
    }

    /// <summary>The processor's time that it has used; null where it has ended, be it while it is asked.</summary>
    private static TimeSpan? TimeOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.HasExited ? null : process.TotalProcessorTime;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
