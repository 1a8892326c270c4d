using System.Text;
using System.Text.RegularExpressions;
using DolibarrAgent.Fuzzing;
using DolibarrAgent.Samples;

namespace DolibarrAgent.Intake.Tests.Fuzz;

/// <summary>PDFs whose objects, streams, filters and tables say what is not true.</summary>
internal static partial class PdfMutation
{
    private static readonly string[] Filters = ["/FlateDecode", "/LZWDecode", "/RunLengthDecode", "/ASCIIHexDecode", "/ASCII85Decode", "/DCTDecode", "/Crypt", "/None", "null", "7 0 R"];

    private static readonly string[] Names = ["/Kids", "/Names", "/EF", "/AF", "/Prev", "/Root", "/Type", "/Length", "/Parent", "/ObjStm", "/W"];

    private static readonly byte[] Xml = SampleXml.Of(SampleCatalogue.Mixed);

    public static byte[] Of(byte[] bytes, Random random)
    {
        switch (random.Next(6))
        {
            case 0:
                return ByteMutation.Of(bytes, random);
            case 1:
                return SamplePdf.Of(SampleCatalogue.Hosting, XmlMutation.Of(Xml, random), HostileText.Of(random));
            case 2:
                return TestPdf.WithPackedXml(random.Next(200) == 0 ? new byte[random.Next(30_000_000)] : XmlMutation.Of(Xml, random), random.Next(1, 4));
            default:
                var text = Encoding.Latin1.GetString(bytes);
                for (var i = random.Next(1, 4); i > 0; i--)
                {
                    text = Text(text, random);
                }

                return Encoding.Latin1.GetBytes(text);
        }
    }

    private static string Text(string text, Random random) => random.Next(14) switch
    {
        0 => TextMutation.AtOne(Reference(), text, random, _ => $"{random.Next(12)} {random.Next(2)} R"),
        1 => TextMutation.AtOne(Offset(), text, random, _ => random.Next(3) == 0 ? "9999999999" : random.Next(text.Length).ToString("0000000000", System.Globalization.CultureInfo.InvariantCulture)),
        2 => TextMutation.AtOne(Length(), text, random, _ => "/Length " + Number(random)),
        3 => TextMutation.AtOne(Filter(), text, random, _ => "/Filter " + OtherFilters(random)),
        4 => TextMutation.AtOne(Length(), text, random, m => $"{m.Value} /Filter {OtherFilters(random)} /DecodeParms << /Predictor {random.Next(20)} /Columns {Number(random)} /Colors {Number(random)} >>"),
        5 => TextMutation.AtOne(Dictionary(), text, random, _ => Deep(random)),
        6 => TextMutation.AtOne(Keyword(), text, random, _ => ""),
        7 => TextMutation.AtOne(Keyword(), text, random, m => m.Value + " " + m.Value),
        8 => TextMutation.AtOne(StartXref(), text, random, _ => $"startxref\n{Number(random)}"),
        9 => TextMutation.AtOne(Trailer(), text, random, m => $"{m.Value} /Prev {random.Next(text.Length)} /XRefStm {random.Next(text.Length)}"),
        10 => TextMutation.AtOne(Trailer(), text, random, m => $"{m.Value} /Encrypt << /Filter /Standard /V {random.Next(7)} /R {random.Next(8)} /Length {Number(random)} /P -44 /O <{new string('A', random.Next(140))}> /U <{new string('B', random.Next(140))}> /CF << /StdCF << /CFM /AESV{random.Next(5)} >> >> /StmF /StdCF >>"),
        11 => TextMutation.AtOne(Name(), text, random, _ => Names[random.Next(Names.Length)]),
        12 => TextMutation.AtOne(Size(), text, random, _ => "/Size " + Number(random)),
        _ => TextMutation.AtOne(Text(), text, random, _ => $"({HostileText.Of(random)})"),
    };

    private static string Deep(Random random)
    {
        var depth = random.Next(3) == 0 ? random.Next(200_000) : random.Next(1, 300);
        var open = random.Next(3) switch { 0 => "[", 1 => "<< /A ", _ => "(" };
        return string.Concat(Enumerable.Repeat(open, depth)) + (random.Next(2) == 0 ? "" : string.Concat(Enumerable.Repeat(open switch { "[" => "]", "(" => ")", _ => ">>" }, depth)));
    }

    private static string OtherFilters(Random random) =>
        "[" + string.Join(' ', Enumerable.Range(0, random.Next(8) == 0 ? random.Next(2000) : random.Next(6)).Select(_ => Filters[random.Next(Filters.Length)])) + "]";

    private static string Number(Random random) => random.Next(6) switch
    {
        0 => "0",
        1 => "-1",
        2 => "2147483647",
        3 => "99999999999999999999",
        4 => $"{random.Next(12)} 0 R",
        _ => random.Next(100_000).ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    [GeneratedRegex("[0-9]+ [0-9]+ R")]
    private static partial Regex Reference();

    [GeneratedRegex("[0-9]{10}(?= [0-9]{5} [nf])")]
    private static partial Regex Offset();

    [GeneratedRegex("/Length [0-9]+")]
    private static partial Regex Length();

    [GeneratedRegex("/Filter ?(/[A-Za-z0-9]+|\\[[^\\]]*\\])")]
    private static partial Regex Filter();

    [GeneratedRegex("<<[^<>]{0,300}>>")]
    private static partial Regex Dictionary();

    [GeneratedRegex("endstream|stream|endobj|obj|xref|trailer|>>|<<|\\[|\\]")]
    private static partial Regex Keyword();

    [GeneratedRegex("startxref\\s+[0-9]+")]
    private static partial Regex StartXref();

    [GeneratedRegex("trailer\\s*<<")]
    private static partial Regex Trailer();

    [GeneratedRegex("/[A-Z][A-Za-z]+")]
    private static partial Regex Name();

    [GeneratedRegex("/Size [0-9]+")]
    private static partial Regex Size();

    [GeneratedRegex("\\([^()]*\\)")]
    private static partial Regex Text();
}
