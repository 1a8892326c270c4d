using System.Text;
using DolibarrAgent.Samples;

namespace DolibarrAgent.Intake.Tests.Documents;

/// <summary>What mail and its gateways add before and behind an XML.</summary>
public sealed class AroundXmlTests
{
    private static readonly string Xml = Encoding.UTF8.GetString(SampleXml.Of(SampleCatalogue.Hosting)).TrimStart('\uFEFF');

    public static TheoryData<string, byte[]> Harmless => new()
    {
        { "blank lines", Utf8("\r\n \t\n" + Xml) },
        { "a mark and blank lines", Utf8("\uFEFF\n\n" + Xml) },
        { "blank lines and a mark", Utf8("\n\uFEFF" + Xml) },
        { "two marks", Utf8("\uFEFF\uFEFF" + Xml) },
        { "a mark and another encoding declared", Utf8("\uFEFF" + Xml.Replace("utf-8", "utf-16", StringComparison.Ordinal)) },
        { "UTF-16, a mark and blank lines", Encoding.Unicode.GetBytes("\uFEFF\r\n\n" + Xml) },
        { "UTF-16, blank lines without a mark", Encoding.Unicode.GetBytes("\n\n" + Xml) },
        { "UTF-16 the other way round", Encoding.BigEndianUnicode.GetBytes("\uFEFF\n" + Xml) },
        { "UTF-16 the other way round, without a mark", Encoding.BigEndianUnicode.GetBytes("\n" + Xml) },
        { "UTF-32", Encoding.UTF32.GetBytes("\uFEFF\n" + Xml) },
        { "UTF-32 the other way round", new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetBytes("\uFEFF\n" + Xml) },
        { "zeros behind", Utf8(Xml + new string('\0', 600)) },
        { "zeros behind UTF-16", [.. Encoding.Unicode.GetBytes("\uFEFF" + Xml), 0, 0, 0] },
        { "an end mark behind", Utf8(Xml + "\r\n\u001A") },
    };

    [Theory]
    [MemberData(nameof(Harmless))]
    public void Marks_blanks_and_padding_around_an_XML_do_not_matter(string what, byte[] bytes)
    {
        what.Should().NotBeEmpty();
        var invoice = TestXml.Read(bytes, "a.xml").Invoices.Should().ContainSingle().Which;
        invoice.Facts.Seller.Name.Should().Be("Hébergeur Dupont SARL");
        invoice.Warnings.Should().BeEmpty();
    }

    [Theory]
    [InlineData("\r\n-- \r\nThis mail was scanned by <http://gateway.example>")]
    [InlineData("\n<p>Scanned & found clean</p>")]
    public void Text_that_a_gateway_added_behind_is_left_out_and_said(string behind) =>
        TestXml.Read(Utf8(Xml + behind), "a.xml").Invoices.Should().ContainSingle().Which.Warnings.Should().ContainSingle(w => w.Code == "text-after-xml");

    [Fact]
    public void It_is_shown_as_it_was_written() =>
        TestXml.Read(Utf8(Xml + "\nVérifié par l’antivirus"), "a.xml").Invoices.Single().Warnings.Should().ContainSingle(w => w.Text.Contains("Vérifié par l’antivirus"));

    [Fact]
    public void A_second_document_behind_the_first_is_not_passed_over() =>
        TestXml.Read(Utf8(Xml + Xml[(Xml.IndexOf("?>", StringComparison.Ordinal) + 2)..]), "a.xml").Outcome.Refusal!.Code.Text.Should().Be("xml-not-well-formed");

    [Fact]
    public void A_character_that_the_encoding_does_not_have_is_not_guessed() =>
        TestXml.Read([.. Utf8("\uFEFF"), .. Encoding.Latin1.GetBytes(Xml)], "a.xml").Outcome.Refusal!.Code.Text.Should().Be("xml-encoding");

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
