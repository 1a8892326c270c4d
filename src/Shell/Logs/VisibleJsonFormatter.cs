using DolibarrAgent.Review;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;

namespace DolibarrAgent.Shell;

/// <summary>Events as compact JSON, a line each, that does nothing to the terminal of who prints it.</summary>
internal sealed class VisibleJsonFormatter : ITextFormatter
{
    private readonly CompactJsonFormatter json = new();

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var line = new StringWriter();
        json.Format(logEvent, line);
        output.WriteLine(VisibleJson.Of(line.ToString().TrimEnd('\r', '\n')));
    }
}
