using System.Collections;
using DolibarrAgent.Benchmarks;

var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(v => (string)v.Key, v => (string?)v.Value, StringComparer.Ordinal);
return await new BenchmarksCommand(variables, Console.Out, Console.Error).RunAsync(args);
