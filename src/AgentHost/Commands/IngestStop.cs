using System.Runtime.InteropServices;
using DolibarrAgent.Shell;

namespace DolibarrAgent.AgentHost;

/// <summary>
/// How whoever started an ingest ends it (Ctrl-C, SIGTERM): asked once it ends after the message that it is at, asked again
/// after the write that is under way.
/// </summary>
internal sealed class IngestStop : IDisposable
{
    private readonly Terminal terminal;
    private readonly CancellationTokenSource stop;
    private readonly CancellationTokenSource abort = new();
    private readonly Lock ending = new();
    private readonly PosixSignalRegistration interrupted;
    private readonly PosixSignalRegistration terminated;
    private volatile bool isAtMessage;
    private bool isOver;

    public IngestStop(Terminal terminal, CancellationToken cancel)
    {
        this.terminal = terminal;
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask);
        terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask);
    }

    /// <summary>It was asked to end.</summary>
    public CancellationToken Asked => stop.Token;

    /// <summary>It was asked again.</summary>
    public CancellationToken AskedAgain => abort.Token;

    /// <summary>Whether it is at one of several messages, which it brings to its end. Whoever asks is told.</summary>
    public bool IsAtMessage
    {
        get => isAtMessage;
        set => isAtMessage = value;
    }

    public void Dispose()
    {
        interrupted.Dispose();
        terminated.Dispose();
        // A signal may be on its way to here.
        lock (ending)
        {
            isOver = true;
            stop.Dispose();
            abort.Dispose();
        }
    }

    private void Ask(PosixSignalContext signal)
    {
        signal.Cancel = true;
        lock (ending)
        {
            if (isOver)
            {
                return;
            }
            if (stop.IsCancellationRequested)
            {
                _ = abort.CancelAsync();
                return;
            }
            if (IsAtMessage)
            {
                terminal.Error.WriteLine(
                    "agent: it ends after this message; asked again, it ends after the write that is under way, "
                    + "and may leave a changeset open.");
            }
            _ = stop.CancelAsync();
        }
    }
}
