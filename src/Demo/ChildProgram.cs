using System.Diagnostics;

namespace DolibarrAgent.Demo;

/// <summary>One of the real programs, found beside the demo's own build, started as a child process.</summary>
internal sealed class ChildProgram(string project, string name)
{
    public static ChildProgram Agent { get; } = new("AgentHost", "agent");

    public static ChildProgram Replay { get; } = new("ReplayTool", "replay");

    public static ChildProgram Simulator { get; } = new("Simulator", "simulator");

    /// <summary>Runs to its end and gives what it printed; errors go to the demo's own.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        using var process = Start(variables, arguments, redirect: true);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    /// <summary>Runs to its end on the demo's own terminal, so that a person can answer it.</summary>
    public async Task<int> RunHereAsync(IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        using var process = Start(variables, arguments, redirect: false);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public Process Start(IReadOnlyDictionary<string, string> variables, string[] arguments, bool redirect)
    {
        var start = new ProcessStartInfo(Path) { RedirectStandardOutput = redirect, UseShellExecute = false };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        // Nothing that the caller's shell happens to hold may decide where the demo writes.
        foreach (var inherited in start.Environment.Keys.Where(key => key.StartsWith("DOLIBARR_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(inherited);
        }
        foreach (var (variable, value) in variables)
        {
            start.Environment[variable] = value;
        }
        return Process.Start(start) ?? throw new InvalidOperationException($"{Path} could not be started.");
    }

    /// <summary>The build's layout is <c>artifacts/bin/PROJECT/CONFIGURATION/</c>, and the demo is built in it too.</summary>
    private string Path
    {
        get
        {
            var own = new DirectoryInfo(AppContext.BaseDirectory);
            var path = System.IO.Path.Combine(own.Parent!.Parent!.FullName, project, own.Name, OperatingSystem.IsWindows() ? name + ".exe" : name);
            return File.Exists(path) ? path : throw new FileNotFoundException($"The program '{name}' is not built. Run the demo as: dotnet run --project src/Demo", path);
        }
    }
}
