using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Review;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Replay;

/// <summary>
/// Whose recording a changeset is: the signature that was read with it, against its very bytes, and against the list of
/// recorders in the folder of the gate (<c>allowed_recorders</c>).
/// </summary>
public static class RecorderCheck
{
    private const string AsLeft = "Take the whole folder as the recorder left it, or have it recorded again.";

    /// <summary>By the gate that the environment names; it needs nothing else of it.</summary>
    /// <param name="loaded">The changeset with its signature.</param>
    /// <param name="variables">The environment's variables, by name.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<RecorderSignature> OfAsync(LoadedChangeset loaded, IReadOnlyDictionary<string, string?> variables, CancellationToken cancel) => GateFolder.Read(variables, Directory.Exists) switch
    {
        Checked<string?>.Valid { Value: var gate } => await OfAsync(loaded, gate, cancel),
        var wrong => Refused(wrong.AllProblems.First()),
    };

    internal static async Task<RecorderSignature> OfAsync(LoadedChangeset loaded, string? gate, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        // A recorder signs what it finishes; what was left open may have the signature that it died over.
        if (loaded.Signature is not { } signature || loaded.Changeset.State != ChangesetState.Finished)
        {
            return new RecorderSignature.Absent();
        }
        if (SshKeygen.Absence() is { } absence)
        {
            return Refused(absence);
        }
        var (recorders, problems) = SignerList.Recorders.Read(gate);
        if (problems is [var problem, ..])
        {
            return new RecorderSignature.Refused(problem);
        }
        using var check = new SignatureCheck(SignaturePurpose.Recorder, loaded.Bytes);
        var (key, words) = await check.KeyAsync(signature, cancel);
        if (key is null)
        {
            return Refused(new Problem(Codes.RecorderSignatureBad, loaded.Changeset.Id, $"The signature beside the changeset is not one under these bytes: one of the two was changed. ssh-keygen says: {words}", AsLeft));
        }
        return await check.SignerAsync(signature, recorders, cancel) switch
        {
            SignatureFinding.Good { Signer: var signer } => new RecorderSignature.Known(signer.Name, signer.Key),
            SignatureFinding.Bad bad => new RecorderSignature.Unknown(key, bad.Words),
            SignatureFinding.Stranger stranger => new RecorderSignature.Unknown(key, stranger.Words),
            _ => throw new InvalidOperationException("A signer is found in one of three ways."),
        };
    }

    /// <summary>Why a changeset is not replayed under a policy that asks for a recorder's signature; null where it has one.</summary>
    /// <param name="signature">What was found.</param>
    /// <param name="because">What asks for it: <c>always</c>, <c>bank-details (op1)</c>.</param>
    internal static Problem? Missing(RecorderSignature signature, string because) => signature switch
    {
        RecorderSignature.Known => null,
        RecorderSignature.Unknown unknown => new Problem(
            Codes.RecorderUnknown, ChangesetFolder.FileName + ChangesetFolder.SignatureEnding, $"The policy asks for a recorder's signature, because of {because}. The changeset is signed by the key {unknown.Key}, which is not in the list of recorders.",
            $"If that key is a recorder's of yours, ask who keeps the gate to add it to {SignerList.Recorders.FileName}. Otherwise find out who signed it."),
        _ => new Problem(
            Codes.RecorderMissing, ChangesetFolder.FileName, $"The policy asks for a recorder's signature, because of {because}. Nobody signed the changeset.",
            $"Bring its {ChangesetFolder.SignatureEnding} file along, or have it recorded by an agent with {Variables.RecorderKey}. A revert is signed by whoever made it and has read it: ssh-keygen -Y sign -f KEY -n {SignaturePurpose.Recorder} {ChangesetFolder.FileName}"),
    };

    /// <summary>What a person does with a revert, which no recorder signs, where the policy asks for signatures of recorders.</summary>
    /// <param name="path">Its <c>changeset.json</c>.</param>
    internal static string ToSign(string path) =>
        $"The policy asks for recorders' signatures, and nobody has signed this changeset. Read it, then sign it with a key of your own that is in {SignerList.Recorders.FileName}: ssh-keygen -Y sign -f KEY -n {SignaturePurpose.Recorder} {path}";

    private static RecorderSignature.Refused Refused(Problem problem) => new(problem);
}
