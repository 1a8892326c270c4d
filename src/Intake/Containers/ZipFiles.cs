using System.Collections.Immutable;
using System.IO.Compression;
using System.IO.Hashing;

namespace DolibarrAgent.Intake;

/// <summary>
/// The files of a zip. One that is locked or damaged does not cost the others. What is one document packed as a zip (a
/// workbook, say) is told by what is in it and not taken apart.
/// </summary>
internal static class ZipFiles
{
    // Whatever the library throws on a hostile file says only that the file is bad. It has no one exception for it.
#pragma warning disable CA1031
    public static Opening Open(SourceFile file, ReadLimits limits, UnpackingBudget budget)
    {
        try
        {
            // The library makes an object of each entry before anything can be asked.
            if (CountOf(file) > limits.ArchiveEntries)
            {
                return Opening.Refused(new DocumentOutcome.Rejected(ContainerRefusals.TooManyFiles(limits.ArchiveEntries)));
            }

            using var zip = new ZipArchive(new ReadOnlyMemoryStream(file.Bytes), ZipArchiveMode.Read);
            return PackedDocument.Of(zip) is { } document ? Opening.Refused(new DocumentOutcome.NoStructuredData(document))
                : ContainerReader.IsInArchive(file) ? Opening.Refused(new DocumentOutcome.NoStructuredData(ContainerRefusals.ArchiveInArchive))
                : Take(file, [.. zip.Entries.Where(IsFile)], limits.ArchiveFiles, budget);
        }
        catch (Exception)
        {
            return Opening.Refused(OfficeNames.Of(file) is { } document
                ? new DocumentOutcome.NoStructuredData(document)
                : new DocumentOutcome.Rejected(ContainerRefusals.DamagedArchive));
        }
    }

    private static Opening Take(SourceFile file, ImmutableArray<ZipArchiveEntry> entries, int most, UnpackingBudget budget)
    {
        if (entries.Length > most)
        {
            return Opening.Refused(new DocumentOutcome.Rejected(ContainerRefusals.TooManyFiles(most)));
        }

        var files = ImmutableArray.CreateBuilder<SourceFile>();
        var (locked, damaged) = (new List<string>(), new List<string>());
        foreach (var entry in entries)
        {
            if (entry.IsEncrypted)
            {
                locked.Add(FileNames.Clean(entry.FullName));
            }
            else if (Bytes(entry, budget) is { } bytes)
            {
                files.Add(SourceFile.TakenOut(file, entry.FullName, bytes));
            }
            else if (budget.IsExceeded)
            {
                return Opening.Refused(new DocumentOutcome.Rejected(ContainerRefusals.TooLarge(budget)));
            }
            else
            {
                damaged.Add(FileNames.Clean(entry.FullName));
            }
        }

        return new(files.ToImmutable(), Outcome(entries.Length, locked, damaged));
    }

    private static DocumentOutcome Outcome(int entries, List<string> locked, List<string> damaged) =>
        entries == 0 ? new DocumentOutcome.Rejected(ContainerRefusals.EmptyArchive)
        : damaged.Count > 0 ? new DocumentOutcome.Rejected(ContainerRefusals.DamagedFiles(damaged))
        : locked.Count > 0 ? new DocumentOutcome.NoStructuredData(ContainerRefusals.LockedFiles(locked))
        : new DocumentOutcome.Opened();

    /// <summary>The entry's bytes; null where they are not those that were packed, or more than is allowed.</summary>
    private static ReadOnlyMemory<byte>? Bytes(ZipArchiveEntry entry, UnpackingBudget budget)
    {
        try
        {
            using var packed = entry.Open();
            var bytes = budget.Unpack(packed);
            return Crc32.HashToUInt32(bytes.Span) == entry.Crc32 ? bytes : default(ReadOnlyMemory<byte>?);
        }
        catch (Exception)
        {
            return null;
        }
    }
#pragma warning restore CA1031

    private static bool IsFile(ZipArchiveEntry entry) => entry.FullName is { Length: > 0 } name && name[^1] is not ('/' or '\\');

    /// <summary>At most so many entries it has: each has such a mark.</summary>
    public static int CountOf(SourceFile zip) => zip.Bytes.Span.Count("PK\x01\x02"u8);
}
