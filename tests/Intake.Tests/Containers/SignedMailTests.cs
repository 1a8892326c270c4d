using System.Text;
using DolibarrAgent.Samples;

namespace DolibarrAgent.Intake.Tests.Containers;

public sealed class SignedMailTests
{
    private const string Head = "From: a@b.example\r\nSubject: Facture\r\nMIME-Version: 1.0\r\n";

    private static readonly byte[] Pdf = SamplePdf.Of(SampleCatalogue.Hosting);
    private static readonly byte[] Body = Encoding.ASCII.GetBytes($"Content-Type: multipart/mixed; boundary=i\r\n\r\n--i\r\nContent-Type: text/plain\r\n\r\nBonjour\r\n{Part("i", "application/pdf; name=a.pdf", Pdf)}--i--\r\n");

    [Theory]
    [InlineData("application/pkcs7-mime; smime-type=signed-data; name=smime.p7m")]
    [InlineData("application/x-pkcs7-mime; name=smime.p7m")]
    [InlineData("application/pkcs7-mime")]
    [InlineData("application/octet-stream; name=smime.p7m")]
    public void Signed_is_not_sealed(string type) => IsOpened(Mail(type, TestCms.Signed(Body)));

    [Fact]
    public void A_signature_of_open_length_is_opened() => IsOpened(Mail("application/pkcs7-mime", TestCms.SignedInChunks(Body)));

    [Fact]
    public void A_signature_around_a_signature_is_opened() =>
        IsOpened(Mail("application/pkcs7-mime", TestCms.Signed(Mail("application/pkcs7-mime", TestCms.Signed(Body)))));

    [Fact]
    public void A_compressed_mail_is_opened() => Read(Mail("application/pkcs7-mime; smime-type=compressed-data", TestCms.Compressed(Body))).Invoices.Should().ContainSingle();

    [Fact]
    public void A_signed_message_that_was_forwarded_is_opened() =>
        IsOpened(Encoding.ASCII.GetBytes($"{Head}Content-Type: message/rfc822\r\n\r\n{Encoding.ASCII.GetString(Mail("application/pkcs7-mime", TestCms.Signed(Body)))}"));

    [Fact]
    public void The_body_of_a_signed_mail_given_by_itself_is_a_mail()
    {
        var reading = DocumentReader.Read("smime.p7m", TestCms.Signed(Body), ReadLimits.Default, TestContext.Current.CancellationToken);
        reading.Mail!.Text.Should().StartWith("Bonjour");
        reading.Invoices.Should().ContainSingle();
    }

    [Fact]
    public void Certified_mail_is_opened_and_its_receipt_is_not_a_document()
    {
        var invoice = Encoding.ASCII.GetString(SampleEmail.With(SampleCatalogue.Hosting).ToBytes());
        var mail = $"{Head}Content-Type: multipart/signed; protocol=\"application/x-pkcs7-signature\"; boundary=s\r\n\r\n--s\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: text/plain\r\n\r\nMessaggio di posta certificata\r\n"
            + Part("m", "application/xml; name=daticert.xml", "<?xml version=\"1.0\"?><postacert tipo=\"posta-certificata\"/>"u8.ToArray())
            + $"--m\r\nContent-Type: message/rfc822; name=postacert.eml\r\n\r\n{invoice}\r\n--m--\r\n"
            + Part("s", "application/x-pkcs7-signature; name=smime.p7s", TestCms.Signed([1], isDetached: true)) + "--s--\r\n";
        Read(Encoding.ASCII.GetBytes(mail)).Invoices.Should().ContainSingle().Which.Warnings.Select(w => w.Code).Should().Equal("signature-not-checked");
    }

    [Fact]
    public void What_a_signature_beside_the_mail_hides_is_not_read()
    {
        var mail = $"{Head}Content-Type: multipart/signed; boundary=s\r\n\r\n--s\r\nContent-Type: text/plain\r\n\r\nBonjour\r\n{Part("s", "application/pkcs7-signature; name=smime.p7s", TestCms.Signed(Body))}--s--\r\n";
        Read(Encoding.ASCII.GetBytes(mail)).Outcome.Refusal!.Code.Text.Should().Be("mail-without-file");
    }

    [Theory]
    [InlineData("application/pdf; name=a.pdf")]
    [InlineData("application/octet-stream; name=a.pdf")]
    [InlineData("application/pkcs7-signature; name=smime.p7s")]
    public void What_stands_in_a_signatures_place_and_is_none_is_read(string type)
    {
        var mail = $"{Head}Content-Type: multipart/signed; boundary=s\r\n\r\n--s\r\nContent-Type: text/plain\r\n\r\nBonjour\r\n{Part("s", type, Pdf)}--s--\r\n";
        Read(Encoding.ASCII.GetBytes(mail)).Invoices.Should().ContainSingle();
    }

    [Theory]
    [InlineData("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m")]
    [InlineData("application/pkcs7-mime")]
    public void An_encrypted_mail_stays_sealed_and_says_so(string type)
    {
        var refusal = Read(Mail(type, TestCms.Sealed())).Outcome.Refusal!;
        refusal.Code.Text.Should().Be("mail-sealed");
        refusal.Message.Should().Contain("encrypted").And.NotContain("signed");
    }

    [Fact]
    public void A_mail_that_PGP_sealed_says_so() =>
        Read(Encoding.ASCII.GetBytes($"{Head}Content-Type: multipart/encrypted; boundary=e\r\n\r\n--e\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--e\r\nContent-Type: application/octet-stream; name=encrypted.asc\r\n\r\n-----BEGIN PGP MESSAGE-----\r\n\r\nhQ==\r\n-----END PGP MESSAGE-----\r\n--e--\r\n"))
            .Outcome.Refusal!.Code.Text.Should().Be("mail-sealed");

    [Fact]
    public void A_mail_that_is_sent_as_sealed_is_so_even_where_nothing_can_be_told_of_it() =>
        Read(Mail("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", [0x30, 0x82, 0x01])).Outcome.Refusal!.Code.Text.Should().Be("mail-sealed");

    [Fact]
    public void A_signature_that_is_cut_off_is_refused_as_that() =>
        Read(Mail("application/pkcs7-mime", TestCms.Signed(Body)[..2000])).Outcome.Refusal!.Code.Text.Should().Be("signed-damaged");

    [Fact]
    public void Signatures_within_signatures_are_opened_to_a_limit() =>
        Read(Mail("application/pkcs7-mime", Enumerable.Range(0, 30).Aggregate(Body, (inner, _) => TestCms.SignedInChunks(inner))))
            .Outcome.Refusal!.Message.Should().Contain("nested deeper than 20");

    private static void IsOpened(byte[] mail)
    {
        var invoice = Read(mail).Invoices.Should().ContainSingle().Which;
        invoice.Files.Single().Bytes.ToArray().Should().Equal(Pdf);
        invoice.Warnings.Should().ContainSingle().Which.Should().Be(new IntakeWarning("signature-not-checked", "The mail is signed; the signature was not checked."));
    }

    private static byte[] Mail(string type, byte[] content) =>
        Encoding.ASCII.GetBytes($"{Head}Content-Type: {type}\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks)}\r\n");

    private static string Part(string boundary, string type, byte[] content) =>
        $"--{boundary}\r\nContent-Type: {type}\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks)}\r\n";

    private static Reading Read(byte[] bytes) => TestXml.Read(bytes, "mail.eml");
}
