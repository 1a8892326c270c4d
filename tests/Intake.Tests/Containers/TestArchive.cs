using System.Formats.Tar;
using System.IO.Compression;

namespace DolibarrAgent.Intake.Tests.Containers;

/// <summary>Archives, and what is not quite one.</summary>
internal static class TestArchive
{
    public static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>One whose file of that name says that it is locked with a password.</summary>
    public static byte[] Locked(string name, params (string Name, byte[] Content)[] files) => Changed(Zip(files), name, head => head[6] |= 1, entry => entry[8] |= 1);

    /// <summary>One whose file of that name has another checksum than it should.</summary>
    public static byte[] Damaged(string name, params (string Name, byte[] Content)[] files) => Changed(Zip(files), name, _ => { }, entry => entry[16] ^= 1);

    public static byte[] Gzip(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return bytes.ToArray();
    }

    public static byte[] Tar(params (string Name, byte[] Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
            }
        }

        return bytes.ToArray();
    }

    private delegate void Change(Span<byte> record);

    // A zip names each file twice: before its bytes, and in the directory at the end.
    private static byte[] Changed(byte[] zip, string name, Change head, Change entry)
    {
        var text = System.Text.Encoding.ASCII.GetBytes(name);
        for (var at = 0; at < zip.Length - 46; at++)
        {
            var record = zip.AsSpan(at);
            if (record.StartsWith("PK\x03\x04"u8) && record[30..].StartsWith(text))
            {
                head(record);
            }
            else if (record.StartsWith("PK\x01\x02"u8) && record[46..].StartsWith(text))
            {
                entry(record);
            }
        }

        return zip;
    }
}
