using System.Collections;
using DolibarrAgent.Benchmarks;

if (args is [PagesBenchmark.DoNothing])
{
    return 0;
}
var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(v => (string)v.Key, v => (string?)v.Value, StringComparer.Ordinal);
return await new BenchmarksCommand(variables, Console.Out, Console.Error).RunAsync(args);
