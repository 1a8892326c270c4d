using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using DolibarrAgent.Samples;
using static DolibarrAgent.AgentHost.Tests.Pages.CraftedPdf;

namespace DolibarrAgent.AgentHost.Tests.Pages;

/// <summary>PDFs whose tables of objects, and objects packed into objects, go in circles or say what is not true.</summary>
internal static class HostileTables
{
    private static readonly byte[] Sound = PrintedPages.Invoice();

    public static IReadOnlyList<HostileFile> All { get; } =
    [
        new("a table that is its own predecessor", () => WithTrailer($"/Prev {StartOf(Sound)}"))
        {
            Answers = [HostileFile.Read],
        },
        new("a table that is its own stream", () => WithTrailer($"/XRefStm {StartOf(Sound)}"))
        {
            Answers = [HostileFile.Read],
        },
        new("two tables that are each other's predecessor", TwoTables),
        new("a chain of fifty thousand tables", ManyTables),
        new("a table that says it has two thousand million entries", () => Changed("xref\n0 ", "xref\n0 2147483647\n0 "))
        {
            Answers = [HostileFile.Read],
        },
        new("a table whose end is nowhere", () => Changed("startxref\n", "startxref\n99999999999999999999"))
        {
            Answers = [HostileFile.Read],
        },
        new("a size beyond all numbers", () => Changed("/Size ", "/Size 99999999999999999999999"))
        {
            Answers = [HostileFile.Read],
        },
        new("a packed table of endless rows", () => WithPackedTable("/W [2147483647 2147483647 2147483647] /Index [0 2147483647]", []))
        {
            Answers = [HostileFile.Read],
        },
        new("a packed table of empty rows", () => WithPackedTable("/W [0 0 0] /Index [0 2147483647]", [0, 0, 0]))
        {
            Answers = [HostileFile.Read],
        },
        new("a packed table that is its own predecessor", () => WithPackedTable("/W [1 4 2] /Index [0 1] /Prev {0}", new byte[7])),
        new("objects packed into themselves", PackedIntoThemselves),
        new("an object that is packed into the one which is packed into it", PackedIntoEachOther),
        new("a stream that is as long as it says itself", () => new CraftedPdf(
            CraftedObject.Of("/Length 1 0 R /Filter 1 0 R /DecodeParms 1 0 R", "q Q")) { Page = "/Contents 1 0 R" }.ToBytes()),
        new("a million beginnings of objects", () => [.. Sound, .. Encoding.ASCII.GetBytes(Times(1_000_000, "\n1 0 obj"))])
        {
            Answers = [HostileFile.Read],
        },
        new("a million beginnings of trailers", () => [.. Encoding.ASCII.GetBytes("%PDF-1.7\n" + Times(1_000_000, "trailer <<\n"))])
        {
            Answers = ["pages-unreadable"],
        },
        new("noise", () => [.. "%PDF-1.7\n"u8, .. Noise(500_000)]) { Answers = ["pages-unreadable"] },
    ];

    private static byte[] Noise(int count)
    {
        var noise = new byte[count];
        new Random(7).NextBytes(noise);
        return noise;
    }

    private static string StartOf(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        return text[(text.LastIndexOf("startxref\n", StringComparison.Ordinal) + "startxref\n".Length)..].Split('\n')[0];
    }

    private static byte[] WithTrailer(string entries) => Changed("trailer\n<<", $"trailer\n<< {entries}");

    private static byte[] Changed(string what, string into) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Sound).Replace(what, into, StringComparison.Ordinal));

    private static byte[] TwoTables()
    {
        var first = StartOf(Sound);
        var text = Encoding.Latin1.GetString(Sound);
        // As long as what it replaces, so that nothing moves.
        var second = text.Length.ToString(CultureInfo.InvariantCulture);
        var changed = text.Replace("/Info", $"/Prev {second} /X", StringComparison.Ordinal);
        var start = changed.Length;
        changed = changed.Replace($"/Prev {second}", $"/Prev {start}", StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(changed
            + $"xref\n0 0\ntrailer\n<< /Size 1 /Root 1 0 R /Prev {first} >>\nstartxref\n{start}\n%%EOF\n");
    }

    private static byte[] ManyTables()
    {
        var text = new StringBuilder(Encoding.Latin1.GetString(Sound));
        var before = StartOf(Sound);
        for (var i = 0; i < 50_000; i++)
        {
            var start = text.Length.ToString(CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"xref\n0 0\ntrailer\n<< /Size 1 /Root 1 0 R /Prev {before} >>\n");
            before = start;
        }
        return Encoding.Latin1.GetBytes(text.Append(CultureInfo.InvariantCulture, $"startxref\n{before}\n%%EOF\n").ToString());
    }

    private static byte[] WithPackedTable(string entries, byte[] rows)
    {
        var text = Encoding.Latin1.GetString(Sound);
        var own = entries.Replace("{0}", $"{text.Length}", StringComparison.Ordinal);
        var head = $"90 0 obj\n<< /Type /XRef /Size 91 /Root 1 0 R {own} /Length {rows.Length} >>\nstream\n";
        return Encoding.Latin1.GetBytes(
            $"{text}{head}{Encoding.Latin1.GetString(rows)}\nendstream\nendobj\nstartxref\n{text.Length}\n%%EOF\n");
    }

    private static byte[] PackedIntoThemselves() => Packed(
        new Row(2, 4, 0), "4 0 << /Type /ObjStm >> 4 0", new Row(2, 4, 1), "");

    private static byte[] PackedIntoEachOther() => Packed(
        new Row(2, 5, 0), "5 0 << /Type /ObjStm >>", new Row(2, 4, 0), "4 0 << /Type /ObjStm >>");

    /// <summary>A PDF whose objects 4 and 5 are where the rows say, and of whose page the content is object 4.</summary>
    private static byte[] Packed(Row fourth, string fourthPacked, Row fifth, string fifthPacked)
    {
        var text = new StringBuilder("%PDF-1.7\n");
        List<Row> rows = [new Row(0, 0, 0)];
        Add("<< /Type /Catalog /Pages 2 0 R >>");
        Add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        Add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [4 0 R 5 0 R] /Resources 4 0 R >>");
        Add($"<< /Type /ObjStm /N 2 /First 4 /Extends 4 0 R /Length {fourthPacked.Length} >>\nstream\n{fourthPacked}\nendstream");
        Add($"<< /Type /ObjStm /N 1 /First 4 /Extends 5 0 R /Length {fifthPacked.Length} >>\nstream\n{fifthPacked}\nendstream");
        (rows[4], rows[5]) = (fourth, fifth);
        var start = text.Length;
        rows.Add(new Row(1, start, 0));
        var table = string.Concat(rows.Select(row => row.ToText()));
        text.Append(CultureInfo.InvariantCulture,
            $"6 0 obj\n<< /Type /XRef /Size 7 /Root 1 0 R /W [1 4 2] /Length {table.Length} >>\nstream\n{table}\nendstream\nendobj\n");
        return Encoding.Latin1.GetBytes(text.Append(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n").ToString());

        void Add(string item)
        {
            rows.Add(new Row(1, text.Length, 0));
            text.Append(CultureInfo.InvariantCulture, $"{rows.Count - 1} 0 obj\n{item}\nendobj\n");
        }
    }

    /// <summary>A row of a packed table (ISO 32000-1, 7.5.8): what it is, where, and which.</summary>
    private sealed record Row(byte Kind, int Where, short Which)
    {
        public string ToText()
        {
            var bytes = new byte[7];
            bytes[0] = Kind;
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(1), Where);
            BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(5), Which);
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
