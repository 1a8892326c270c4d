using DolibarrAgent.Changesets;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace DolibarrAgent.AgentHost;

/// <summary>
/// Logs of one run: readable on stderr (warnings, or all with <c>--verbose</c>), compact JSON in a file beside the
/// changesets. Keys reach neither: the HTTP pipeline takes them out.
/// </summary>
internal sealed class AgentLog : IDisposable
{
    private readonly Serilog.Core.Logger serilog;
    private readonly SerilogLoggerFactory factory;

    private AgentLog(Serilog.Core.Logger serilog)
    {
        this.serilog = serilog;
        factory = new SerilogLoggerFactory(serilog);
        Logger = factory.CreateLogger("agent");
    }

    public Microsoft.Extensions.Logging.ILogger Logger { get; }

    /// <summary>Opens it. A file that cannot be written is said once and does not stop anything.</summary>
    public static AgentLog Open(string changesets, bool verbose, Terminal terminal)
    {
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Is(verbose ? LogEventLevel.Debug : LogEventLevel.Information)
            .WriteTo.Sink(new ErrorSink(terminal.Error), verbose ? LogEventLevel.Information : LogEventLevel.Warning);
        var file = Path.Combine(changesets, LogFolder.Name, "agent-.log");
        // A word that is not understood is told with the other settings.
        var rights = FileRights.Named(terminal.Variables.GetValueOrDefault(FileRights.Variable)) ?? FileRights.Private;
        if (LogFolder.Unusable(changesets, rights) is { } reason)
        {
            terminal.Error.WriteLine($"agent: no log is written to {Shown.Line(file)}: {Shown.Line(reason)}");
        }
        else
        {
            configuration = configuration.WriteTo.File(new VisibleJsonFormatter(), file, rollingInterval: RollingInterval.Day, retainedFileCountLimit: 90, hooks: new ClosedLogFile(rights));
        }
        return new AgentLog(configuration.CreateLogger());
    }

    public void Dispose()
    {
        factory.Dispose();
        serilog.Dispose();
    }
}
