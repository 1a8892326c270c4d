using System.Collections.Immutable;
using DolibarrAgent.Intake.Tests.Proof;
using DolibarrAgent.Samples;

namespace DolibarrAgent.Intake.Tests.Printed;

/// <summary>What the pages of the documents of a mail, or of one file, add to what was read without them.</summary>
public sealed class PrintedDocumentsTests
{
    private const string NumberRow = "Facture n° F-1";

    private static readonly SampleInvoice Structured = SampleCatalogue.Hosting with { Number = "F-1" };

    private static readonly ImmutableArray<string> Undated =
        [.. PrintedPage.Invoice.Where(row => !row.StartsWith("Date", StringComparison.Ordinal))];

    private readonly Dictionary<string, PagesRead> pages = new(StringComparer.Ordinal);
    private readonly List<string> asked = [];

    [Fact]
    public async Task A_PDF_whose_pages_prove_an_invoice_is_one()
    {
        Shows("facture.pdf", PrintedPage.Invoice);

        var reading = await ReadAsync("facture.pdf", Pdf("facture.pdf"));

        var invoice = reading.Invoices.Should().ContainSingle().Subject;
        (invoice.Facts.Number, invoice.Facts.Totals.Gross).Should().Be(("F-1", 120));
        invoice.Files.Select(file => file.CleanName).Should().Equal("facture.pdf");
        invoice.Warnings.Select(warning => warning.Code).Should().Equal("read-from-pages");
        reading.Outcome.Should().BeOfType<DocumentOutcome.Parsed>().Which.Printed!.IsProven.Should().BeTrue();
    }

    [Fact]
    public async Task One_whose_pages_prove_less_is_none_and_keeps_what_they_say()
    {
        Shows("facture.pdf", Undated);

        var reading = await ReadAsync("facture.pdf", Pdf("facture.pdf"));

        reading.Invoices.Should().BeEmpty();
        var outcome = reading.Outcome.Should().BeOfType<DocumentOutcome.NoStructuredData>().Subject;
        outcome.Reason.Code.Text.Should().Be("pages-not-proven");
        outcome.Reason.Message.Should().EndWith("Missing or unclear: the date.");
        outcome.Printed!.Number.ValueOrDefault.Should().Be("F-1");
    }

    [Fact]
    public async Task Pages_of_something_else_are_no_invoice()
    {
        Shows("plan.pdf", ["Chemin des Dames", "vers la gare"]);

        (await ReadAsync("plan.pdf", Pdf("plan.pdf"))).Outcome.Refusal!.Code.Text.Should().Be("pages-say-no-invoice");
    }

    [Fact]
    public async Task A_PDF_in_a_mail_is_an_invoice_of_the_mail()
    {
        Shows("facture.pdf", PrintedPage.Invoice);

        var reading = await ReadMailAsync("facture.pdf");

        reading.Invoices.Should().ContainSingle().Which.Facts.Number.Should().Be("F-1");
        reading.Outcome.Should().BeOfType<DocumentOutcome.Parsed>().Which.Facts.Number.Should().Be("F-1");
    }

    [Fact]
    public async Task Two_PDFs_of_two_invoices_are_two()
    {
        Shows("a.pdf", PrintedPage.Invoice);
        Shows("b.pdf", Numbered("F-2"));

        (await ReadMailAsync("a.pdf", "b.pdf")).Invoices.Select(invoice => invoice.Facts.Number).Should().Equal("F-1", "F-2");
    }

    [Fact]
    public async Task Two_PDFs_of_one_invoice_are_one_with_two_files()
    {
        Shows("a.pdf", PrintedPage.Invoice);
        Shows("b.pdf", PrintedPage.Invoice);

        (await ReadMailAsync("a.pdf", "b.pdf")).Invoices.Should().ContainSingle()
            .Which.Files.Select(file => file.CleanName).Should().Equal("a.pdf", "b.pdf");
    }

