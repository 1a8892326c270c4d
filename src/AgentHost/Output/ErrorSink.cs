using System.Globalization;
using Serilog.Core;
using Serilog.Events;

namespace DolibarrAgent.AgentHost;

/// <summary>Log events as lines on stderr, with what is not seen made visible. Plain: no colour to switch off.</summary>
internal sealed class ErrorSink(TextWriter error) : ILogEventSink
{
    public void Emit(LogEvent logEvent) => error.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{logEvent.Timestamp.UtcDateTime:HH:mm:ss} {logEvent.Level.ToString().ToLowerInvariant()} {Shown.Line(logEvent.RenderMessage(CultureInfo.InvariantCulture))}"));
}
