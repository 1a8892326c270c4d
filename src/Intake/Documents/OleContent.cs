using System.Buffers.Binary;
using System.Text;

namespace DolibarrAgent.Intake;

/// <summary>
/// What a container of Microsoft's old office programs holds (MS-CFB): by the names in its directory, for Excel, Word,
/// PowerPoint and Outlook all use the same container.
/// </summary>
internal static class OleContent
{
    private const int EntryLength = 128;

    // What a message holds may itself be a workbook; so the message comes first.
    private static readonly NamedStream[] Streams =
    [
        new("__properties_version1.0", ContentRefusals.OutlookMessage),
        new("__nameid_version1.0", ContentRefusals.OutlookMessage),
        new("EncryptedPackage", ContentRefusals.LockedOffice),
        new("WordDocument", ContentRefusals.OldWord),
        new("PowerPoint Document", ContentRefusals.OldPowerPoint),
        new("Workbook", ContentRefusals.OldExcel),
        new("Book", ContentRefusals.OldExcel),
    ];

    public static Refusal Of(SourceFile file)
    {
        var bytes = file.Bytes.Span;
        return Named(FirstDirectory(bytes)) ?? Named(bytes) ?? ByName(file) ?? ContentRefusals.OldOffice;
    }

    // The directory's first sector has the names of the outermost streams; further ones can be anywhere.
    private static ReadOnlySpan<byte> FirstDirectory(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 512)
        {
            return [];
        }

        var size = BinaryPrimitives.ReadUInt16LittleEndian(bytes[30..]) == 12 ? 4096L : 512L;
        var start = (BinaryPrimitives.ReadUInt32LittleEndian(bytes[48..]) + 1L) * size;
        return start + size <= bytes.Length ? bytes.Slice((int)start, (int)size) : [];
    }

    private static Refusal? Named(ReadOnlySpan<byte> directory)
    {
        foreach (var (stream, what) in Streams)
        {
            // A name in the directory begins an entry, in two bytes a character, and ends with zero.
            var name = Encoding.Unicode.GetBytes(stream + "\0");
            for (var at = 0; at < directory.Length && directory[at..].IndexOf(name) is >= 0 and var found; at += found + name.Length)
            {
                if ((at + found) % EntryLength == 0)
                {
                    return what;
                }
            }
        }

        return null;
    }

    private static Refusal? ByName(SourceFile file) =>
        file.CleanName.EndsWith(".msg", StringComparison.OrdinalIgnoreCase) ? ContentRefusals.OutlookMessage : OfficeNames.Meant(file);

    private sealed record NamedStream(string Stream, Refusal Is);
}
