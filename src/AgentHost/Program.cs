using System.Collections;
using DolibarrAgent.AgentHost;
using DolibarrAgent.Intake;
using DolibarrAgent.Shell;

if (args is [PageReader.Argument])
{
    return await PageReadingProcess.RunAsync(Console.OpenStandardInput(), Console.OpenStandardOutput(), CancellationToken.None);
}
// The only place where the environment is read.
var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
    .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value, StringComparer.Ordinal);
return await AgentProgram.RunAsync(args, Terminal.OfThisProcess(variables));
