using System.Diagnostics;
using System.Text.RegularExpressions;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Review;

namespace DolibarrAgent.Replay;

/// <summary>
/// The real <c>ssh-keygen</c>, which alone judges signatures. Taken from its fixed place, never from <c>PATH</c>; it gets
/// private copies of the bytes that were checked, and nothing of this program's environment.
/// </summary>
internal sealed partial class SshKeygen : IDisposable
{
    public const string Program = "/usr/bin/ssh-keygen";

    /// <summary>What a signature must have been made for (<c>-n</c>).</summary>
    public const string Purpose = "dolibarr-changeset";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // Only its owner may look into it.
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dolibarr-signature-");
    private readonly byte[] statement;

    public SshKeygen(byte[] statement, byte[] allowedSigners)
    {
        this.statement = statement;
        File.WriteAllBytes(AllowedSignersCopy, allowedSigners);
    }

    private string AllowedSignersCopy => Path.Combine(folder.FullName, "allowed_signers");

    private string SignatureCopy => Path.Combine(folder.FullName, "signature");

    /// <summary>Why there is no ssh-keygen that may be asked; null where there is one.</summary>
    public static Problem? Absence() => !File.Exists(Program)
        ? new Problem("no-ssh-keygen", Program, "There is no ssh-keygen to check signatures with.", "Install OpenSSH's client programs (Debian: apt install openssh-client).")
        : GuardedFile.FaultOf(Program, "the program that checks signatures") is { } fault ? new Problem(fault.Code, fault.Place, fault.Message, fault.Remedy) : null;

    /// <summary>Who signed the statement, or why this is not a signature of anybody who may.</summary>
    /// <param name="path">The signature, as it was named.</param>
    public async Task<(Signer? Signer, Problem? Problem)> CheckAsync(byte[] signature, string path, CancellationToken cancel)
    {
        await File.WriteAllBytesAsync(SignatureCopy, signature, cancel);
        var found = await RunAsync(["-Y", "find-principals", "-s", SignatureCopy, "-f", AllowedSignersCopy], [], cancel);
        var name = found.Output.TrimEnd('\n');
        if (found.Code != 0 || SignerName.FaultOf(name) is not null)
        {
            return (null, new Problem("not-allowed", path, $"It is not a signature of anybody who may sign. ssh-keygen says: {Words(found)}", "Have it signed by somebody in the list of who may sign."));
        }
        var verified = await RunAsync(["-Y", "verify", "-n", Purpose, "-f", AllowedSignersCopy, "-I", name, "-s", SignatureCopy], statement, cancel);
        var good = Good().Match(verified.Output.TrimEnd('\n'));
        return verified.Code == 0 && good.Success && good.Groups["name"].Value == name
            ? (new Signer(name, good.Groups["key"].Value), null)
            : (null, new Problem("bad-signature", path, $"It is not a signature by {name} under this statement. ssh-keygen says: {Words(verified)}", $"Sign this very file: ssh-keygen -Y sign -f KEY -n {Purpose} FILE"));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<Said> RunAsync(string[] arguments, byte[] input, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder.FullName,
        };
        start.Environment.Clear();
        start.Environment["LC_ALL"] = "C";
        start.Environment["TZ"] = "UTC";
        using var process = Process.Start(start) ?? throw new InvalidOperationException("A program that is there did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await FeedAsync(process, input, limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new Said(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Said(-1, "", "it did not end in time");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static async Task FeedAsync(Process process, byte[] input, CancellationToken cancel)
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

    private static string Words(Said said) => Visible.Of(string.Join("; ", (said.Errors + said.Output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)), 400).ToString();

    [GeneratedRegex("""^Good "dolibarr-changeset" signature for (?<name>\S+) with \S+ key (?<key>SHA256:[A-Za-z0-9+/=]+)$""", RegexOptions.CultureInvariant)]
    private static partial Regex Good();

    private sealed record Said(int Code, string Output, string Errors);
}

/// <summary>Somebody whose signature is good.</summary>
/// <param name="Name">As the list of who may sign has it.</param>
/// <param name="Key">The fingerprint of the key: <c>SHA256:…</c>.</param>
internal sealed record Signer(string Name, string Key);
