using System.Collections.Immutable;
using System.Diagnostics;
using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Replay;

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

    /// <summary>The secret of an entry, or why there is none.</summary>
    /// <param name="name">The variable that names the entry.</param>
    /// <param name="entry">Attributes and their values, by turns: <c>service dolibarr user prod</c>.</param>
    /// <param name="variables">The environment's variables, by name.</param>
    public static async Task<ReadKey> ReadAsync(string name, string entry, IReadOnlyDictionary<string, string?> variables, CancellationToken cancel)
    {
        var attributes = entry.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (attributes.Length == 0 || attributes.Length % 2 != 0 || attributes.Any(word => word.StartsWith('-')))
        {
            return ReadKey.Not(new Problem(Codes.KeyringEntry, name, $"'{entry}' names no entry of a keyring.", $"Give attributes and their values by turns, as for {Tool}: service dolibarr user prod"));
        }
        if (Folders.Select(folder => Path.Combine(folder, Tool)).FirstOrDefault(File.Exists) is not { } program)
        {
            return ReadKey.Not(new Problem(Codes.NoSecretTool, name, $"There is no {Tool} in {string.Join(" or ", Folders)} to ask the keyring with."));
        }
        return GuardedFile.ProblemOf(program, "the program that asks the keyring") is { } problem ? ReadKey.Not(problem) : await AskAsync(name, Start(program, attributes, variables), cancel);
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

    private static async Task<ReadKey> AskAsync(string name, ProcessStartInfo start, CancellationToken cancel)
    {
        using var process = Process.Start(start) ?? throw new InvalidOperationException("A program that is there did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            process.StandardInput.Close();
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 && await output is { Length: > 0 } text
                ? new ReadKey(text.TrimEnd('\r', '\n'), null)
                : ReadKey.Not(Silent($"{Tool} ended with {process.ExitCode}{((await errors).Trim() is { Length: > 0 } said ? ": " + said : "")}"));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return ReadKey.Not(Silent($"{Tool} did not end in {Patience.TotalSeconds:0} seconds"));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        Problem Silent(string why) => new(Codes.KeyUnreadable, name, $"The keyring does not give the key: {why}.", "Unlock the keyring, and see with `secret-tool lookup` that it has this entry.");
    }
}
