using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>Whose recording a changeset is, by the signature that lies beside it. Closed.</summary>
public abstract record RecorderSignature
{
    private RecorderSignature() { }

    /// <summary>A recorder signed these very bytes.</summary>
    /// <param name="Name">As the list of recorders has it.</param>
    /// <param name="Key">The fingerprint of its key: <c>SHA256:…</c>.</param>
    public sealed record Known(string Name, string Key) : RecorderSignature;

    /// <summary>Somebody signed these very bytes by a key that is not in the list of recorders.</summary>
    /// <param name="Key">Its fingerprint.</param>
    /// <param name="Words">What ssh-keygen said of it; empty where there is no list.</param>
    public sealed record Unknown(string Key, string Words) : RecorderSignature;

    /// <summary>Nobody signed it: it counts as written by hand. So is what is not finished.</summary>
    public sealed record Absent : RecorderSignature;

    /// <summary>There is a signature that is not one under these bytes, or that cannot be checked: nothing is done with the changeset.</summary>
    public sealed record Refused(Problem Problem) : RecorderSignature;

    /// <summary>A word for programs: <c>signed</c>, <c>unknown-key</c>, <c>not-signed</c> or <c>refused</c>.</summary>
    public string State => this switch { Known => "signed", Unknown => "unknown-key", Refused => "refused", _ => "not-signed" };

    /// <summary>The fingerprint of the key that signed it; null where none did.</summary>
    public string? KeyOf => this switch { Known known => known.Key, Unknown unknown => unknown.Key, _ => null };

    /// <summary>All that is known of the signer, for a digest: <c>signed agent@host SHA256:…</c>.</summary>
    public string Identity => string.Join(' ', new[] { State, (this as Known)?.Name, KeyOf }.OfType<string>());
}
