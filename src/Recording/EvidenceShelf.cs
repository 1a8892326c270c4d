using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Recording;

/// <summary>The evidence of one changeset with its bytes, in memory until there is a folder to keep it in: what leads to no operation leaves no trace on disk.</summary>
internal sealed class EvidenceShelf
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> blobs = new(StringComparer.Ordinal);

    public ImmutableArray<Evidence> All { get; private set; } = [];

    public IEnumerable<ReadOnlyMemory<byte>> Blobs => blobs.Values;

    public ReadOnlyMemory<byte> BytesOf(Evidence evidence) => evidence.Blob is { } blob && blobs.TryGetValue(blob.Hex, out var bytes)
        ? bytes
        : throw new ArgumentException($"Evidence '{evidence.Id}' has no bytes here.", nameof(evidence));

    /// <summary>Takes a piece of evidence under an id of its own; the same bytes from the same place are taken once.</summary>
    public Evidence Add(Func<string, Evidence> make, string kind, ReadOnlyMemory<byte> bytes)
    {
        var wanted = make(kind);
        if (wanted.Blob is { } blob)
        {
            if (All.FirstOrDefault(e => e.Blob == blob && e.GetType() == wanted.GetType()) is { } known)
            {
                return known;
            }
            blobs[blob.Hex] = bytes;
        }
        var id = Enumerable.Range(1, int.MaxValue)
            .Select(n => n == 1 ? kind : string.Create(CultureInfo.InvariantCulture, $"{kind}-{n}"))
            .First(candidate => All.All(e => e.Id != candidate));
        var evidence = make(id);
        All = All.Add(evidence);
        return evidence;
    }
}
