using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;

namespace DolibarrAgent.Dolibarr;

/// <summary>
/// The desktop's keyring, asked by <c>secret-tool</c>: taken from its fixed place, never from <c>PATH</c>, and given nothing
/// of the environment but the way to the keyring.
/// </summary>
internal static class Keyring
{
    private const string Tool = "secret-tool";

    private static readonly ImmutableArray<string> Folders = ["/usr/bin", "/usr/local/bin"];
    private static readonly ImmutableArray<string> WayThere = ["DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "HOME", "DISPLAY", "WAYLAND_DISPLAY"];

    /// <summary>Long enough to unlock it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The secret of an entry.</summary>
    /// <param name="name">The variable that names the entry.</param>
    /// <param name="entry">Attributes and their values, by turns: <c>service dolibarr user prod</c>.</param>
    /// <param name="variables">The environment's variables, by name.</param>
    public static Checked<string?> Read(string name, string entry, IReadOnlyDictionary<string, string?> variables)
    {
        var attributes = entry.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (attributes.Length == 0 || attributes.Length % 2 != 0 || attributes.Any(word => word.StartsWith('-')))
        {
            return Checked<string?>.Wrong("keyring-entry", name, $"'{entry}' names no entry of a keyring.", $"Give attributes and their values by turns, as for {Tool}: service dolibarr user prod");
        }

        if (Folders.Select(folder => Path.Combine(folder, Tool)).FirstOrDefault(File.Exists) is not { } program)
        {
            return Checked<string?>.Wrong("no-secret-tool", name, $"There is no {Tool} in {string.Join(" or ", Folders)} to ask the keyring with.", "Install it (Debian: apt install libsecret-tools), or keep the key in a file of yours alone.");
        }

        return GuardedFile.FaultOf(program, "the program that asks the keyring") is { } fault
            ? new Checked<string?>.Invalid([fault])
            : Ask(name, Start(program, attributes, variables));
    }

    private static ProcessStartInfo Start(string program, string[] attributes, IReadOnlyDictionary<string, string?> variables)
    {
        var start = new ProcessStartInfo(program, ["lookup", .. attributes]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        start.Environment.Clear();
        foreach (var variable in WayThere.Where(variable => variables.GetValueOrDefault(variable) is not null))
        {
            start.Environment[variable] = variables[variable];
        }

        return start;
    }

    private static Checked<string?> Ask(string name, ProcessStartInfo start)
    {
        using var process = Process.Start(start) ?? throw new IOException($"{start.FileName} did not start.");
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            return KeySource.Unreadable(name, $"{Tool} did not end in {Patience.TotalSeconds:0} seconds");
        }

        return process.ExitCode == 0 && output.Result.Length > 0
            ? KeySource.Text(Encoding.UTF8.GetBytes(output.Result))
            : KeySource.Unreadable(name, $"the keyring has no such entry, or is locked ({Tool} ended with {process.ExitCode}{(errors.Result.Trim() is { Length: > 0 } said ? ": " + said : "")})");
    }
}
