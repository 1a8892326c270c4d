using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Mailboxes;

/// <summary>
/// Asks a program for a secret: <c>secret-tool</c>, <c>pass</c>, one that fetches a token. Started without a shell, by its
/// whole path or from a fixed place, never by <c>PATH</c>; of the environment it gets the way to the keyring, and no key.
/// </summary>
internal static class SecretCommand
{
    private const int MostSaid = 200;

    private static readonly ImmutableArray<string> Folders = ["/usr/bin", "/usr/local/bin"];

    private static readonly ImmutableArray<string> WayThere =
        ["DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "HOME", "USER", "DISPLAY", "WAYLAND_DISPLAY", "GNUPGHOME",
            "GPG_TTY", "PASSWORD_STORE_DIR"];

    /// <summary>Long enough to unlock a keyring.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task<Checked<MailboxSecret>> AskAsync(SecretSource.Command command, CancellationToken cancel)
    {
        if (CommandWords.Of(command.Line) is not [var name, .. var arguments])
        {
            return SecretSource.Wrong(Codes.SecretCommand, "the command",
                $"The command for {command.Words} is empty, or a quotation mark in it is not closed.",
                Codes.SecretCommand.Remedy);
        }
        if (Find(name) is not { } program)
        {
            return SecretSource.Wrong(Codes.SecretCommand, name,
                $"There is no such program in {string.Join(" or ", Folders)}; the PATH is not looked in.",
                "Install it, or give its whole path.");
        }
        if (GuardedFile.ProblemOf(program, $"the program that gives {command.Words}") is { } problem)
        {
            return new Checked<MailboxSecret>.Invalid([problem]);
        }
        try
        {
            return await AskAsync(command, Start(program, arguments, command.Variables), cancel).ConfigureAwait(false);
        }
        catch (Win32Exception e)
        {
            return Silent(command, program, $"it could not be started: {e.Message}");
        }
    }

    private static string? Find(string name) => Path.IsPathFullyQualified(name)
        ? File.Exists(name) ? name : null
        : name == Path.GetFileName(name) ? Folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists) : null;

    private static ProcessStartInfo Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> variables)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/local/bin:/usr/bin:/bin";
        foreach (var variable in WayThere.Where(variable => variables.GetValueOrDefault(variable) is not null))
        {
            start.Environment[variable] = variables[variable];
        }
        return start;
    }

    private static async Task<Checked<MailboxSecret>> AskAsync(SecretSource.Command command, ProcessStartInfo start,
        CancellationToken cancel)
    {
        using var process = Process.Start(start) ?? throw new InvalidOperationException("A program that is there did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            process.StandardInput.Close();
            // What it says besides may be long: read to its end, so that it never waits for a reader.
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            var output = await BeginningAsync(process.StandardOutput.BaseStream, limit.Token).ConfigureAwait(false);
            if (output is null)
            {
                return Silent(command, start.FileName, "it prints without end");
            }
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            return process.ExitCode == 0
                ? command.Of(start.FileName, Encoding.UTF8.GetString(output).Split('\n')[0].TrimEnd('\r'))
                : Silent(command, start.FileName, $"it ended with {process.ExitCode}{Said(await errors.ConfigureAwait(false))}");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Silent(command, start.FileName, $"it did not end in {Patience.TotalSeconds:0} seconds");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>All that it prints; null where that is more than any secret.</summary>
    private static async Task<byte[]?> BeginningAsync(Stream output, CancellationToken cancel)
    {
        var bytes = new byte[SecretSource.Largest + 1];
        var read = await output.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel).ConfigureAwait(false);
        return read < bytes.Length ? bytes[..read] : null;
    }

    private static string Said(string errors) => errors.Trim() switch
    {
        "" => "",
        { Length: > MostSaid } long_ => $": {long_[..MostSaid]}…",
        var said => $": {said}",
    };

    private static Checked<MailboxSecret> Silent(SecretSource.Command command, string program, string why) =>
        SecretSource.Wrong(Codes.SecretUnreadable, program, $"The command does not give {command.Words}: {why}.",
            $"Run it by itself, and see that it prints {command.Words} on its first line.");
}
