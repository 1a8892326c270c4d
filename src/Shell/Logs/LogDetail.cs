using Serilog.Events;

namespace DolibarrAgent.Shell;

/// <summary>How much of what a program does is logged.</summary>
public sealed record LogDetail
{
    private LogDetail(LogEventLevel file, LogEventLevel errors) => (File, Errors) = (file, errors);

    /// <summary>Calls in the file, warnings on stderr.</summary>
    public static LogDetail Usual { get; } = new(LogEventLevel.Information, LogEventLevel.Warning);

    /// <summary>Calls on stderr too.</summary>
    public static LogDetail Calls { get; } = new(LogEventLevel.Information, LogEventLevel.Information);

    /// <summary>Calls on stderr too, and in the file what was sent and answered, with bank details masked.</summary>
    public static LogDetail Bodies { get; } = new(LogEventLevel.Debug, LogEventLevel.Information);

    internal LogEventLevel File { get; }

    internal LogEventLevel Errors { get; }
}
