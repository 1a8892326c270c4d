using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// A folder that a person offers. Of it a model names what lies directly in it: mails, PDFs, XMLs and archives of these,
/// neither hidden nor links. A name is compared with those that are there and never made into a path, so no name leads out of it.
/// </summary>
internal sealed class OfferedFolder(string path, int mostBytes)
{
    /// <summary>The names, in ordinal order.</summary>
    public Result<ImmutableArray<string>> Names() => Files().Map(files => files.Select(f => f.Name).ToImmutableArray());

    /// <summary>The bytes of the file of exactly that name.</summary>
    public async Task<Result<ReadOnlyMemory<byte>>> ReadAsync(string name, CancellationToken cancel) =>
        await Files().ThenAsync(async files => files.FirstOrDefault(f => f.Name == name) switch
        {
            null => Result.Refused<ReadOnlyMemory<byte>>(new Problem(Codes.UnknownFile, "name", "")),
            { Length: var length } when length > mostBytes => Result.Refused<ReadOnlyMemory<byte>>(new Problem(Codes.FileTooLarge, "name", "", "This is not an invoice. Tell the person.")),
            var file => await BytesAsync(file, cancel),
        });

    private static async Task<Result<ReadOnlyMemory<byte>>> BytesAsync(FileInfo file, CancellationToken cancel)
    {
        try
        {
            return Result.Ok<ReadOnlyMemory<byte>>(await File.ReadAllBytesAsync(file.FullName, cancel));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Result.Refused<ReadOnlyMemory<byte>>(new Problem(Codes.FileUnreadable, "name", "", "The file is there and cannot be read. Tell the person."));
        }
    }

    private Result<ImmutableArray<FileInfo>> Files()
    {
        try
        {
            return Result.Ok<ImmutableArray<FileInfo>>([.. new DirectoryInfo(path).EnumerateFiles()
                .Where(f => !f.Name.StartsWith('.') && f.LinkTarget is null && f.Length > 0 && !RegularFile.IsOther(f.FullName) && MessageFolder.DocumentSuffixes.Contains(f.Extension, StringComparer.OrdinalIgnoreCase))
                .OrderBy(f => f.Name, StringComparer.Ordinal)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Result.Refused<ImmutableArray<FileInfo>>(new Problem(Codes.FileUnreadable, "documents", "", "The folder of documents cannot be read. Tell the person."));
        }
    }
}
