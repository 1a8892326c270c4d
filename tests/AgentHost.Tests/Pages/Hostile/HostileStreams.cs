using System.Globalization;
using System.Text;
using DolibarrAgent.Samples;
using static DolibarrAgent.AgentHost.Tests.Pages.CraftedPdf;

namespace DolibarrAgent.AgentHost.Tests.Pages;

/// <summary>Pages drawn by streams that unpack to more than there is memory, or never come to their end.</summary>
internal static class HostileStreams
{
    private const int TooMuch = 110_000_000;
    private static readonly string[] TooLarge = ["pages-too-large"];

    public static IReadOnlyList<HostileFile> All { get; } =
    [
        new("a page that unpacks to a hundred megabytes and more", () => new PrintedPages([new string(' ', TooMuch)])
        {
            ArePacked = true,
        }.ToBytes())
        { Answers = [.. TooLarge] },
        new("a page that is packed three times", () => Drawn(
            "/Filter [/FlateDecode /FlateDecode /FlateDecode]", Packed(Packed(Packed(new byte[TooMuch])))))
        { Answers = [.. TooLarge] },
        new("sixty streams of which each unpacks to two megabytes", () => new CraftedPdf(
            [.. Enumerable.Repeat(new CraftedObject("/Filter /FlateDecode", Packed(new byte[2_000_000])), 60)])
        {
            Page = $"/Contents [{string.Join(' ', Enumerable.Range(1, 60).Select(number => $"{number} 0 R"))}]",
        }.ToBytes())
        { Answers = [.. TooLarge] },
        new("a page that is packed by LZW to a thousandth", () => Drawn(
            "/Filter [/FlateDecode /LZWDecode]", Packed(LzwOfOneLetter(60_000))))
        {
            Answers = [.. TooLarge],
        },
        new("runs of one letter, endless", () => Drawn(
            "/Filter [/FlateDecode /RunLengthDecode]",
                Packed([.. Enumerable.Range(0, TooMuch / 64).Select(i => (byte)(i % 2 == 0 ? 129 : 32))])))
        { Answers = [.. TooLarge] },
        new("zeros by a letter each", () => Drawn(
            "/Filter [/FlateDecode /ASCII85Decode]", Packed(Encoding.ASCII.GetBytes(new string('z', TooMuch / 4) + "~>"))))
        { Answers = [.. TooLarge] },
        new("hexadecimal that never ends", () => Drawn(
            "/Filter [/FlateDecode /ASCIIHexDecode]", Packed(Encoding.ASCII.GetBytes(new string('2', 90_000_000)))))
        {
            Answers = [.. TooLarge],
        },
        new("ten thousand filters", () => Drawn($"/Filter [{Times(10_000, "/ASCIIHexDecode ")}]", "20>"u8.ToArray())),
        new("a filter that is not known, and one that is a picture's", () => Drawn(
            "/Filter [/Nothing /DCTDecode /JBIG2Decode /JPXDecode /CCITTFaxDecode /Crypt]", new byte[1000])),
        new("filters that lead to themselves", () => new CraftedPdf(
            new CraftedObject("[1 0 R]"),
                new CraftedObject("/Filter 1 0 R /DecodeParms [1 0 R]", new byte[1000])) { Page = "/Contents 2 0 R" }.ToBytes()),
        new("rows of no length", () => Predicted("/Predictor 12 /Columns 0")),
        new("rows of two thousand million bytes", () =>
            Predicted("/Predictor 15 /Columns 2147483647 /Colors 2147483647 /BitsPerComponent 16")),
        new("rows of a length below nothing", () => Predicted("/Predictor 2 /Columns -1 /Colors -1 /BitsPerComponent -8")),
        new("rows of a length that is no number", () => Predicted("/Predictor 10 /Columns 1e308 /Colors (x)")),
        new("a packed stream that is damaged in its midst", () => Drawn("/Filter /FlateDecode", Damaged(Packed(Encoding.ASCII.GetBytes(
            string.Concat(Enumerable.Range(0, 500_000).Select(i => i.ToString(CultureInfo.InvariantCulture) + " 0 m n "))))))),
        new("a stream that says it is longer than the file", () => Encoding.Latin1.GetBytes(
            Encoding.Latin1.GetString(PrintedPages.Invoice()).Replace("/Length ", "/Length 99999999", StringComparison.Ordinal)))
        {
            Answers = [HostileFile.Read],
        },
    ];

    private static byte[] Packed(byte[] content) => PrintedPages.Packed(content);

    private static byte[] Drawn(string entries, byte[] stream) =>
        new CraftedPdf(new CraftedObject(entries, stream)) { Page = "/MediaBox [0 0 595 842] /Contents 1 0 R" }.ToBytes();

    private static byte[] Predicted(string entries) =>
        Drawn($"/Filter /FlateDecode /DecodeParms << {entries} >>", Packed(new byte[1000]));

    private static byte[] Damaged(byte[] packed)
    {
        var damaged = packed.ToArray();
        for (var i = damaged.Length / 2; i < damaged.Length; i += 997)
        {
            damaged[i] ^= 0x55;
        }
        return damaged;
    }

    /// <summary>Codes of LZW by which each unpacks to one letter more than the one before (ISO 32000-1, 7.4.4): over and over.</summary>
    private static byte[] LzwOfOneLetter(int codes)
    {
        var (bytes, held, bits) = (new List<byte>(), 0, 0);
        var (next, width) = (258, 9);
        Write(256);
        Write(32);
        for (var i = 0; i < codes; i++)
        {
            Write(next++);
            width = next >= 2047 ? 12 : next >= 1023 ? 11 : next >= 511 ? 10 : 9;
            if (next == 4094)
            {
                Write(256);
                (next, width) = (258, 9);
                Write(32);
            }
        }
        Write(257);
        bytes.Add((byte)(held << (8 - bits)));
        return [.. bytes];

        void Write(int code)
        {
            held = (held << width) | code;
            bits += width;
            while (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(held >> bits));
                held &= (1 << bits) - 1;
            }
        }
    }
}
