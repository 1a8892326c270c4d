using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>A file on a supplier invoice: its stored name, its bytes' number, their SHA-256.</summary>
internal static class AttachedFile
{
    /// <summary>All files on an invoice, each read whole, sorted by name.</summary>
    public static async Task<Answer<ImmutableArray<Fields>>> AllAsync(Site site, long invoice, CancellationToken cancel)
    {
        var list = await site.Read.Documents.ListForSupplierInvoiceAsync(invoice, cancel);
        var images = ImmutableArray.CreateBuilder<Fields>();
        foreach (var file in list is Answer<ImmutableArray<StoredFile>>.Ok { Value: var files } ? files : [])
        {
            var image = await ReadAsync(file, site, cancel);
            if (image is not Answer<Fields>.Ok { Value: var read })
            {
                return image.Map<ImmutableArray<Fields>>(_ => []);
            }
            images.Add(read);
        }
        return list.Map(_ => images.ToImmutable());
    }

    /// <summary>The file by this name, read whole; null if there is none.</summary>
    public static async Task<Answer<Fields?>> ReadAsync(string name, Site site, long invoice, CancellationToken cancel) =>
        await (await FindAsync(name, site, invoice, cancel)).ThenAsync(async file => file is null
            ? new Answer<Fields?>.Ok(null)
            : (await ReadAsync(file, site, cancel)).Map(image => (Fields?)image));

    /// <summary>A file that was listed, read whole.</summary>
    public static async Task<Answer<Fields>> ReadAsync(StoredFile file, Site site, CancellationToken cancel) =>
        (await site.Read.Documents.DownloadAsync(file, cancel)).Map(bytes => Image(file.Name, bytes.Length, Digest.Of(bytes.AsSpan()).Hex));

    /// <summary>Takes it off, at the path of this moment: validation moves the folder along with the number.</summary>
    public static async Task<Answer<long>> RemoveAsync(string name, WritableSite site, long invoice, CancellationToken cancel) =>
        await (await FindAsync(name, site.Site, invoice, cancel)).ThenAsync(async file => file is null
            ? new Answer<long>.Refused(new Problem(Codes.NotFound, "", $"The invoice has no file '{name}'.", "Plan again: somebody took it off."))
            : (await site.Writer.Documents.DeleteAsync(file, cancel)).Map(_ => invoice));

    public static Fields Image(string name, long size, string sha256) => Changesets.Fields.None
        .With(CommonFields.FileName, name)
        .With(CommonFields.FileSize, size.ToString(CultureInfo.InvariantCulture))
        .With(CommonFields.FileSha256, sha256);

    /// <summary>The file by this name as the list has it; null if there is none.</summary>
    public static async Task<Answer<StoredFile?>> FindAsync(string name, Site site, long invoice, CancellationToken cancel) =>
        (await site.Read.Documents.ListForSupplierInvoiceAsync(invoice, cancel)).Map(files => files.FirstOrDefault(f => f.Name == name));
}
