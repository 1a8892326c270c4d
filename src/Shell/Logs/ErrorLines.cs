using System.Globalization;
using DolibarrAgent.Review;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace DolibarrAgent.Shell;

/// <summary>Log events as lines on stderr, with what is not seen made visible. Plain: no colour to switch off.</summary>
internal sealed class ErrorLines(TextWriter errors) : ILogEventSink
{
    private readonly MessageTemplateTextFormatter formatter =
        new("{UtcTimestamp:HH:mm:ss} {Level}: {Message:lj}", CultureInfo.InvariantCulture);

    public void Emit(LogEvent logEvent)
    {
        using var line = new StringWriter(CultureInfo.InvariantCulture);
        formatter.Format(logEvent, line);
        errors.WriteLine(Visible.Of(line.ToString()));
    }
}
