using DolibarrAgent.Changesets;
using DolibarrAgent.Review;
using DolibarrAgent.Settings;
using Serilog;
using Serilog.Core;
using Serilog.Debugging;
using Serilog.Extensions.Logging;

namespace DolibarrAgent.Shell;

/// <summary>
/// A program's log: lines on stderr, and compact JSON in <c>logs/</c> beside the changesets, a file a day. Keys reach
/// neither: the HTTP pipeline takes them out. A log that cannot be written is said once and stops nothing: the changesets
/// and the ledger are the record, not the log.
/// </summary>
public sealed class Logs : IDisposable
{
    private const int DaysKept = 90;

    private readonly Logger logger;
    private readonly SerilogLoggerFactory factory;

    private Logs(Logger logger) => (this.logger, factory) = (logger, new SerilogLoggerFactory(logger));

    /// <summary>Opens it.</summary>
    /// <param name="program">The program's name, as a person types it.</param>
    /// <param name="detail">How much goes where.</param>
    /// <param name="terminal">Its variables name the folder of the changesets, and who may read it.</param>
    public static Logs Open(string program, LogDetail detail, Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(detail);
        ArgumentNullException.ThrowIfNull(terminal);
        var said = 0;
        SelfLog.Enable(reason =>
        {
            if (Interlocked.Exchange(ref said, 1) == 0)
            {
                var why = Visible.Of(reason.Trim(), 300);
                terminal.Error.WriteLine($"{program}: the log cannot be written; the command continues without it: {why}");
            }
        });
        var folder = ProgramSettings.ChangesetsFolderIn(terminal.Variables);
        // A word that is not understood is told with the other settings.
        var rights = FileRights.Named(terminal.Variables.GetValueOrDefault(FileRights.Variable)) ?? FileRights.Private;
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Is(detail.File)
            .WriteTo.Sink(new ErrorLines(terminal.Error), detail.Errors);
        if (LogFolder.Unusable(folder, rights) is { } reason)
        {
            SelfLog.WriteLine("{0}", reason);
        }
        else
        {
            configuration = configuration.WriteTo.File(
                new VisibleJsonFormatter(), Path.Combine(folder, LogFolder.Name, $"{program}-.log"),
                rollingInterval: RollingInterval.Day, retainedFileCountLimit: DaysKept, hooks: new ClosedLogFile(rights));
        }
        return new Logs(configuration.CreateLogger());
    }

    /// <summary>A logger for a part of the program.</summary>
    public Microsoft.Extensions.Logging.ILogger Named(string name) => factory.CreateLogger(name);

    /// <summary>Writes what is left, and closes it.</summary>
    public void Dispose()
    {
        factory.Dispose();
        logger.Dispose();
        SelfLog.Disable();
    }
}
