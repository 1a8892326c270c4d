using System.Collections;
using System.Runtime.InteropServices;
using DolibarrAgent.Replay;
using DolibarrAgent.ReplayTool;
using DolibarrAgent.Shell;

using var cancel = new CancellationTokenSource();
// The first Ctrl-C ends the work where it can be resumed; a second one ends the process.
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
if (args is [EvidenceReader.Argument])
{
    return await new ReadingProcess().RunAsync(Console.OpenStandardInput(), Console.OpenStandardOutput(), cancel.Token);
}
if (args is [PageDrawer.Argument])
{
    return await DrawingProcess.RunAsync(Console.OpenStandardInput(), Console.OpenStandardOutput(), cancel.Token);
}
var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(v => (string)v.Key, v => (string?)v.Value, StringComparer.Ordinal);
return (int)await ReplayProgram.RunAsync(args, Terminal.OfThisProcess(variables), cancel.Token);

void Stop(PosixSignalContext signal)
{
    signal.Cancel = !cancel.IsCancellationRequested;
    cancel.Cancel();
}
