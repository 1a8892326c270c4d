using System.Diagnostics;
using System.Text.Json;

namespace DolibarrAgent.AgentHost.Tests;

/// <summary>What the program said and how it ended.</summary>
public sealed record Ran(int ExitCode, string Output, string Errors)
{
    /// <summary>The folder that the program is built to.</summary>
    public static string Folder
    {
        get
        {
            var own = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(own.Parent!.Parent!.FullName, "AgentHost", own.Name);
        }
    }

    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public IReadOnlyList<JsonElement> JsonLines => [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>Runs it with these variables and no other of ours, in a folder of its own.</summary>
    public static Task<Ran> AgentAsync(IReadOnlyDictionary<string, string> variables, params string[] arguments) => AgentTypedToAsync(variables, "", arguments);

    /// <summary>The same, with what a person types.</summary>
    public static Task<Ran> AgentTypedToAsync(IReadOnlyDictionary<string, string> variables, string typed, params string[] arguments) =>
        AgentAsync(variables, async process => await process.StandardInput.WriteAsync(typed), arguments);

    /// <summary>Runs it until something has happened, and then asks it to end.</summary>
    public static Task<Ran> AgentEndedAsync(IReadOnlyDictionary<string, string> variables, Task happened, params string[] arguments) => AgentAsync(
        variables,
        async process =>
        {
            await happened;
            using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        },
        arguments);

    private static async Task<Ran> AgentAsync(IReadOnlyDictionary<string, string> variables, Func<Process, Task> meanwhile, string[] arguments)
    {
        using var process = Start(variables, arguments);
        return await EndAsync(process, meanwhile);
    }

    /// <summary>What one that was started says until it ends.</summary>
    public static Task<Ran> EndAsync(Process process) => EndAsync(process, _ => Task.CompletedTask);

    private static async Task<Ran> EndAsync(Process process, Func<Process, Task> meanwhile)
    {
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await meanwhile(process);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Ran(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts it and does not wait.</summary>
    public static Process Start(IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Folder, "agent"), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var inherited in start.Environment.Keys.Where(key => key.StartsWith("DOLIBARR_", StringComparison.Ordinal) || key.StartsWith("OPENAI_", StringComparison.Ordinal) || key == "AGENT_MODEL").ToList())
        {
            start.Environment.Remove(inherited);
        }
        foreach (var (variable, value) in variables)
        {
            start.Environment[variable] = value;
        }
        return Process.Start(start)!;
    }
}
