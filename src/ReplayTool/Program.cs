using System.Collections;
using System.Runtime.InteropServices;
using System.Text;
using DolibarrAgent.ReplayTool;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var cancel = new CancellationTokenSource();
// The first Ctrl-C ends the work where it can be resumed; a second one ends the process.
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = !cancel.IsCancellationRequested;
    cancel.Cancel();
};
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = true;
    cancel.Cancel();
});
var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(v => (string)v.Key, v => (string?)v.Value, StringComparer.Ordinal);
return (int)await ReplayProgram.RunAsync(args, Surroundings.OfThisProcess(variables), cancel.Token);
