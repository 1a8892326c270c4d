using System.Diagnostics;
using System.Text.Json;

namespace DolibarrAgent.Tests;

/// <summary>What the real program said and how it ended.</summary>
internal sealed record Ran(int ExitCode, string Output, string Errors)
{
    public static readonly string Program = Path.Combine(
        new DirectoryInfo(AppContext.BaseDirectory).Parent!.Parent!.FullName, "ReplayTool", new DirectoryInfo(AppContext.BaseDirectory).Name, "replay.dll");

    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static async Task<Ran> ReplayAsync(IReadOnlyDictionary<string, string?> variables, params string[] arguments)
    {
        using var process = Start(["dotnet", "exec", Program, .. arguments], variables);
        process.StandardInput.Close();
        return await EndAsync(process);
    }

    public static Process Start(IReadOnlyDictionary<string, string?> variables, params string[] arguments) => Start(["dotnet", "exec", Program, .. arguments], variables);

    /// <summary>In a terminal of its own, in which somebody types: what it prints to both streams is in <see cref="Output"/>.</summary>
    public static async Task<Ran> TypingAsync(IReadOnlyDictionary<string, string?> variables, string typed, params string[] arguments)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "There is no `script` (package bsdutils) to make a terminal with.");
        var command = string.Join(' ', new[] { "dotnet", "exec", Program }.Concat(arguments).Select(word => $"'{word}'"));
        using var process = Start(["/usr/bin/script", "--quiet", "--return", "--echo", "never", "--command", command, "/dev/null"], variables);
        await process.StandardInput.WriteLineAsync(typed);
        // Who is asked again and types no more has nothing to say.
        process.StandardInput.Close();
        return await EndAsync(process);
    }

    public static async Task<Ran> EndAsync(Process process)
    {
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Ran(process.ExitCode, await output, await errors);
    }

    private static Process Start(string[] command, IReadOnlyDictionary<string, string?> variables)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var inherited in start.Environment.Keys.Where(key => key.StartsWith("DOLIBARR_", StringComparison.Ordinal) || key == "NO_COLOR").ToList())
        {
            start.Environment.Remove(inherited);
        }
        start.Environment["TERM"] = "xterm-256color";
        // What the program remembers of a ledger is not for the user's own folder.
        start.Environment["XDG_STATE_HOME"] = Path.Combine(Path.GetTempPath(), "dolibarr-tests-state");
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }
        return Process.Start(start)!;
    }
}
