using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Recording;

/// <summary>The evidence of one changeset with its bytes, in memory until there is a folder to keep it in: what leads to no operation leaves no trace on disk.</summary>
internal sealed class EvidenceShelf
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> blobs = new(StringComparer.Ordinal);
    private readonly Dictionary<BroughtBytes, Evidence> byBytes = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public ImmutableArray<Evidence> All { get; private set; } = [];

    /// <summary>Bytes that are not on disk yet. Whoever keeps them takes them off.</summary>
    public Queue<ReadOnlyMemory<byte>> NotKept { get; } = [];

    public ReadOnlyMemory<byte> BytesOf(Evidence evidence) => evidence.Blob is { } blob && blobs.TryGetValue(blob.Hex, out var bytes)
        ? bytes
        : throw new ArgumentException($"Evidence '{evidence.Id}' has no bytes here.", nameof(evidence));

    /// <summary>Takes a piece of evidence under an id of its own; the same bytes from the same place are taken once.</summary>
    public Evidence Add(Func<string, Evidence> make, string kind, ReadOnlyMemory<byte> bytes)
    {
        var wanted = make(kind);
        if (wanted.Blob is not { } blob)
        {
            return Kept(make(FreeId(kind)));
        }
        if (byBytes.TryGetValue(new BroughtBytes(wanted.GetType(), blob), out var known))
        {
            return known;
        }
        if (blobs.TryAdd(blob.Hex, bytes))
        {
            NotKept.Enqueue(bytes);
        }
        return byBytes[new BroughtBytes(wanted.GetType(), blob)] = Kept(make(FreeId(kind)));
    }

    private Evidence Kept(Evidence evidence)
    {
        ids.Add(evidence.Id);
        All = All.Add(evidence);
        return evidence;
    }

    /// <summary>The next of its kind: <c>pdf</c>, <c>pdf-2</c>, … What was given once is never free again.</summary>
    private string FreeId(string kind)
    {
        var number = numbers.GetValueOrDefault(kind);
        string id;
        do
        {
            number++;
            id = number == 1 ? kind : string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}");
        }
        while (ids.Contains(id));
        numbers[kind] = number;
        return id;
    }

    private sealed record BroughtBytes(Type Kind, Digest Blob);
}
