using System.Text.RegularExpressions;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Dolibarr;

/// <summary>
/// Signatures under these bytes, as <see cref="SshKeygen"/> judges them. It gets private copies of the signature and of the
/// list that were read: what was checked is what counts.
/// </summary>
/// <param name="purpose">One of <see cref="SignaturePurpose"/>.</param>
/// <param name="content">The bytes under which a signature is to be.</param>
public sealed partial class SignatureCheck(string purpose, ReadOnlyMemory<byte> content) : IDisposable
{
    // Only its owner may look into it.
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dolibarr-signature-");

    private string Signature => Path.Combine(folder.FullName, "signature");

    private string Names => Path.Combine(folder.FullName, "names");

    /// <summary>The key that made the signature, whoever's it is.</summary>
    public async Task<SigningKey> KeyAsync(ReadOnlyMemory<byte> signature, CancellationToken cancel)
    {
        await File.WriteAllBytesAsync(Signature, signature, cancel);
        var said = await SshKeygen.RunAsync(["-Y", "check-novalidate", "-n", purpose, "-s", Signature], content, folder.FullName, cancel);
        return new SigningKey(said.Code == 0 ? KeyIn(said, "") : null, said.Words);
    }

    /// <summary>Who of a list made the signature.</summary>
    /// <param name="signature">The bytes of the signature.</param>
    /// <param name="list">Names and keys, in the form of <c>allowed_signers</c>; checked before.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<SignatureFinding> SignerAsync(ReadOnlyMemory<byte> signature, ReadOnlyMemory<byte> list, CancellationToken cancel)
    {
        await File.WriteAllBytesAsync(Signature, signature, cancel);
        await File.WriteAllBytesAsync(Names, list, cancel);
        var found = await SshKeygen.RunAsync(["-Y", "find-principals", "-s", Signature, "-f", Names], ReadOnlyMemory<byte>.Empty, folder.FullName, cancel);
        var name = found.Output.TrimEnd('\n');
        if (found.Code != 0 || SignerName.ProblemOf(name) is not null)
        {
            return new SignatureFinding.Stranger(found.Words);
        }
        var verified = await SshKeygen.RunAsync(["-Y", "verify", "-n", purpose, "-f", Names, "-I", name, "-s", Signature], content, folder.FullName, cancel);
        return verified.Code == 0 && KeyIn(verified, $" for {name}") is { } key ? new SignatureFinding.Good(new Signer(name, key)) : new SignatureFinding.Bad(name, verified.Words);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string? KeyIn(SshKeygenAnswer said, string whose)
    {
        var lead = $"Good \"{purpose}\" signature{whose} with ";
        var line = said.Output.TrimEnd('\n');
        return line.StartsWith(lead, StringComparison.Ordinal) && KeyAtTheEnd().Match(line[lead.Length..]) is { Success: true } key ? key.Groups["key"].Value : null;
    }

    [GeneratedRegex(@"^\S+ key (?<key>SHA256:[A-Za-z0-9+/=]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex KeyAtTheEnd();
}

/// <summary>What came of looking for the signer in a list. Closed.</summary>
public abstract record SignatureFinding
{
    private SignatureFinding() { }

    public sealed record Good(Signer Signer) : SignatureFinding;

    /// <summary>The key that made it is not in the list, or counts no longer.</summary>
    /// <param name="Words">What ssh-keygen said.</param>
    public sealed record Stranger(string Words) : SignatureFinding;

    /// <summary>The key is in the list, and did not sign these bytes for this purpose.</summary>
    public sealed record Bad(string Name, string Words) : SignatureFinding;
}

/// <summary>Somebody whose signature is good.</summary>
/// <param name="Name">As the list has it.</param>
/// <param name="Key">The fingerprint of the key: <c>SHA256:…</c>.</param>
public sealed record Signer(string Name, string Key);

/// <summary>The key that made a signature.</summary>
/// <param name="Key">Its fingerprint, <c>SHA256:…</c>; null where it is not a signature under these bytes for this purpose.</param>
/// <param name="Words">What ssh-keygen said.</param>
public sealed record SigningKey(string? Key, string Words);
