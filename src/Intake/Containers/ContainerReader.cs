using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// Opens what files travel in: archives, signatures, compressed parts of mail. Goes by content. Nothing is written, no key
/// and no certificate is looked for, and no signature is checked.
/// </summary>
internal static class ContainerReader
{
    // Below it no ratio is looked at: a few kilobytes of XML may well be packed to a hundredth.
    private const long AlwaysUnpacked = 1024 * 1024;

    public static bool IsArchive(ContentKind kind) => kind is ContentKind.Zip or ContentKind.Gzip or ContentKind.Tar;

    public static bool IsContainer(ContentKind kind) => IsArchive(kind) || kind == ContentKind.Cms;

    /// <summary>How much a container may unpack to where <paramref name="left"/> is left of the whole reading.</summary>
    public static UnpackingBudget BudgetFor(SourceFile file, ReadLimits limits, long left) =>
        new(Math.Min(left, Math.Min(limits.ArchiveUnpackedBytes, Math.Max(AlwaysUnpacked, (long)file.Bytes.Length * limits.ArchiveRatio))));

    /// <summary>What came of opening it; null where the file is not a container.</summary>
    public static Opening? Open(SourceFile file, ReadLimits limits, UnpackingBudget budget)
    {
        var kind = FileContent.Of(file.Bytes.Span);
        if (!IsContainer(kind))
        {
            return null;
        }

        var opening = kind switch
        {
            _ when ContentRefusals.TwoThings(file) is { } twice => Opening.Refused(new DocumentOutcome.Rejected(twice)),
            ContentKind.Cms => CmsReader.Open(file, budget),
            ContentKind.Zip => ZipFiles.Open(file, limits, budget),
            _ when IsInArchive(file) => Opening.Refused(new DocumentOutcome.NoStructuredData(ContainerRefusals.ArchiveInArchive)),
            ContentKind.Gzip => GzipFiles.Open(file, limits, budget),
            _ => TarFiles.Open(file, limits, budget),
        };
        return opening;
    }

    /// <summary>Whether it was taken out of an archive, however deep in it.</summary>
    public static bool IsInArchive(SourceFile file)
    {
        for (var outer = file.In; outer is not null; outer = outer.In)
        {
            if (IsArchive(FileContent.Of(outer.Bytes.Span)))
            {
                return true;
            }
        }

        return false;
    }
}
