using System.IO.Compression;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>The file of a gzip, or the files of the tar in it: both together are one archive.</summary>
internal static class GzipFiles
{
    public static Opening Open(SourceFile file, ReadLimits limits, UnpackingBudget budget)
    {
        try
        {
            using var packed = new GZipStream(new ReadOnlyMemoryStream(file.Bytes), CompressionMode.Decompress);
            var bytes = budget.Unpack(packed);
            return FileContent.Of(bytes.Span) == ContentKind.Tar
                ? TarFiles.Of(file, bytes, limits)
                : new([SourceFile.TakenOut(file, ContainerNames.Within(file.Name, bytes), bytes)], new DocumentOutcome.Opened());
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return Opening.Refused(new DocumentOutcome.Rejected(budget.IsExceeded ? ContainerRefusals.TooLarge(budget) : ContainerRefusals.DamagedArchive));
        }
    }
}
