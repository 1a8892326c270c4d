using System.IO.Compression;
using System.Text;
using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Samples;
using DolibarrAgent.Tests;

namespace DolibarrAgent.DolibarrWrite.Tests;

/// <summary>Mails of every make, from the bytes that came to the bytes that Dolibarr stores.</summary>
public sealed class MailIngestTests : IAsyncLifetime
{
    private static readonly byte[] Pdf = SamplePdf.Of(SampleCatalogue.Hosting);
    private static readonly byte[] Xml = SampleXml.Of(SampleCatalogue.Hosting);

    private TwoInstances two = null!;

    public async ValueTask InitializeAsync() => two = await TwoInstances.StartAsync();

    public ValueTask DisposeAsync() => two.DisposeAsync();

    public static TheoryData<string> Makes => ["plain", "forwarded", "forwarded twice", "tnef", "forwarded tnef", "no end", "no disposition", "inline", "quoted-printable", "HTML alone", "zip"];

    [Theory]
    [MemberData(nameof(Makes))]
    public async Task However_it_was_sent_the_original_is_attached_and_the_mail_kept_byte_for_byte(string make)
    {
        var (mail, original) = MailOf(make);

        var entered = await IngestAsync(mail);

        (await StoredAsync(1)).Should().ContainSingle().Which.Should().Equal(original);
        var evidence = entered.Changeset.Evidence.OfType<Evidence.Email>().Should().ContainSingle().Subject;
        (await File.ReadAllBytesAsync(Path.Combine(Path.GetDirectoryName(entered.Path)!, "blobs", evidence.Sha256.Hex), Skills.Cancel)).Should().Equal(mail);
    }

    [Fact]
    public async Task Of_a_PDF_and_an_XML_of_one_invoice_the_PDF_is_attached_and_both_are_kept()
    {
        var mail = SampleEmail.With(SampleCatalogue.Hosting);

        var entered = await IngestAsync((mail with { Attachments = [new("F.xml", "application/xml", Xml), .. mail.Attachments] }).ToBytes());

        (await StoredAsync(1)).Should().ContainSingle().Which.Should().Equal(Pdf);
        entered.Changeset.Evidence.OfType<Evidence.File>().Select(f => f.Sha256).Should().BeEquivalentTo([Digest.Of(Pdf), Digest.Of(Xml)]);
    }

    [Fact]
    public async Task Each_of_two_invoices_has_its_own_file()
    {
        var mail = SampleEmail.With(SampleCatalogue.Hosting);

        await IngestAsync((mail with { Attachments = [.. mail.Attachments, .. SampleEmail.With(SampleCatalogue.Mixed).Attachments] }).ToBytes());

        (await StoredAsync(1)).Should().ContainSingle().Which.Should().Equal(Pdf);
        (await StoredAsync(2)).Should().ContainSingle().Which.Should().Equal(SamplePdf.Of(SampleCatalogue.Mixed));
    }

    [Fact]
    public async Task An_archive_by_itself_is_opened_too()
    {
        using var skill = Skills.On(two);

        Skills.Entered(await Ingest.RunAsync(skill, "F.zip", Zipped("F.xml", Xml), Skills.Cancel));

        (await StoredAsync(1)).Should().ContainSingle().Which.Should().Equal(Xml);
    }

    [Fact]
    public async Task A_winmail_dat_by_itself_is_opened_too() => (await IngestAsync(Tnef.With("F-2026-1.pdf", Pdf))).Changeset.Operations.Should().HaveCount(4);

    [Fact]
    public async Task What_the_mail_brings_beside_the_invoice_and_nobody_read_is_a_warning()
    {
        var mail = SampleEmail.With(SampleCatalogue.Hosting);

        var entered = await IngestAsync((mail with { Attachments = [.. mail.Attachments, new("logo.png", "image/png", [1]), new("second.pdf", "application/pdf", "%PDF-1.4 broken"u8.ToArray())] }).ToBytes());

        entered.Changeset.Warnings.Where(w => w.Code == "other-document-unread").Should().ContainSingle().Which.Text.Should().Contain("second.pdf");
    }

    public static TheoryData<string, string> WithoutInvoice => new()
    {
        { "From: a@b.example\r\nSubject: facture\r\nContent-Type: text/html\r\n\r\n<p>Total 12,00 EUR <a href=\"https://example.org\">payer</a></p>", "mail-without-file" },
        { "From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!", "empty-file" },
        { "From: a@b.example\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+IgAA\r\n", "mail-without-file" },
        { "From: a@b.example\r\nContent-Type: image/jpeg; name=scan.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n/9j/4AAQ\r\n", "mail-without-invoice" },
        { "From: a@b.example\r\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\nMIIB\r\n", "mail-sealed" },
        { "no mail at all", "unknown-content" },
        { "", "empty-file" },
    };

