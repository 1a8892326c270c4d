using System.Collections.Immutable;
using System.Formats.Tar;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>The files of a tar. Links and devices in it are not files.</summary>
internal static class TarFiles
{
    public static Opening Open(SourceFile file, ReadLimits limits, UnpackingBudget budget)
    {
        if (file.Bytes.Length > budget.Left)
        {
            return Opening.Refused(new DocumentOutcome.Rejected(ContainerRefusals.TooLarge(budget)));
        }

        budget.Take(file.Bytes.Length);
        return Of(file, file.Bytes, limits);
    }

    /// <summary>The files of a tar that <paramref name="file"/> is, or holds.</summary>
    // Whatever the library throws on a hostile file says only that the file is bad. It has no one exception for it.
#pragma warning disable CA1031
    public static Opening Of(SourceFile file, ReadOnlyMemory<byte> tar, ReadLimits limits)
    {
        try
        {
            return Fault(tar.Span, limits.ArchiveEntries) is { } fault ? Opening.Refused(new DocumentOutcome.Rejected(fault)) : Take(file, tar, limits);
        }
        catch (Exception)
        {
            return Damaged();
        }
    }
#pragma warning restore CA1031

    private static Opening Take(SourceFile file, ReadOnlyMemory<byte> tar, ReadLimits limits)
    {
        var files = ImmutableArray.CreateBuilder<SourceFile>();
        using var reader = new TarReader(new ReadOnlyMemoryStream(tar));
        while (reader.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile))
            {
                continue;
            }

            if (files.Count == limits.ArchiveFiles)
            {
                return Opening.Refused(new DocumentOutcome.Rejected(ContainerRefusals.TooManyFiles(limits.ArchiveFiles)));
            }

            // A length can also stand in an entry of its own, where it was not looked at.
            if (entry.Length > tar.Length)
            {
                return Damaged();
            }

            var bytes = new byte[entry.Length];
            entry.DataStream?.ReadExactly(bytes);
            files.Add(SourceFile.TakenOut(file, entry.Name, bytes));
        }

        return files.Count == 0 ? Opening.Refused(new DocumentOutcome.Rejected(ContainerRefusals.EmptyArchive)) : new(files.ToImmutable(), new DocumentOutcome.Opened());
    }

    private static Opening Damaged() => Opening.Refused(new DocumentOutcome.Rejected(ContainerRefusals.DamagedArchive));

    /// <summary>Why it is not opened: too many entries, or a header that announces more than is there, for which the library would take memory. Null where nothing is wrong.</summary>
    private static Refusal? Fault(ReadOnlySpan<byte> tar, int most)
    {
        var at = 0L;
        for (var entries = 0; at + TarHead.Block <= tar.Length; entries++)
        {
            var header = tar.Slice((int)at, TarHead.Block);
            if (header[0] == 0)
            {
                return null;
            }

            if (entries == most)
            {
                return ContainerRefusals.TooManyFiles(most);
            }

            if (TarHead.Number(header.Slice(124, 12)) is not { } size || size < 0 || size > tar.Length - at - TarHead.Block)
            {
                return ContainerRefusals.DamagedArchive;
            }

            at += TarHead.Block + ((size + TarHead.Block - 1) / TarHead.Block * TarHead.Block);
        }

        return null;
    }
}
