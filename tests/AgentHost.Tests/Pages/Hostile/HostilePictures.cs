using System.Buffers.Binary;
using DolibarrAgent.Samples;

namespace DolibarrAgent.AgentHost.Tests.Pages;

/// <summary>Pictures, alone and on pages, that are larger than any machine: programs of the system look at them.</summary>
internal static class HostilePictures
{
    // Without those programs nothing is read; with them the picture is one that they do not take.
    private static readonly string[] NotRecognised = ["pages-not-recognised", "pages-without-text"];
    private static readonly string[] NothingSeen = ["pages-not-recognised", "pages-without-text", "pages-empty"];

    public static IReadOnlyList<HostileFile> All { get; } =
    [
        new("a scan on a page as large as a country", () => Scan("/Width 1 /Height 1", [0x80], "/MediaBox [0 0 2000000000 2000000000]"))
        {
            Answers = [.. NothingSeen],
        },
        new("a scan on a page as narrow as a hair", () => Scan("/Width 1 /Height 1", [0x80], "/MediaBox [0 0 0.001 1000000000]"))
        {
            Answers = [.. NothingSeen],
        },
        new("a scan on a page of units without end", () =>
            Scan("/Width 1 /Height 1", [0x80], "/MediaBox [0 0 595 842] /UserUnit 1000000000"))
        {
            Answers = [.. NothingSeen],
        },
        new("a scan of two thousand million dots in each direction", () => Scan("/Width 2147483647 /Height 2147483647", [0x80]))
        {
            Answers = [.. NothingSeen],
        },
        new("a scan that unpacks to gigabytes", () => Scan("/Width 60000 /Height 60000 /Filter [/FlateDecode /FlateDecode]",
            PrintedPages.Packed(PrintedPages.Packed(new byte[400_000_000]))))
        {
            Answers = [.. NothingSeen],
        },
        new("a scan that is its own mask", () =>
            Scan("/Width 9 /Height 9 /SMask 3 0 R /Mask 3 0 R", new byte[81])) { Answers = [.. NothingSeen] },
        new("twenty scans of noise", () => Noise(20)) { IsEndless = true, Answers = ["pages-too-slow", "pages-without-text"] },
        new("a picture of two thousand million dots in each direction", () =>
            Png(2_147_483_647, new byte[1000])) { Answers = [.. NotRecognised] },
        new("a picture that unpacks to gigabytes", () => Png(50_000, new byte[300_000_000])) { Answers = [.. NotRecognised] },
        new("a picture that is followed by itself", () => Tiff()) { IsEndless = true, Answers = [.. NothingSeen, "pages-too-slow"] },
        new("a photograph that is only a beginning", () =>
            [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0xFF, 0xFF, 0xFF, 0xFF, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xFF, 0xD9])
        {
            Answers = [.. NotRecognised],
        },
    ];

    private static byte[] Scan(string entries, byte[] dots, string page = "/MediaBox [0 0 595 842]") =>
        new PrintedPages(["q 595 0 0 842 0 0 cm /P Do Q"])
        {
            PageEntries = page,
            Resources = "/XObject << /P 3 0 R >>",
            Objects = [($"/Type /XObject /Subtype /Image {entries} /ColorSpace /DeviceGray /BitsPerComponent 8", dots)],
        }.ToBytes();

    private static byte[] Noise(int pages)
    {
        var dots = new byte[1000 * 1400];
        new Random(7).NextBytes(dots);
        return new PrintedPages([.. Enumerable.Repeat("q 595 0 0 842 0 0 cm /P Do Q", pages)])
        {
            Resources = "/XObject << /P 3 0 R >>",
            Objects = [("/Type /XObject /Subtype /Image /Width 1000 /Height 1400 /ColorSpace /DeviceGray /BitsPerComponent 8", dots)],
        }.ToBytes();
    }

    /// <summary>Grey, as wide as it is high (ISO 15948).</summary>
    private static byte[] Png(int side, byte[] rows)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, side);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), side);
        head[8] = 8;
        Chunk("IHDR"u8, head);
        Chunk("IDAT"u8, PrintedPages.Packed(rows));
        Chunk("IEND"u8, []);
        return file.ToArray();

        void Chunk(ReadOnlySpan<byte> name, byte[] content)
        {
            Write((uint)content.Length);
            byte[] counted = [.. name, .. content];
            file.Write(counted);
            Write(Checksum(counted));
        }

        void Write(uint number)
        {
            Span<byte> bytes = stackalloc byte[sizeof(uint)];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
            file.Write(bytes);
        }
    }

    // CRC-32, as ISO 15948 gives it.
    private static uint Checksum(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 1 ? 0xEDB88320 ^ (sum >> 1) : sum >> 1;
            }
        }
        return ~sum;
    }

    /// <summary>A TIFF whose only directory is followed by the same one.</summary>
    private static byte[] Tiff()
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("II*\0"u8);
        writer.Write(8);
        writer.Write((short)8);
        foreach (var (tag, kind, value) in new (short, short, int)[]
        {
            (256, 4, 100), (257, 4, 100), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 200), (278, 4, 100), (279, 4, 10_000),
        })
        {
            writer.Write(tag);
            writer.Write(kind);
            writer.Write(1);
            writer.Write(value);
        }
        writer.Write(8);
        writer.Write(new byte[200 + 10_000 - (int)file.Length]);
        return file.ToArray();
    }
}
