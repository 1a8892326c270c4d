using System.Buffers.Text;
using System.Collections.Immutable;

namespace DolibarrAgent.Dolibarr;

/// <summary>Reads the files that hang on objects.</summary>
public sealed class Documents
{
    private const int MostFiles = 1_000;

    private readonly Caller caller;
    private readonly IReadDocuments api;

    internal Documents(Caller caller, IReadDocuments api) => (this.caller, this.api) = (caller, api);

    /// <summary>The files of a supplier invoice, sorted by name; none is an empty list. Refused where there is no such invoice.</summary>
    public Task<Answer<ImmutableArray<StoredFile>>> ListForSupplierInvoiceAsync(long invoiceId, CancellationToken cancel) =>
        this.caller.SendAsync(token => this.api.OfSupplierInvoiceAsync(invoiceId, token), ReadList, cancel);

    /// <summary>The bytes of a file, complete; compare their hash with what was sent.</summary>
    public Task<Answer<ImmutableArray<byte>>> DownloadAsync(StoredFile file, CancellationToken cancel) => this.caller.SendAsync(
        token => this.api.DownloadAsync(file.RelativePath, token),
        reply => reply.Read(Inbound.Default.DownloadWire, wire => Decode(reply, wire)),
        cancel);

    private static Answer<ImmutableArray<StoredFile>> ReadList(Reply reply)
    {
        if (reply.Status == 404 && reply.Error is { } error && error.Message.Contains("does not return any document", StringComparison.Ordinal))
        {
            return new Answer<ImmutableArray<StoredFile>>.Ok([]);
        }

        return reply.Read(Inbound.Default.StoredFileWireArray, wires =>
        {
            ImmutableArray<StoredFile?> files = [.. Loose.Each(wires).Select(wire => wire.ToSupplierInvoiceFile())];
            return files.Contains(null) || files.Length >= MostFiles
                ? Unhappy.NotUnderstood<ImmutableArray<StoredFile>>(reply, "a list of files that are not all those of one supplier invoice")
                : new Answer<ImmutableArray<StoredFile>>.Ok([.. files.OfType<StoredFile>().OrderBy(file => file.Name, StringComparer.Ordinal)]);
        });
    }

    private static Answer<ImmutableArray<byte>> Decode(Reply reply, DownloadWire wire)
    {
        if (wire.Encoding != "base64" || !Base64.IsValid(wire.Content))
        {
            return Unhappy.NotUnderstood<ImmutableArray<byte>>(reply, "a file that is not in base64");
        }

        var bytes = Convert.FromBase64String(wire.Content);
        return bytes.Length == wire.Size
            ? new Answer<ImmutableArray<byte>>.Ok([.. bytes])
            : Unhappy.NotUnderstood<ImmutableArray<byte>>(reply, $"a file of {bytes.Length} bytes where {wire.Size} were announced");
    }
}
