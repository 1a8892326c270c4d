using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Review;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Core;
using Serilog.Debugging;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Display;

namespace DolibarrAgent.ReplayTool;

/// <summary>
/// The program's log: warnings on stderr, and all that it does as compact JSON in <c>logs/</c> beside the changesets, a file a
/// day. A log that cannot be written is said once and stops nothing: the ledger is the record, not the log.
/// </summary>
internal sealed class Logs : IDisposable
{
    private readonly Logger logger;
    private readonly SerilogLoggerFactory factory;

    private Logs(Logger logger) => (this.logger, factory) = (logger, new SerilogLoggerFactory(logger));

    public static Logs Open(Surroundings around, Manner manner)
    {
        var said = 0;
        SelfLog.Enable(reason =>
        {
            if (Interlocked.Exchange(ref said, 1) == 0)
            {
                around.Errors.WriteLine($"replay: the log cannot be written; the command continues without it: {Visible.Of(reason.Trim(), 300)}");
            }
        });
        var folder = around.Variables.GetValueOrDefault("DOLIBARR_CHANGESETS") is { Length: > 0 } set ? set : "changesets";
        // A word that is not understood is told with the other settings.
        var rights = FileRights.Named(around.Variables.GetValueOrDefault(FileRights.Variable)) ?? FileRights.Private;
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Information()
            .WriteTo.Sink(new OnErrors(around.Errors), manner.Verbose ? LogEventLevel.Information : LogEventLevel.Warning);
        if (LogFolder.Unusable(folder, rights) is { } reason)
        {
            SelfLog.WriteLine("{0}", reason);
        }
        else
        {
            configuration = configuration.WriteTo.File(
                new VisibleJsonFormatter(), Path.Combine(folder, LogFolder.Name, "replay-.log"), rollingInterval: RollingInterval.Day, hooks: new ClosedLogFile(rights));
        }
        return new Logs(configuration.CreateLogger());
    }

    public Microsoft.Extensions.Logging.ILogger Named(string name) => factory.CreateLogger(name);

    public void Dispose()
    {
        factory.Dispose();
        logger.Dispose();
        SelfLog.Disable();
    }

    /// <summary>A line for each event, whatever stands in it.</summary>
    private sealed class OnErrors(TextWriter errors) : ILogEventSink
    {
        private readonly MessageTemplateTextFormatter formatter = new("{Timestamp:HH:mm:ss} {Level}: {Message:lj}", CultureInfo.InvariantCulture);

        public void Emit(LogEvent logEvent)
        {
            using var line = new StringWriter(CultureInfo.InvariantCulture);
            formatter.Format(logEvent, line);
            errors.WriteLine(Visible.Of(line.ToString()));
        }
    }
}
