using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Risks;

namespace DolibarrAgent.Replay;

/// <summary>Every mail and document of a changeset read again, and compared with what the changeset says of them.</summary>
public static class EvidenceChecks
{
    private const string MailName = "mail.eml";

    /// <summary>What was checked; nothing where nobody is there to read.</summary>
    public static async Task<Checks> OfAsync(LoadedChangeset loaded, IEvidenceReader? reader, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        if (reader is null)
        {
            return Checks.None;
        }
        var byBytes = new Dictionary<string, ReadEvidence>(StringComparer.Ordinal);
        var read = new Dictionary<string, ReadEvidence>(StringComparer.Ordinal);
        foreach (var evidence in loaded.Changeset.Evidence)
        {
            if (evidence.Blob is not { } blob)
            {
                continue;
            }
            // The same bytes under another name say the same.
            var name = evidence is Evidence.File file ? file.Name : MailName;
            read[evidence.Id] = byBytes.TryGetValue(blob.Hex, out var known)
                ? known
                : byBytes[blob.Hex] = await reader.ReadAsync(name, loaded.BytesOf(evidence), cancel);
        }
        return Checks.OfDocuments(loaded.Changeset, evidence => loaded.BytesOf(evidence).Length, read.ToImmutableDictionary(StringComparer.Ordinal));
    }
}
