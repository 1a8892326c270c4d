using System.Text;
using System.Text.RegularExpressions;
using DolibarrAgent.Fuzzing;
using DolibarrAgent.Samples;

namespace DolibarrAgent.Intake.Tests.Fuzz;

/// <summary>Mails with torn boundaries, damaged base64, odd headers and parts that are not what they say.</summary>
internal static partial class MailMutation
{
    private static readonly SampleEmail Sound = SampleEmail.With(SampleCatalogue.Hosting);
    private static readonly byte[] Xml = SampleXml.Of(SampleCatalogue.Mixed);
    private static readonly byte[] Pdf = SamplePdf.Of(SampleCatalogue.Hosting);

    private static readonly string[] Types = ["multipart/mixed; boundary=x", "multipart/mixed", "message/rfc822", "application/ms-tnef", "text/html; charset=utf-7", "text/plain; charset=\"x-none\"", "message/partial; id=a; number=1", "message/external-body; access-type=URL", "multipart/digest; boundary=\"\"", "application/pdf; name=\"../../x.pdf\"", "/", "text", ""];

    private static readonly string[] Encodings = ["base64", "quoted-printable", "x-uuencode", "yenc", "7bit", "binary", "8bit", "gzip", ""];

    public static byte[] Of(byte[] bytes, Random random)
    {
        switch (random.Next(5))
        {
            case 0:
                return ByteMutation.Of(bytes, random);
            case 1:
                var file = random.Next(3) switch { 0 => PdfMutation.Of(Pdf, random), 1 => XmlMutation.Of(Xml, random), _ => TnefMutation.Of(TnefSample.With("a.xml", Xml), random) };
                return (Sound with { Subject = HostileText.Of(random), Text = HostileText.Of(random), Attachments = [new("a" + HostileText.Of(random), random.Next(2) == 0 ? "application/octet-stream" : "application/ms-tnef", file)] }).ToBytes();
            default:
                var text = Encoding.Latin1.GetString(bytes);
                for (var i = random.Next(1, 4); i > 0; i--)
                {
                    text = Text(text, random);
                }

                return Encoding.Latin1.GetBytes(text);
        }
    }

    private static string Text(string text, Random random) => random.Next(11) switch
    {
        0 => TextMutation.AtOne(Boundary(), text, random, m => m.Value + (random.Next(2) == 0 ? "--" : "x")),
        1 => TextMutation.AtOne(Boundary(), text, random, _ => ""),
        2 => TextMutation.AtOne(Boundary(), text, random, m => string.Concat(Enumerable.Repeat(m.Value + "\r\n\r\n", random.Next(2, 2000)))),
        3 => TextMutation.AtOne(ContentType(), text, random, _ => "Content-Type: " + Types[random.Next(Types.Length)]),
        4 => TextMutation.AtOne(TransferEncoding(), text, random, _ => "Content-Transfer-Encoding: " + Encodings[random.Next(Encodings.Length)]),
        5 => TextMutation.AtOne(Base64(), text, random, m => m.Value[..random.Next(m.Length)] + (random.Next(3) switch { 0 => "====", 1 => "*\0é ", _ => "" }) + m.Value[random.Next(m.Length)..]),
        6 => TextMutation.AtOne(Header(), text, random, m => $"{m.Groups[1].Value}: {HostileText.Of(random).Replace("\u0000", "", StringComparison.Ordinal)}"),
        7 => TextMutation.AtOne(Header(), text, random, m => $"{m.Value}\r\n {string.Concat(Enumerable.Repeat("=?utf-8?B?" + new string('w', random.Next(90)) + "?=\r\n ", random.Next(2000)))}x: y"),
        8 => Nested(text, random),
        9 => text.Replace("\r\n", random.Next(2) == 0 ? "\n" : "\r", StringComparison.Ordinal),
        _ => TextMutation.AtOne(FileName(), text, random, _ => random.Next(3) switch { 0 => "filename*0*=utf-8''%2e%2e%2f; filename*1=x; filename*99999999999=y", 1 => "filename=\"../../../x.pdf\"", _ => $"filename*=utf-99''%{new string('%', random.Next(3000))}" }),
    };

    private static string Nested(string text, Random random)
    {
        var depth = random.Next(4) == 0 ? random.Next(20_000) : random.Next(1, 60);
        var outer = new StringBuilder("From: a@b.example\r\nMIME-Version: 1.0\r\n");
        for (var i = 0; i < depth; i++)
        {
            outer.Append(random.Next(2) == 0 ? $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n" : "Content-Type: message/rfc822\r\n\r\n");
        }

        return outer.Append(text).ToString();
    }

    [GeneratedRegex("^--[^\\r\\n]+", RegexOptions.Multiline)]
    private static partial Regex Boundary();

    [GeneratedRegex("Content-Type: [^\\r\\n]*", RegexOptions.IgnoreCase)]
    private static partial Regex ContentType();

    [GeneratedRegex("Content-Transfer-Encoding: [^\\r\\n]*", RegexOptions.IgnoreCase)]
    private static partial Regex TransferEncoding();

    [GeneratedRegex("^[A-Za-z0-9+/]{40,}=*", RegexOptions.Multiline)]
    private static partial Regex Base64();

    [GeneratedRegex("^([A-Z][A-Za-z-]+): [^\\r\\n]*", RegexOptions.Multiline)]
    private static partial Regex Header();

    [GeneratedRegex("filename[^;\\r\\n]*")]
    private static partial Regex FileName();
}
