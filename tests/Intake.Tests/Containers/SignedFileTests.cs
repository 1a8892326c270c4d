using System.Text;
using DolibarrAgent.Samples;

namespace DolibarrAgent.Intake.Tests.Containers;

public sealed class SignedFileTests
{
    private static readonly byte[] Xml = SampleXml.Of(SampleCatalogue.Hosting);

    public static TheoryData<string, byte[]> Forms => new()
    {
        { "signed", TestCms.Signed(Xml) },
        { "signed, of open length", TestCms.SignedInChunks(Xml) },
        { "signed twice", TestCms.Signed(TestCms.SignedInChunks(Xml)) },
        { "in PEM", TestCms.Pem(TestCms.Signed(Xml)) },
        { "in base64", Encoding.ASCII.GetBytes(Convert.ToBase64String(TestCms.Signed(Xml), Base64FormattingOptions.InsertLineBreaks)) },
        { "time-stamped", TestCms.TimeStamped(Xml) },
        { "compressed", TestCms.Compressed(Xml) },
        { "around a PDF", TestCms.Signed(SamplePdf.Of(SampleCatalogue.Hosting)) },
        { "around a zip", TestCms.Signed(TestArchive.Zip(("F.xml", Xml))) },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void An_invoice_is_taken_out_of_its_signature_by_itself_and_in_a_mail(string form, byte[] file)
    {
        form.Should().NotBeEmpty();
        TestXml.Read(file, "F-2026-1.xml.p7m").Invoices.Should().ContainSingle();
        var attached = SampleEmail.With(SampleCatalogue.Hosting) with { Attachments = [new("F-2026-1.xml.p7m", "application/pkcs7-mime", file)] };
        TestXml.Read(attached.ToBytes(), "mail.eml").Invoices.Should().ContainSingle();
    }

    [Fact]
    public void The_file_is_called_as_its_signature_without_the_ending()
    {
        var invoice = TestXml.Read(TestCms.Signed(Xml), "F-2026-1.xml.p7m").Invoices.Single();
        invoice.Files.Single().CleanName.Should().Be("F-2026-1.xml");
        invoice.Files.Single().In!.CleanName.Should().Be("F-2026-1.xml.p7m");
    }

    [Fact]
    public void That_the_signature_was_not_checked_is_said() =>
        TestXml.Read(TestCms.Signed(Xml), "a.xml.p7m").Invoices.Single().Warnings.Should()
            .ContainSingle(w => w.Code == "signature-not-checked" && w.Text == "The file 'a.xml.p7m' is signed; the signature was not checked.");

    [Fact]
    public void An_encrypted_file_is_refused_as_that() =>
        TestXml.Read(TestCms.Sealed(), "F.xml.p7m").Outcome.Refusal!.Code.Text.Should().Be("file-sealed");

    [Fact]
    public void A_signature_without_its_file_is_a_signature() =>
        TestXml.Read(TestCms.Signed(Xml, isDetached: true), "F.xml.p7s").Outcome.Refusal!.Code.Text.Should().Be("signature");

    [Fact]
    public void A_compressed_file_that_unpacks_to_more_than_it_may_is_not_opened() =>
        TestXml.Read(TestCms.Compressed(new byte[80_000_000]), "F.p7z").Outcome.Refusal!.Code.Text.Should().Be("archive-too-large");
}
