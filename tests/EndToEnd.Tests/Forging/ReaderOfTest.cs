using DolibarrAgent.Readers;
using DolibarrAgent.Replay;

namespace DolibarrAgent.EndToEnd.Tests.Forging;

/// <summary>Readers of evidence: the real program, or a script in its place.</summary>
internal static class ReaderOfTest
{
    private static readonly string[] Kept = ["PATH", "HOME", "DOTNET_ROOT"];

    private static Dictionary<string, string?> Variables => Kept.ToDictionary(name => name, Environment.GetEnvironmentVariable, StringComparer.Ordinal);

    private static string Program => new DirectoryInfo(AppContext.BaseDirectory) is var own ? Path.Combine(own.Parent!.Parent!.FullName, "ReplayTool", own.Name, "replay") : "";

    public static EvidenceReader Real() => new(Program, Variables, new ReaderLimits());

    public static EvidenceReader Real(long memory) => new(Program, Variables, new ReaderLimits { Memory = memory });

    public static EvidenceReader Script(string commands, TimeSpan? processorTime = null)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("reader-").FullName, "reader");
        File.WriteAllText(path, $"#!/bin/sh\n{commands}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        return new EvidenceReader(path, Variables, new ReaderLimits { ProcessorTime = processorTime ?? TimeSpan.FromMinutes(1) });
    }
}
