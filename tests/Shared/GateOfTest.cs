using System.Diagnostics;

namespace DolibarrAgent.Tests;

/// <summary>
/// A folder of the gate that a test may fill, and people with real keys who sign by the real <c>ssh-keygen</c>. Where there is
/// none a test is skipped, unless <c>DOLIBARR_TESTS_NEED_SSH_KEYGEN=1</c> says that it may not be.
/// </summary>
public sealed class GateOfTest : IDisposable
{
    public const string SshKeygen = "/usr/bin/ssh-keygen";

    private readonly string keys = Directory.CreateTempSubdirectory("keys-").FullName;

    public string Folder { get; } = Directory.CreateTempSubdirectory("gate-").FullName;

    /// <summary>For what people sign: the gate's own folder has only its files.</summary>
    public string Statements { get; } = Directory.CreateTempSubdirectory("statements-").FullName;

    public string PolicyFile => Path.Combine(Folder, "policy.json");

    public string AllowedSigners => Path.Combine(Folder, "allowed_signers");

    public string AllowedRecorders => Path.Combine(Folder, "allowed_recorders");

    /// <summary>Skips the test where nobody can sign.</summary>
    public static void NeedsSshKeygen() =>
        Assert.SkipUnless(File.Exists(SshKeygen) || Environment.GetEnvironmentVariable("DOLIBARR_TESTS_NEED_SSH_KEYGEN") == "1", "There is no ssh-keygen (package openssh-client) to sign with.");

    /// <summary>A policy that allows all but what a test takes away, and asks for what it names.</summary>
    public void Policy(string sign, string more = "\"authorMaySign\": true") => Write(PolicyFile, $$"""
        { "format": "dolibarr-policy/1",
          "allow": { "thirdparty": ["create", "update"], "supplierInvoice": ["create", "update", "attach", "validate"] },
          "enrolment": "optional",
          {{more}},
          "sign": [ {{sign}} ] }
        """);

    /// <summary>Lets somebody sign; they get a key where they have none.</summary>
    /// <param name="person">The name of the key.</param>
    /// <param name="name">The name in the list; the person's own where null.</param>
    public async Task AllowAsync(string person, string? name = null)
    {
        await KeyAsync(person);
        var key = string.Join(' ', (await File.ReadAllTextAsync(Key(person) + ".pub")).Split(' ')[..2]);
        Write(AllowedSigners, (File.Exists(AllowedSigners) ? await File.ReadAllTextAsync(AllowedSigners) : "") + $"{name ?? person} {key}\n");
    }

    /// <summary>The key of a recorder, in the list of recorders unless it is not to be.</summary>
    /// <returns>The path of the private key.</returns>
    public async Task<string> RecorderKeyAsync(string recorder, bool listed = true)
    {
        await KeyAsync(recorder);
        if (listed)
        {
            var key = string.Join(' ', (await File.ReadAllTextAsync(Key(recorder) + ".pub")).Split(' ')[..2]);
            Write(AllowedRecorders, $"{recorder} {key}\n");
        }
        return Key(recorder);
    }

    /// <summary>The person's signature under a file, beside it, by the person's name.</summary>
    public async Task<string> SignAsync(string person, string file, string purpose = "dolibarr-changeset")
    {
        await KeyAsync(person);
        var copy = Path.Combine(keys, Path.GetRandomFileName());
        File.Copy(file, copy);
        await RunAsync("-q", "-Y", "sign", "-f", Key(person), "-n", purpose, copy);
        var signature = $"{file}.{person.Split('@')[0]}.{Path.GetFileName(copy)}.sig";
        File.Move(copy + ".sig", signature);
        return signature;
    }

    /// <summary>Writes it so that nobody else may.</summary>
    public static void Write(string path, string text)
    {
        File.WriteAllText(path, text);
        Mode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>Lets others write it too.</summary>
    public static void LetOthersWrite(string path) => Mode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite);

    private static void Mode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        Directory.Delete(Statements, recursive: true);
        Directory.Delete(keys, recursive: true);
    }

    private string Key(string person) => Path.Combine(keys, person);

    private async Task KeyAsync(string person)
    {
        if (!File.Exists(Key(person)))
        {
            await RunAsync("-q", "-t", "ed25519", "-N", "", "-C", person, "-f", Key(person));
        }
    }

    private static async Task RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(SshKeygen, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true })!;
        process.StandardInput.Close();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(errors);
        }
    }
}
