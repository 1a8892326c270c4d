using System.Collections.Immutable;
using System.Security.Cryptography;

namespace DolibarrAgent.Simulator;

/// <summary>A file in the folder of a supplier invoice, and its entry in the index of files.</summary>
/// <param name="InvoiceId">Whose it is; null in the common folder, where an upload without a reference lands.</param>
/// <param name="Folder">The folder below <c>fournisseur/facture</c>: two levels from the id, then the reference.</param>
/// <param name="Name">Its name on the disk.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record StoredDocument(long? InvoiceId, string Folder, string Name, ImmutableArray<byte> Content)
{
    public required DateTimeOffset Written { get; init; }

    /// <summary>When its entry was last changed.</summary>
    public required DateTimeOffset Touched { get; init; }

    public required long IndexId { get; init; }

    public required long Position { get; init; }

    public required long Uploader { get; init; }

    /// <summary>Its name in the index, which does not know the <c>.noexe</c> of the disk.</summary>
    public required string IndexName { get; init; }

    public string Path => Folder.Length == 0 ? Name : $"{Folder}/{Name}";

    public string Md5 => Convert.ToHexStringLower(Hash(Content));

    // The server names a file's content by MD5 in its answers; nothing is protected by it.
#pragma warning disable CA5351
    private static byte[] Hash(ImmutableArray<byte> content) => MD5.HashData(content.AsSpan());
#pragma warning restore CA5351
}
