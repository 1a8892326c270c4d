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
    public static async Task<OpenedKey> OpenAsync(string path, CancellationToken cancel)
    {
        if ((PrivateFile.ProblemOf(path, "the recorder's key") ?? SshKeygen.Absence()) is { } fault)
        {
            return new OpenedKey(null, new Problem(fault.Code, $"{Variables.RecorderKey} {fault.Place}", fault.Message, $"{fault.Remedy} Without {Variables.RecorderKey} nothing is signed."));
        }
        var (_, fingerprint, problem) = await MadeAsync(path, Trial, cancel);
        return problem is null ? new OpenedKey(new RecorderKey(path) { Fingerprint = fingerprint }, null) : new OpenedKey(null, problem);
    }

    /// <summary>The signature under these bytes, in the form of a <c>.sig</c> file; or why there is none.</summary>
    internal Task<MadeSignature> SignAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel) => MadeAsync(path, bytes, cancel);

    /// <summary>A signature that was checked at once: one that does not count would be noticed only by who replays.</summary>
    private static async Task<MadeSignature> MadeAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var said = await SshKeygen.RunAsync(["-Y", "sign", "-f", path, "-n", SignaturePurpose.Recorder], bytes, Path.GetTempPath(), cancel);
        var signature = Encoding.ASCII.GetBytes(said.Output);
        if (said.Code != 0)
        {
            return new MadeSignature(default, "", Unusable(path, said.Words));
        }
        using var check = new SignatureCheck(SignaturePurpose.Recorder, bytes);
        var (fingerprint, words) = await check.KeyAsync(signature, cancel);
        return fingerprint is null ? new MadeSignature(default, "", Unusable(path, words)) : new MadeSignature(signature, fingerprint, null);
    }

    private static Problem Unusable(string path, string words) => new(
        Codes.RecorderKeyUnusable, $"{Variables.RecorderKey} {path}", $"Nothing can be signed with this key. ssh-keygen says: {words}",
        $"Name a private SSH key without a passphrase; `ssh-keygen -t ed25519 -N '' -f FILE` makes one. Without {Variables.RecorderKey} nothing is signed.");
}

/// <summary>A recorder's key that was opened.</summary>
/// <param name="Key">Null where it cannot be used.</param>
/// <param name="Problem">Why not; null where it can.</param>
public sealed record OpenedKey(RecorderKey? Key, Problem? Problem);

/// <summary>A signature that counts.</summary>
/// <param name="Signature">In the form of a <c>.sig</c> file; empty where there is none.</param>
/// <param name="Fingerprint">Of the key that made it.</param>
/// <param name="Problem">Why there is none; null where there is one.</param>
internal sealed record MadeSignature(ReadOnlyMemory<byte> Signature, string Fingerprint, Problem? Problem);