    [Theory]
    [MemberData(nameof(WithoutInvoice))]
    public async Task Where_there_is_no_invoice_the_reason_is_given_and_nothing_written(string mail, string code)
    {
        using var skill = Skills.On(two);

        var problem = Skills.Refused(await Ingest.RunAsync(skill, "x.eml", Encoding.ASCII.GetBytes(mail), Skills.Cancel)).Should().ContainSingle().Subject;

        problem.Code.Text.Should().Be(code);
        problem.Remedy.Should().NotBeEmpty();
        TwoInstances.Writes(two.Sandbox).Should().BeEmpty();
    }

    private static (byte[] Mail, byte[] Original) MailOf(string make) => make switch
    {
        "plain" => (Skills.Mail(SampleCatalogue.Hosting), Pdf),
        "forwarded" => (Forwarded(Skills.Mail(SampleCatalogue.Hosting)), Pdf),
        "forwarded twice" => (Forwarded(Forwarded(Skills.Mail(SampleCatalogue.Hosting))), Pdf),
        "tnef" => (Winmail(), Pdf),
        "forwarded tnef" => (Forwarded(Winmail()), Pdf),
        "no end" => (Cut(Skills.Mail(SampleCatalogue.Hosting)), Pdf),
        "no disposition" => (Part("Content-Type: application/octet-stream; name=\"F\"", Xml), Xml),
        "inline" => (Part("Content-Type: text/xml; charset=utf-8\r\nContent-Disposition: inline", Xml), Xml),
        "quoted-printable" => (Quoted(), Xml),
        "HTML alone" => (Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(Skills.Mail(SampleCatalogue.Hosting)).Replace("text/plain", "text/html", StringComparison.Ordinal)), Pdf),
        "zip" => (Part("Content-Type: application/zip; name=\"F.zip\"", Zipped("F.xml", Xml)), Xml),
        _ => throw new ArgumentOutOfRangeException(nameof(make), make, "No such mail."),
    };

    private static byte[] Zipped(string name, byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(content);
        }

        return bytes.ToArray();
    }

    private static byte[] Winmail() => Part("Content-Type: application/ms-tnef; name=\"winmail.dat\"\r\nContent-Disposition: attachment; filename=\"winmail.dat\"", Tnef.With("F-2026-1.pdf", Pdf));

    private static byte[] Part(string headers, byte[] content) => Encoding.ASCII.GetBytes(
        $"From: a@b.example\r\nSubject: facture\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\n{headers}\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks)}\r\n--b--\r\n");

    private static byte[] Forwarded(byte[] mail) =>
    [
        .. Encoding.ASCII.GetBytes("From: colleague@client.example\r\nSubject: Fwd: facture\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"f" + mail.Length + "\"\r\n\r\n--f" + mail.Length + "\r\nContent-Type: message/rfc822\r\n\r\n"),
        .. mail,
        .. Encoding.ASCII.GetBytes($"\r\n--f{mail.Length}--\r\n"),
    ];

    /// <summary>Without its last boundaries, as a mail server with a limit leaves it.</summary>
    private static byte[] Cut(byte[] mail)
    {
        var text = Encoding.ASCII.GetString(mail).TrimEnd();
        return Encoding.ASCII.GetBytes(text[..(text.LastIndexOf("--m-", StringComparison.Ordinal))]);
    }

    private static byte[] Quoted()
    {
        var text = string.Concat(Encoding.Latin1.GetString(Xml).Select(c => c is '\n' ? "=0A=\r\n" : c is '=' or '\r' or > '~' ? $"={(int)c:X2}" : c.ToString()));
        return Encoding.ASCII.GetBytes($"From: a@b.example\r\nSubject: facture\r\nMIME-Version: 1.0\r\nContent-Type: application/xml; name=\"F.xml\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{text}=\r\n");
    }

    private async Task<IngestResult.Entered> IngestAsync(byte[] mail)
    {
        using var skill = Skills.On(two);
        return Skills.Entered(await Ingest.RunAsync(skill, "x.eml", mail, Skills.Cancel));
    }

    /// <summary>The files of an invoice as the sandbox has them.</summary>
    private async Task<IReadOnlyList<byte[]>> StoredAsync(int invoice)
    {
        const string Root = "fournisseur/facture/";
        var stored = new List<byte[]>();
        foreach (var file in await Skills.ListAsync(two.Sandbox, $"documents?modulepart=supplier_invoice&id={invoice}"))
        {
            using var person = two.Sandbox.ClientOf("admin");
            var path = $"{file.GetProperty("filepath").GetString()![Root.Length..]}/{file.GetProperty("filename").GetString()}";
            var answer = await person.GetStringAsync(new Uri($"documents/download?modulepart=facture_fournisseur&original_file={Uri.EscapeDataString(path)}", UriKind.Relative), Skills.Cancel);
            stored.Add(Convert.FromBase64String(JsonDocument.Parse(answer).RootElement.GetProperty("content").GetString()!));
        }
        return stored;
    }
}
