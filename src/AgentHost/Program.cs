using System.Collections;
using DolibarrAgent.AgentHost;
using DolibarrAgent.Review;

// The only place where the environment is read.
var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
    .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value, StringComparer.Ordinal);
using var output = Console.OpenStandardOutput();
using var standardOutput = Terminal.Utf8(output);
using var standardError = Terminal.Utf8(Console.OpenStandardError());
var screen = Console.IsOutputRedirected ? ScreenKind.Plain : ScreenKind.Terminal(Math.Max(Console.WindowWidth, 80), variables);
using var input = Console.OpenStandardInput();
using var standardInput = new StreamReader(input);
return await AgentProgram.RunAsync(args, new Terminal(standardOutput, standardError, variables)
{
    Screen = screen,
    ErrorWidth = Console.IsErrorRedirected ? null : screen.Width,
    In = standardInput,
    InBytes = input,
    OutBytes = output,
});
