using System.Diagnostics;
using System.Text.Json;

namespace DolibarrAgent.EndToEnd.Tests;

/// <summary>What a program said and how it ended.</summary>
public sealed record Ran(int ExitCode, string Output, string Errors)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    // The one a record writes would read Json, which throws when a program printed none.
    public override string ToString() => $"exit code {ExitCode}\n{Output}\n{Errors}";

    /// <summary>Starts a program of the product from where it is built.</summary>
    public static Process Start(string project, string name, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var start = new ProcessStartInfo(Path.Combine(own.Parent!.Parent!.FullName, project, own.Name, name))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        foreach (var inherited in start.Environment.Keys.Where(key => key.StartsWith("DOLIBARR_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(inherited);
        }
        // What a program remembers of a ledger is not for the user's own folder.
        start.Environment["XDG_STATE_HOME"] = Path.Combine(Path.GetTempPath(), "dolibarr-tests-state");
        foreach (var (variable, value) in variables)
        {
            start.Environment[variable] = value;
        }
        return Process.Start(start)!;
    }

    public static Task<Ran> AgentAsync(IReadOnlyDictionary<string, string> variables, params string[] arguments) => EndAsync(Start("AgentHost", "agent", variables, arguments));

    public static Task<Ran> ReplayAsync(IReadOnlyDictionary<string, string> variables, params string[] arguments) => EndAsync(Start("ReplayTool", "replay", variables, arguments));

    private static async Task<Ran> EndAsync(Process process)
    {
        using (process)
        {
            process.StandardInput.Close();
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return new Ran(process.ExitCode, await output, await errors);
        }
    }
}
