using System.Collections;
using DolibarrAgent.AgentHost;
using DolibarrAgent.Review;

// The only place where the environment is read.
var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
    .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value, StringComparer.Ordinal);
using var standardOutput = Terminal.Utf8(Console.OpenStandardOutput());
using var standardError = Terminal.Utf8(Console.OpenStandardError());
var screen = Console.IsOutputRedirected ? ScreenKind.Plain : ScreenKind.Terminal(Math.Max(Console.WindowWidth, 80), variables);
using var standardInput = new StreamReader(Console.OpenStandardInput());
// Of its own: whoever speaks a protocol closes it.
using var output = Console.OpenStandardOutput();
using var input = Console.OpenStandardInput();
return await AgentProgram.RunAsync(args, new Terminal(standardOutput, standardError, variables)
{
    Screen = screen,
    ErrorWidth = Console.IsErrorRedirected ? null : screen.Width,
    In = standardInput,
    InBytes = input,
    OutBytes = output,
});
