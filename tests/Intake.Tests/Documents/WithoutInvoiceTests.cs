using DolibarrAgent.Intake.Tests.Containers;
using DolibarrAgent.Samples;

namespace DolibarrAgent.Intake.Tests.Documents;

/// <summary>A mail without an invoice names every file and why each is not one.</summary>
public sealed class WithoutInvoiceTests
{
    private static readonly SampleAttachment Logo = new("logo.png", "image/png", [0x89, 0x50, 0x4E, 0x47]);
    private static readonly SampleAttachment Terms = new("cgv.pdf", "application/pdf", TestPdf.WithPackedXml([1, 2, 3]));
    private static readonly SampleAttachment Broken = new("facture.zip", "application/zip", [0x50, 0x4B, 3, 4, 0, 0]);
    private static readonly SampleAttachment Signature = new("smime.p7s", "application/pkcs7-signature", [0x30, 0x80]);

    [Fact]
    public void Every_file_is_named_the_strongest_reason_first()
    {
        var refusal = Read(Logo, Terms, Broken).Outcome.Refusal!;
        refusal.Code.Text.Should().Be("archive-damaged");
        refusal.Message.Should().Be("The mail holds no invoice that a program can read. facture.zip: This archive is cut off or damaged. "
            + "cgv.pdf: The PDF carries no XML, so nothing in it is a structured invoice. "
            + "logo.png: This is a picture, not a structured invoice.");
        refusal.Remedy.Should().Be("Ask the supplier to send it again, or for the invoice's file by itself.");
    }

    [Fact]
    public void A_file_in_an_archive_is_named_with_it() =>
        Read(new SampleAttachment("a.zip", "application/zip", TestArchive.Zip(("cgv.pdf", Terms.Content)))).Outcome.Refusal!.Message.Should().Contain("a.zip/cgv.pdf: The PDF carries no XML");

    [Fact]
    public void Files_with_the_same_reason_share_it() =>
        Read(Logo, Logo with { Name = "photo.png" }).Outcome.Refusal!.Message.Should()
            .EndWith("logo.png, photo.png: This is a picture, not a structured invoice.");

    [Fact]
    public void Names_that_are_too_many_are_counted() =>
        Read([.. Enumerable.Range(0, 25).Select(i => Logo with { Name = $"{i}.png" })]).Outcome.Refusal!.Message.Should().Contain("19.png and 5 more: This is a picture");

    [Fact]
    public void A_signature_is_not_a_file_that_could_be_an_invoice()
    {
        var refusal = Read(Signature).Outcome.Refusal!;
        refusal.Code.Text.Should().Be("mail-without-file");
        refusal.Message.Should().EndWith("smime.p7s: This is a signature, not a document.");
    }

    [Fact]
    public void What_was_left_out_is_said_too()
    {
        var mail = SampleEmail.With(SampleCatalogue.Hosting) with { Attachments = [Logo, Terms] };
        DocumentReader.Read("mail.eml", mail.ToBytes(), ReadLimits.Default with { MailFiles = 1 }, TestContext.Current.CancellationToken)
            .Outcome.Refusal!.Message.Should().EndWith("Only the first 1 files were looked at.");
    }

    [Fact]
    public void A_logo_and_a_signature_beside_an_invoice_are_not_a_reason_to_warn() =>
        Read(Logo, Signature, new SampleAttachment("signature.asc", "application/pgp-signature", "-----BEGIN PGP SIGNATURE-----"u8.ToArray()), new SampleAttachment("F.pdf", "application/pdf", SamplePdf.Of(SampleCatalogue.Hosting)))
            .Invoices.Should().ContainSingle().Which.Warnings.Should().BeEmpty();

    private static Reading Read(params SampleAttachment[] files) =>
        TestXml.Read((SampleEmail.With(SampleCatalogue.Hosting) with { Attachments = [.. files] }).ToBytes(), "mail.eml");
}
