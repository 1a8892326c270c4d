using System.Text;
using DolibarrAgent.Samples;

namespace DolibarrAgent.Intake.Tests.Containers;

public sealed class ArchiveTests
{
    private static readonly byte[] Xml = SampleXml.Of(SampleCatalogue.Hosting);
    private static readonly byte[] Pdf = SamplePdf.Of(SampleCatalogue.Hosting);

    public static TheoryData<string, byte[]> Forms => new()
    {
        { "a.zip", TestArchive.Zip(("a.xml", Xml)) },
        { "a.xml.gz", TestArchive.Gzip(Xml) },
        { "a.tar", TestArchive.Tar(("a.xml", Xml)) },
        { "a.tar.gz", TestArchive.Gzip(TestArchive.Tar(("a.xml", Xml))) },
        { "a.tgz", TestArchive.Gzip(TestArchive.Tar(("a.xml", Xml))) },
        { "signed.zip", TestArchive.Zip(("a.xml.p7m", TestCms.Signed(Xml))) },
        { "mail.zip", TestArchive.Zip(("a.eml", SampleEmail.With(SampleCatalogue.Hosting).ToBytes())) },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void An_invoice_is_taken_out_of_an_archive_by_itself_and_in_a_mail(string name, byte[] archive)
    {
        Read(name, archive).Invoices.Should().ContainSingle();
        Read("mail.eml", Mail((name, archive))).Invoices.Should().ContainSingle();
    }

    [Fact]
    public void The_PDF_and_the_XML_of_one_invoice_in_an_archive_are_one_invoice()
    {
        var invoice = Read("a.zip", TestArchive.Zip(("2026/F.pdf", Pdf), ("2026/F.xml", Xml))).Invoices.Should().ContainSingle().Which;
        invoice.Files.Select(f => f.Place).Should().Equal("a.zip/F.pdf", "a.zip/F.xml");
        invoice.Warnings.Should().BeEmpty();
    }

    [Fact]
    public void The_XML_in_an_archive_and_the_PDF_beside_it_are_one_invoice() =>
        Read("mail.eml", Mail(("F.zip", TestArchive.Zip(("F.xml", Xml))), ("F.pdf", Pdf))).Invoices.Should().ContainSingle().Which.Files.Should().HaveCount(2);

    [Fact]
    public void Case_14_a_name_that_leads_elsewhere_is_cleaned() =>
        Read("a.zip", TestArchive.Zip(("../../etc/F.xml", Xml))).Invoices.Single().Files.Single().CleanName.Should().Be("F.xml");

    [Fact]
    public void An_archive_within_an_archive_is_not_opened_and_named()
    {
        var refusal = Read("a.zip", TestArchive.Zip(("b.zip", TestArchive.Zip(("F.xml", Xml))))).Outcome.Refusal!;
        refusal.Code.Text.Should().Be("archive-in-archive");
        refusal.Message.Should().Contain("a.zip/b.zip");
    }

    [Fact]
    public void An_archive_in_a_mail_in_an_archive_is_not_opened() =>
        Read("a.zip", TestArchive.Zip(("a.eml", Mail(("b.tgz", TestArchive.Gzip(TestArchive.Tar(("F.xml", Xml)))))))).Outcome.Refusal!.Code.Text.Should().Be("archive-in-archive");

    [Fact]
    public void An_archive_in_a_signed_mail_in_an_archive_is_not_opened()
    {
        var body = Encoding.ASCII.GetBytes($"Content-Type: application/zip; name=b.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(TestArchive.Zip(("F.xml", Xml)))}\r\n");
        Read("a.zip", TestArchive.Zip(("smime.p7m", TestCms.Signed(body)))).Outcome.Refusal!.Code.Text.Should().Be("archive-in-archive");
    }

    [Fact]
    public void Of_an_archive_in_which_one_file_is_locked_the_others_are_read_and_the_locked_one_is_named()
    {
        var invoice = Read("a.zip", TestArchive.Locked("b.xml", ("a.xml", Xml), ("b.xml", Xml))).Invoices.Should().ContainSingle().Which;
        invoice.Warnings.Should().ContainSingle(w => w.Code == "other-document-unread" && w.Text.Contains("b.xml is locked with a password"));
    }

    [Fact]
    public void A_locked_archive_is_refused_as_that() =>
        Read("a.zip", TestArchive.Locked("a.xml", ("a.xml", Xml))).Outcome.Refusal!.Code.Text.Should().Be("archive-encrypted");

    [Fact]
    public void A_file_whose_bytes_changed_in_the_archive_is_not_read()
    {
        var refusal = Read("a.zip", TestArchive.Damaged("a.xml", ("a.xml", Xml))).Outcome.Refusal!;
        refusal.Code.Text.Should().Be("archive-damaged");
        refusal.Message.Should().Contain("a.xml");
    }

    [Fact]
    public void An_empty_archive_is_refused_as_that() => Read("a.zip", TestArchive.Zip()).Outcome.Refusal!.Code.Text.Should().Be("archive-empty");

    [Fact]
    public void An_archive_of_more_files_than_it_may_hold_is_not_opened() =>
        Read("a.zip", TestArchive.Zip([.. Enumerable.Range(0, 101).Select(i => ($"{i}.xml", Xml))])).Outcome.Refusal!.Code.Text.Should().Be("archive-too-many-files");

    [Fact]
    public void The_entries_of_an_archive_are_counted_before_they_are_read()
    {
        (string, byte[])[] files = [("a", [1]), ("b", [2]), ("a.xml", Xml)];
        foreach (var archive in new[] { TestArchive.Zip(files), TestArchive.Tar(files), TestArchive.Gzip(TestArchive.Tar(files)) })
        {
            CodeOf(archive, most: 2).Should().Be("archive-too-many-files");
            CodeOf(archive, most: 3).Should().BeNull();
        }
    }

    [Theory]
    [InlineData(60_000_000)]
    [InlineData(20_000_000)]
    public void An_archive_that_unpacks_to_more_than_it_may_or_to_too_many_times_its_size_is_not_opened(int bytes)
    {
        Read("a.zip", TestArchive.Zip(("a.xml", new byte[bytes]))).Outcome.Refusal!.Code.Text.Should().Be("archive-too-large");
        Read("a.gz", TestArchive.Gzip(new byte[bytes])).Outcome.Refusal!.Code.Text.Should().Be("archive-too-large");
    }

    [Fact]
    public void The_archives_of_a_mail_unpack_to_no_more_than_its_files_may()
    {
        var archive = TestArchive.Zip(("a.xml", [.. Xml, .. new byte[900_000]]));
        var limits = ReadLimits.Default with { MailDecodedBytes = 1_500_000 };
        var reading = DocumentReader.Read("mail.eml", Mail(("a.zip", archive), ("b.zip", archive)), limits, TestContext.Current.CancellationToken);
        reading.Documents.Select(d => d.Outcome.Refusal?.Code.Text).Should().Contain("archive-too-large");
    }

    [Fact]
    public void A_tar_that_announces_more_than_is_there_is_refused_before_room_is_made_for_it()
    {
        // A name in an entry of its own, of a gigabyte.
        var tar = TestArchive.Tar(("a.xml", Xml));
        "10000000000"u8.CopyTo(tar.AsSpan(124));
        tar[156] = (byte)'L';
        var sum = 8 * ' ' + tar.Take(512).Where((_, at) => at is < 148 or >= 156).Sum(b => b);
        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ").CopyTo(tar, 148);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read("a.tar", tar).Outcome.Refusal!.Code.Text.Should().Be("archive-damaged");
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(100_000_000);
    }

    private static string? CodeOf(byte[] archive, int most) =>
        DocumentReader.Read("a", archive, ReadLimits.Default with { ArchiveEntries = most }, TestContext.Current.CancellationToken).Outcome.Refusal?.Code.Text;

    private static byte[] Mail(params (string Name, byte[] Content)[] files) =>
        (SampleEmail.With(SampleCatalogue.Hosting) with { Attachments = [.. files.Select(f => new SampleAttachment(f.Name, "application/octet-stream", f.Content))] }).ToBytes();

    private static Reading Read(string name, byte[] bytes) => TestXml.Read(bytes, name);
}