    [Fact]
    public async Task A_PDF_that_comes_twice_is_read_once()
    {
        Shows("a.pdf", PrintedPage.Invoice);

        var reading = await ReadAsync("mail.eml", Mail(new SampleAttachment("a.pdf", "application/pdf", Pdf("a.pdf")),
            new SampleAttachment("b.pdf", "application/pdf", Pdf("a.pdf"))));

        asked.Should().Equal("a.pdf");
        reading.Invoices.Should().ContainSingle();
    }

    [Fact]
    public async Task What_of_two_is_not_proven_is_said_with_the_other()
    {
        Shows("a.pdf", PrintedPage.Invoice);
        Shows("b.pdf", Undated);

        var invoice = (await ReadMailAsync("a.pdf", "b.pdf")).Invoices.Should().ContainSingle().Subject;

        invoice.Warnings.Single(warning => warning.Code == "other-document-unread").Text.Should().Contain("'b.pdf'")
            .And.Contain("Missing or unclear: the date.");
    }

    [Fact]
    public async Task What_is_said_of_the_mail_is_said_with_it()
    {
        Shows("facture.pdf", PrintedPage.Invoice);
        var other = SampleXml.Of(SampleCatalogue.Mixed);
        var mail = Mail(new SampleAttachment("facture.pdf", "application/pdf", Pdf("facture.pdf")),
            new SampleAttachment("b.xml", "text/xml", other), new SampleAttachment("c.xml", "text/xml", other));

        var reading = await WithPagesAsync(DocumentReader.Read("mail.eml", mail, ReadLimits.Default with { MailFiles = 2 },
            TestContext.Current.CancellationToken));

        reading.Invoices.Select(invoice => invoice.Warnings.Count(warning => warning.Text.Contains("Only the first 2 files",
            StringComparison.Ordinal))).Should().Equal(1, 1);
    }

    [Fact]
    public async Task A_PDF_that_proves_an_invoice_beside_a_structured_one_was_read()
    {
        Shows("b.pdf", Numbered("F-2"));

        var reading = await ReadAsync("mail.eml", Mail(Xml("a.xml"), new("b.pdf", "application/pdf", Pdf("b.pdf"))));

        reading.Invoices.Select(invoice => invoice.Facts.Number).Should().Equal("F-1", "F-2");
        reading.Invoices.SelectMany(invoice => invoice.Warnings).Select(warning => warning.Code).Should()
            .NotContain("other-document-unread");
    }

    [Theory]
    [InlineData("F-1")]
    [InlineData("F - 1")]
    public async Task A_PDF_of_the_number_of_a_structured_invoice_is_not_a_second_one(string number)
    {
        Shows("b.pdf", PrintedPage.Invoice);

        var reading = await ReadAsync("mail.eml", Mail(Xml("a.xml", number), new("b.pdf", "application/pdf", Pdf("b.pdf"))));

        reading.Invoices.Should().ContainSingle().Which.Facts.Syntax.Should().NotBe(InvoiceSyntax.Printed);
    }

    [Fact]
    public async Task It_is_compared_with_that_invoice()
    {
        Shows("b.pdf", PrintedPage.Invoice);

        var reading = await ReadAsync("mail.eml", Mail(Xml("a.xml"), new("b.pdf", "application/pdf", Pdf("b.pdf"))));

        reading.Invoices.Single().Warnings.Single(warning => warning.Code == "pages-disagree").Text.Should().Contain("120.00")
            .And.Contain("35.20");
    }

    [Fact]
    public async Task One_that_proves_less_is_not_compared()
    {
        Shows("b.pdf", Undated);

        var reading = await ReadAsync("mail.eml", Mail(Xml("a.xml"), new("b.pdf", "application/pdf", Pdf("b.pdf"))));

        reading.Invoices.Single().Warnings.Select(warning => warning.Code).Should().NotContain("pages-disagree");
    }

