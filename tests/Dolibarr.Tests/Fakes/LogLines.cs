using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DolibarrAgent.Dolibarr.Tests;

/// <summary>A logger that keeps every line from a level on.</summary>
internal sealed class LogLines(LogLevel from = LogLevel.Trace) : ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> lines = new();

    public IReadOnlyList<string> All => [.. lines.Select(line => line.Text)];

    public IReadOnlyList<string> At(LogLevel level) => [.. lines.Where(line => line.Level == level).Select(line => line.Text)];

    public bool IsEnabled(LogLevel logLevel) => logLevel >= from;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            lines.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));
        }
    }
}
