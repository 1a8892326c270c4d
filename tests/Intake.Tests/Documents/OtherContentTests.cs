using System.Text;
using DolibarrAgent.Intake.Tests.Containers;

namespace DolibarrAgent.Intake.Tests.Documents;

/// <summary>Each file is told for what it is.</summary>
public sealed class OtherContentTests
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static TheoryData<string, byte[], string, string> Told => new()
    {
        { "a.xlsx", Office("xl/workbook.xml"), "spreadsheet", "Excel spreadsheet (.xlsx)" },
        { "facture.bin", Office("xl/workbook.xml"), "spreadsheet", "Excel spreadsheet (.xlsx)" },
        { "cut.xlsx", [0x50, 0x4B, 3, 4, 1], "spreadsheet", "Excel spreadsheet (.xlsx)" },
        { "a.docx", Office("word/document.xml"), "text-document", "Word document" },
        { "a.pptx", Office("ppt/presentation.xml"), "presentation", "PowerPoint" },
        { "a.ods", OpenDocument("spreadsheet"), "spreadsheet", "OpenDocument spreadsheet" },
        { "a.odt", OpenDocument("text"), "text-document", "OpenDocument text" },
        { "a.xls", OleOf("Workbook"), "spreadsheet", "Excel spreadsheet (.xls)" },
        { "a.doc", OleOf("WordDocument"), "text-document", "Word document (.doc)" },
        { "a.bin", OleOf("__properties_version1.0"), "outlook-message", ".msg" },
        { "a.xlsx", OleOf("EncryptedPackage"), "office-encrypted", "password" },
        { "cut.msg", Ole, "outlook-message", ".msg" },
        { "cut.xls", Ole, "spreadsheet", "(.xls)" },
        { "a.bin", Ole, "old-office", "old office program" },
        { "a.7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "archive", "7z archive" },
        { "a.rar", Encoding.Latin1.GetBytes("Rar!\u001A\u0007\u0001\0"), "archive", "RAR archive" },
        { "a.exe", "MZ\0\0"u8.ToArray(), "program", "program" },
        { "a.png", [0x89, 0x50, 0x4E, 0x47], "picture", "picture" },
        { "a.jpg", [0xFF, 0xD8, 0xFF, 0xE0], "picture", "picture" },
        { "a.tif", "II*\0"u8.ToArray(), "picture", "picture" },
        { "a.svg", Text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), "picture", "picture" },
        { "a.mp3", Text("ID3\u0003"), "audio", "sound" },
        { "a.rtf", Text(@"{\rtf1 Total}"), "text-document", "rich text" },
        { "a.edi", Text("UNA:+.? 'UNB+UNOC:3+1+2+261120:0900+1'UNH+1+INVOIC:D:96A:UN'"), "other-invoice-format", "EDIFACT" },
        { "a.edi", Text("UNB+UNOC:3+1+2+261120:0900+1'"), "other-invoice-format", "EDIFACT" },
        { "a.x12", Text("ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261120*0900*U*00401*000000001*0*P*>~GS*IN"), "other-invoice-format", "X12" },
        { "a.txt", Text("JournalCode\tJournalLib\tEcritureNum\n"), "accounting-entries", "FEC" },
        { "a.json", Text("{ \"total\": 12 }"), "json", "JSON" },
        { "a.csv", Text("number;date;total\nF-1;2026-11-20;12,00\n"), "csv", "CSV" },
        { "a.ics", Text("BEGIN:VCALENDAR\n"), "calendar", "calendar" },
        { "a.html", Text("<html><body>Facture<br></body></html>"), "html", "web page" },
        { "a.txt", Text("Bonjour, la facture suit, par courrier, demain."), "unknown-content", "plain text" },
        { "a.dat", [1, 2, 3], "unknown-content", "neither" },
        { "a.xml", Text("<?xml version=\"1.0\"?><!DOCTYPE cXML SYSTEM \"http://x.example/c.dtd\"><cXML/>"), "other-invoice-format", "cXML" },
        { "a.xml", Text("<!DOCTYPE xbrl [<!ENTITY x \"y\">]><xbrl/>"), "other-xml", "XBRL" },
        { "a.xml", Text("<p:FatturaElettronica xmlns:p=\"http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2\"/>"), "fatturapa", "FatturaPA" },
        { "a.xml", Text("<INVOICE xmlns=\"http://www.opentrans.org/XMLSchema/2.1\"/>"), "other-invoice-format", "openTRANS" },
        { "a.xml", Text("<Invoice xmlns=\"http://www.ebinterface.at/schema/6p1/\"/>"), "other-invoice-format", "ebInterface" },
        { "a.xml", Text("<Invoice xmlns=\"urn:sfti:documents:BasicInvoice:1:0\"/>"), "other-invoice-format", "Svefaktura" },
        { "a.xml", Text("<Invoice xmlns=\"http://rep.oio.dk/ubl/xml/schemas/0p71/pie/\"/>"), "other-invoice-format", "OIOXML" },
        { "a.xml", Text("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"/>"), "bank-statement", "bank statement" },
    };

    [Theory]
    [MemberData(nameof(Told))]
    public void A_file_is_told_for_what_it_is(string name, byte[] bytes, string code, string what)
    {
        var refusal = TestXml.Read(bytes, name).Outcome.Refusal!;
        refusal.Code.Text.Should().Be(code);
        refusal.Message.Should().Contain(what);
        refusal.Remedy.Should().NotBeEmpty();
    }

    [Fact]
    public void A_workbook_in_an_archive_is_a_workbook_and_no_archive_within_an_archive() =>
        TestXml.Read(TestArchive.Zip(("a.xlsx", Office("xl/workbook.xml"))), "a.zip").Outcome.Refusal!.Code.Text.Should().Be("spreadsheet");

    [Fact]
    public void A_large_text_in_one_line_is_not_taken_for_a_mail_with_long_headers() =>
        TestXml.Read(Text("{\"a\":\"" + new string('x', 3_000_000) + "\"}"), "a.json").Outcome.Refusal!.Code.Text.Should().Be("json");

    private static byte[] Office(string part) => TestArchive.Zip(("[Content_Types].xml", Text("<Types/>")), (part, Text("<x/>")));

    private static byte[] OpenDocument(string kind) => TestArchive.Zip(("mimetype", Text($"application/vnd.oasis.opendocument.{kind}")), ("content.xml", Text("<x/>")));

    // A header, and the directory's first sector: the root, then a stream.
    private static byte[] OleOf(string stream)
    {
        var bytes = new byte[1024];
        Ole.CopyTo(bytes, 0);
        bytes[30] = 9;
        Encoding.Unicode.GetBytes("Root Entry\0").CopyTo(bytes, 512);
        Encoding.Unicode.GetBytes(stream + "\0").CopyTo(bytes, 640);
        return bytes;
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