    [Fact]
    public async Task The_outcome_of_a_hybrid_by_itself_says_what_its_pages_show()
    {
        Shows("facture.pdf", PrintedPage.Invoice);

        (await ReadAsync("facture.pdf", SamplePdf.Of(Structured))).Outcome.Should().BeOfType<DocumentOutcome.Parsed>()
            .Which.Warnings.Select(warning => warning.Code).Should().Contain("pages-disagree");
    }

    [Theory]
    [InlineData("scan.png", 400, 200, false)]
    [InlineData("scan.png", 595, 842, true)]
    public async Task Of_the_pictures_of_a_mail_only_those_as_large_as_a_page_are_read(string name, int width, int height, bool isRead)
    {
        Shows(name, PrintedPage.Invoice);

        var reading = await ReadAsync("mail.eml", Mail(new SampleAttachment(name, "image/png", Picture(width, height))));

        asked.Should().Equal(isRead ? [name] : []);
        reading.Invoices.Should().HaveCount(isRead ? 1 : 0);
    }

    [Theory]
    [InlineData(59_999, false)]
    [InlineData(60_000, true)]
    public async Task A_photograph_is_told_by_its_length(int bytes, bool isRead)
    {
        Shows("scan.jpg", PrintedPage.Invoice);

        await ReadAsync("mail.eml", Mail(new SampleAttachment("scan.jpg", "image/jpeg", [0xff, 0xd8, 0xff, 0xe0, .. new byte[bytes - 4]])));

        asked.Should().Equal(isRead ? ["scan.jpg"] : []);
    }

    [Fact]
    public async Task A_fax_is_read_however_small_it_is()
    {
        Shows("fax.tif", PrintedPage.Invoice);

        (await ReadAsync("mail.eml", Mail(new SampleAttachment("fax.tif", "image/tiff", [.. "II*\0"u8, .. new byte[100]]))))
            .Invoices.Should().ContainSingle();
    }

    [Theory]
    [InlineData("scan.pdf")]
    [InlineData("scan.png")]
    public async Task Without_the_programs_that_recognise_words_the_refusal_names_them(string name)
    {
        pages[name] = new PagesRead.Refused(PageRefusals.NoTools(["tesseract"]));

        var refusal = (await ReadAsync(name, name.EndsWith("pdf", StringComparison.Ordinal) ? Pdf(name) : Picture(595, 842)))
            .Outcome.Refusal!;

        refusal.Code.Text.Should().Be("pages-without-text");
        (refusal.Message + refusal.Remedy).Should().Contain("tesseract").And.Contain("apt-get install");
    }

    [Fact]
    public async Task A_picture_that_is_the_file_itself_is_read_however_small_it_is()
    {
        Shows("scan.png", PrintedPage.Invoice);

        (await ReadAsync("scan.png", Picture())).Invoices.Should().ContainSingle().Which.Facts.Number.Should().Be("F-1");
    }

    [Fact]
    public async Task A_picture_that_proves_less_says_what_it_lacks()
    {
        Shows("scan.png", Undated);

        (await ReadAsync("scan.png", Picture())).Outcome.Refusal!.Message.Should().EndWith("Missing or unclear: the date.");
    }

    [Fact]
    public async Task A_photograph_in_a_mail_stays_a_picture()
    {
        Shows("photo.png", ["Chemin des Dames"]);

        var reading = await ReadAsync("mail.eml", Mail(Xml("a.xml"), new("photo.png", "image/png", Picture())));

        reading.Invoices.Should().ContainSingle().Which.Warnings.Should().BeEmpty();
        reading.Documents.Select(document => document.Outcome.Refusal?.Code.Text).Should().Equal(null, "picture");
    }

    [Fact]
    public async Task What_is_neither_a_PDF_nor_a_picture_is_not_read()
    {
        await ReadAsync("mail.eml", Mail(Xml("a.xml"), new("note.txt", "text/plain", "Facture"u8.ToArray())));

        asked.Should().BeEmpty();
    }

    [Fact]
    public async Task Pages_that_are_refused_leave_the_reading_as_it_is()
    {
        var before = DocumentReader.Read("facture.pdf", Pdf("facture.pdf"), ReadLimits.Default, TestContext.Current.CancellationToken);
        pages["facture.pdf"] = new PagesRead.Refused(PageRefusals.Locked);

        (await WithPagesAsync(before)).Should().BeSameAs(before);
    }

