using System.Collections;
using DolibarrAgent.AgentHost;
using DolibarrAgent.Intake;
using DolibarrAgent.Shell;

if (args is [PageReader.Argument])
{
    return PageReadingProcess.Run(Console.OpenStandardInput(), Console.OpenStandardOutput());
}
// The only place where the environment is read.
var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
    .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value, StringComparer.Ordinal);
// Not awaited: the process that reads pages starts faster without.
return AgentProgram.RunAsync(args, Terminal.OfThisProcess(variables)).GetAwaiter().GetResult();
