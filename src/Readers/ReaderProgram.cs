using System.Diagnostics;
using System.Globalization;

namespace DolibarrAgent.Readers;

/// <summary>A program that reads documents for another, and how it is started: without keys.</summary>
/// <param name="File">The program's file.</param>
/// <param name="Argument">The only argument, by which it is a process that reads.</param>
/// <param name="Variables">The environment; the process gets nothing of it but what finds the runtime.</param>
public sealed record ReaderProgram(string File, string Argument, IReadOnlyDictionary<string, string?> Variables)
{
    /// <summary>The only variables that a process that reads is given.</summary>
    private static readonly string[] Kept = ["PATH", "HOME", "TMPDIR", "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64"];

    internal Process Start(long memory)
    {
        var start = new ProcessStartInfo(File, [Argument])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        foreach (var variable in Kept)
        {
            if (Variables.GetValueOrDefault(variable) is { } value)
            {
                start.Environment[variable] = value;
            }
        }
        // The runtime takes it in hexadecimal.
        start.Environment["DOTNET_GCHeapHardLimit"] = memory.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        var process = Process.Start(start) ?? throw new InvalidOperationException("It did not start.");
        // What it complains of is nobody's business but must not fill its pipe, nor this process's memory.
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null)
            .ContinueWith(ended => _ = ended.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return process;
    }
}
