using System.Diagnostics;
using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Dolibarr;

/// <summary>
/// The real <c>ssh-keygen</c>, which alone makes and judges signatures. Taken from its fixed place, never from <c>PATH</c>;
/// it gets nothing of this program's environment, and asks nobody for a passphrase.
/// </summary>
public static class SshKeygen
{
    public const string Program = "/usr/bin/ssh-keygen";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Why there is no ssh-keygen that may be asked; null where there is one.</summary>
    public static Problem? Absence() => !File.Exists(Program)
        ? new Problem(Codes.NoSshKeygen, Program, "There is no ssh-keygen to make or check signatures with.")
        : GuardedFile.ProblemOf(Program, "the program that makes and checks signatures");

    /// <summary>What it says to these arguments; a code of -1 where it did not end in time.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">What it reads from standard input.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<SshKeygenAnswer> RunAsync(string[] arguments, ReadOnlyMemory<byte> input, string folder, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        start.Environment.Clear();
        start.Environment["LC_ALL"] = "C";
        start.Environment["TZ"] = "UTC";
        start.Environment["SSH_ASKPASS"] = "/bin/false";
        start.Environment["SSH_ASKPASS_REQUIRE"] = "force";
        using var process = Process.Start(start) ?? throw new InvalidOperationException("A program that is there did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await FeedAsync(process, input, limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new SshKeygenAnswer(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new SshKeygenAnswer(-1, "", "it did not end in time");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static async Task FeedAsync(Process process, ReadOnlyMemory<byte> input, CancellationToken cancel)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancel);
            process.StandardInput.Close();
        }
        // It refused without reading all of it; what it says tells why.
        catch (IOException)
        {
        }
    }
}

/// <summary>What ssh-keygen said.</summary>
/// <param name="Code">Its exit code; 0 where it did what was asked.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">Its standard error.</param>
public sealed record SshKeygenAnswer(int Code, string Output, string Errors)
{
    private const int Longest = 400;

    /// <summary>All that it said, on one line, for a message.</summary>
    public string Words
    {
        get
        {
            var said = string.Join("; ", (Errors + Output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            return said.Length <= Longest ? said : $"{said[..Longest]}… ({said.Length - Longest} more characters)";
        }
    }
}