    [Fact]
    public async Task Pages_of_which_some_are_missing_prove_nothing()
    {
        Shows("facture.pdf", PrintedPage.Invoice);
        pages["facture.pdf"] = (PagesRead.Done)pages["facture.pdf"] with { Missing = PageRefusals.NotRecognised, Unread = [2] };

        var reading = await ReadAsync("facture.pdf", Pdf("facture.pdf"));

        reading.Invoices.Should().BeEmpty();
        reading.Outcome.Refusal!.Code.Text.Should().Be("pdf-without-xml");
    }

    [Fact]
    public async Task Of_several_that_are_none_all_are_named_and_the_first_that_looks_like_an_invoice_says_what_it_lacks()
    {
        Shows("plan.pdf", ["Chemin des Dames", "vers la gare"]);
        Shows("a.pdf", Undated);
        Shows("b.pdf", [.. Undated.Where(row => row != NumberRow)]);

        var outcome = (await ReadMailAsync("plan.pdf", "a.pdf", "b.pdf")).Outcome.Should()
            .BeOfType<DocumentOutcome.NoStructuredData>().Subject;

        outcome.Reason.Code.Text.Should().Be("pages-not-proven");
        outcome.Reason.Message.Should().Contain("plan.pdf: There is no XML, and the pages do not read as an invoice")
            .And.Contain("a.pdf: There is no XML.").And.Contain("Missing or unclear: the date.")
            .And.Contain("b.pdf: There is no XML.").And.Contain("Missing or unclear: the number; the date.");
        outcome.Printed!.Number.ValueOrDefault.Should().Be("F-1");
    }

    [Fact]
    public async Task What_is_broken_beside_it_still_says_most()
    {
        Shows("a.pdf", Undated);

        (await ReadAsync("mail.eml", Mail(new SampleAttachment("b.zip", "application/zip", [0x50, 0x4B, 3, 4, 0, 0]),
            new SampleAttachment("a.pdf", "application/pdf", Pdf("a.pdf"))))).Outcome.Refusal!.Code.Text.Should().Be("archive-damaged");
    }

    private static ImmutableArray<string> Numbered(string number) =>
        PrintedPage.Invoice.Replace(NumberRow, $"Facture n° {number}");

    // No two are alike.
    private static byte[] Pdf(string name) => PrintedPages.Of($"% {name}\n");

    private static byte[] Picture(int width = 16, int height = 16) =>
        [0x89, .. "PNG\r\n\u001a\n\0\0\0\rIHDR"u8, 0, 0, (byte)(width >> 8), (byte)width, 0, 0, (byte)(height >> 8), (byte)height,
            .. new byte[80]];

    private static SampleAttachment Xml(string name, string number = "F-1") =>
        new(name, "text/xml", SampleXml.Of(Structured with { Number = number }));

    private static byte[] Mail(params SampleAttachment[] files) =>
        (SampleEmail.With(Structured) with { Attachments = [.. files] }).ToBytes();

    private void Shows(string file, ImmutableArray<string> rows) => pages[file] = new PagesRead.Done([PrintedPage.Of(1, [.. rows])]);

    private Task<Reading> ReadMailAsync(params string[] pdfs) =>
        ReadAsync("mail.eml", Mail([.. pdfs.Select(name => new SampleAttachment(name, "application/pdf", Pdf(name)))]));

    private Task<Reading> ReadAsync(string name, byte[] bytes) =>
        WithPagesAsync(DocumentReader.Read(name, bytes, ReadLimits.Default, TestContext.Current.CancellationToken));

    private Task<Reading> WithPagesAsync(Reading reading) => reading.WithPagesAsync((file, _) =>
    {
        asked.Add(file.CleanName);
        return Task.FromResult(pages[file.CleanName]);
    }, TestContext.Current.CancellationToken);
}
