using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Recording;

/// <summary>
/// The SSH key by which a recorder signs what it has finished, so that the machine that replays can tell its changesets
/// from those that somebody else wrote. Only ssh-keygen reads it.
/// </summary>
public sealed class RecorderKey
{
    private static readonly byte[] Trial = Encoding.UTF8.GetBytes("a trial of the recorder's key");

    private readonly string path;

    private RecorderKey(string path) => this.path = path;

    /// <summary><c>SHA256:…</c>, as <c>ssh-keygen -l</c> tells it.</summary>
    public string Fingerprint { get; private init; } = "";

    /// <summary>The key, once it has signed something that counts; or why it cannot be used.</summary>
    /// <param name="path">The file of the private key, absolute.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<(RecorderKey? Key, Problem? Problem)> OpenAsync(string path, CancellationToken cancel)
    {
        if ((PrivateFile.ProblemOf(path, "the recorder's key") ?? SshKeygen.Absence()) is { } fault)
        {
            return (null, new Problem(fault.Code, $"{Variables.RecorderKey} {fault.Place}", fault.Message, $"{fault.Remedy} Without {Variables.RecorderKey} nothing is signed."));
        }
        var (_, fingerprint, problem) = await MadeAsync(path, Trial, cancel);
        return problem is null ? (new RecorderKey(path) { Fingerprint = fingerprint }, null) : (null, problem);
    }

    /// <summary>The signature under these bytes, in the form of a <c>.sig</c> file; or why there is none.</summary>
    internal async Task<(ReadOnlyMemory<byte> Signature, Problem? Problem)> SignAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var (signature, _, problem) = await MadeAsync(path, bytes, cancel);
        return (signature, problem);
    }

    /// <summary>A signature that was checked at once: one that does not count would be noticed only by who replays.</summary>
    private static async Task<(byte[] Signature, string Fingerprint, Problem? Problem)> MadeAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var said = await SshKeygen.RunAsync(["-Y", "sign", "-f", path, "-n", SignaturePurpose.Recorder], bytes, Path.GetTempPath(), cancel);
        var signature = Encoding.ASCII.GetBytes(said.Output);
        if (said.Code != 0)
        {
            return ([], "", Unusable(path, said.Words));
        }
        using var check = new SignatureCheck(SignaturePurpose.Recorder, bytes);
        var (fingerprint, words) = await check.KeyAsync(signature, cancel);
        return fingerprint is null ? ([], "", Unusable(path, words)) : (signature, fingerprint, null);
    }

    private static Problem Unusable(string path, string words) => new(
        Codes.RecorderKeyUnusable, $"{Variables.RecorderKey} {path}", $"Nothing can be signed with this key. ssh-keygen says: {words}",
        $"Name a private SSH key without a passphrase; `ssh-keygen -t ed25519 -N '' -f FILE` makes one. Without {Variables.RecorderKey} nothing is signed.");
}
