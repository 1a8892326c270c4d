using DolibarrAgent.Intake.Tests.Pages;
using DolibarrAgent.Samples;

namespace DolibarrAgent.Intake.Tests.Printed;

/// <summary>PDFs with an XML in them, whose pages a person compares with it: what of them differs is said, and nothing else.</summary>
public sealed class HybridTests
{
    private const string Title = "Facture F-2026-1";
    private const string Total = "35,20 EUR";
    private const string Account = "Paiement par virement : FR76 3000 6000 0112 3456 7890 189";

    private const string Number = "BT-1";
    private const string Gross = "BT-112";
    private const string Iban = "BT-84";
    private const string Type = "BT-3";

    private static readonly SampleInvoice Invoice = SampleCatalogue.Hosting;

    private static readonly SampleInvoice Another = SampleCatalogue.Mixed with { Number = "F-2026-88", Iban = "DE89370400440532013000" };

    private static readonly SampleInvoice Credit = Invoice with { TypeCode = "381", Corrects = "F-2025-9" };

    public static TheoryData<string, string, string[]> Differing => new()
    {
        { "a number that differs by a digit", Page((Title, "Facture F-2026-7")), [Number] },
        { "a number of swapped digits", Page((Title, "Facture F-2062-1")), [Number] },
        { "no number", Page((Title, "Facture")), [Number] },
        { "the number within a longer one", Page((Title, "Facture F-2026-10")), [Number] },
        { "the number behind another's beginning", Page((Title, "Facture XF-2026-1")), [Number] },
        { "the number as the first part of a longer one", Page((Title, "Facture F-2026-1 004")), [Number] },
        { "the number only as that of an order", Page((Title, "Facture F-2026-7"),
            ("Date : 20/11/2026", "Commande F-2026-1 du 20/11/2026")), [Number] },
        { "a total that differs by a cent", Page((Total, "35,21 EUR")), [Gross] },
        { "a total of swapped digits", Page((Total, "32,50 EUR")), [Gross] },
        { "a total that is ten times as much", Page((Total, "352,00 EUR")), [Gross] },
        { "a total of thousands whose end is the XML's", Page((Total, "4 035,20 EUR")), [Gross] },
        { "no total", Page(("Total TTC", ""), (Total, "")), [Gross] },
        { "another account", Page((Account, "Paiement par virement : DE89 3704 0044 0532 0130 00")), [Iban] },
        { "an account that differs by a digit", Page((Account, "Paiement par virement : FR76 3000 6000 0112 3456 7890 188")), [Iban] },
        { "no account", Page((Account, "Paiement par virement")), [Iban] },
        { "a part of the account", Page((Account, "Paiement par virement : FR76 3000 6000 0112")), [Iban] },
        { "another invoice", SamplePage.Of(Another), [Number, Gross, Iban] },
        { "a credit note", Page((Title, "Avoir F-2026-1")), [Type] },
        { "the XML's number, total and account in white, and others in black", Page((Title, "Facture F-2026-7"), (Total, "99,00 EUR"),
            (Account, "IBAN DE89 3704 0044 0532 0130 00")) + Xml("1 g"), [Number, Gross, Iban] },
        { "them in no ink", Page((Title, "Facture F-2026-7"), (Total, "99,00 EUR"), (Account, "")) + Xml("3 Tr"), [Number, Gross, Iban] },
        { "them in a grey that is hardly seen", Page((Title, "Facture F-2026-7"), (Total, "99,00 EUR"), (Account, "")) + Xml("0.85 g"),
            [Number, Gross, Iban] },
    };

    [Theory]
    [MemberData(nameof(Differing))]
    public async Task A_page_that_shows_something_else_is_said(string shows, string page, string[] terms) =>
        (await TermsAsync(SamplePdf.WithPages(Invoice, page))).Should().Equal(terms, $"it shows {shows}");

    public static TheoryData<string, string> Agreeing => new()
    {
        { "all of it", Page() },
        { "the number in parts", Page((Title, "Facture F - 2026 - 1")) },
        { "the number with spaces in place of hyphens", Page((Title, "Facture F 2026 1")) },
        { "the number right behind its name", Page((Title, "Facture n°F-2026-1")) },
        { "the number behind a colon", Page((Title, "Facture N°:F-2026-1")) },
        { "the number behind a word and a colon", Page((Title, "Facture Réf:F-2026-1")) },
        { "the number in small letters", Page((Title, "Facture f-2026-1")) },
        { "the total with a point", Page((Total, "35.20 EUR")) },
        { "the total with the currency before it", Page((Total, "EUR 35,20")) },
        { "the total with a sign right behind it", Page((Total, "35,20\u20ac")) },
        { "the total right behind its name", Page(("Total TTC", ""), (Total, "TTC:35,20EUR")) },
        { "the account without spaces", Page((Account, "IBAN : FR7630006000011234567890189")) },
        { "the account right behind its name", Page((Account, "IBAN:FR7630006000011234567890189")) },
        { "the account as one word with its name", Page((Account, "IBANFR7630006000011234567890189")) },
        { "the account letter by letter", Page((Account, "IBAN F R 7 6 3 0 0 0 6 0 0 0 0 1 1 2 3 4 5 6 7 8 9 0 1 8 9")) },
        { "the account with points", Page((Account, "IBAN FR76.3000.6000.0112.3456.7890.189")) },
        { "the account in two lines of a column", Page((Account, ""))
            + PrintedPages.Text(50, 700, "IBAN") + PrintedPages.Text(300, 700, "Banque")
            + PrintedPages.Text(50, 712, "FR76 3000 6000 0112") + PrintedPages.Text(300, 712, "Banque Exemple")
            + PrintedPages.Text(50, 724, "3456 7890 189") + PrintedPages.Text(300, 724, "75001 Paris") },
        { "the account in two lines of a sentence", Page((Account, "")) + PrintedPages.Text(50, 700, "A payer sur FR76 3000 6000 0112")
            + PrintedPages.Text(50, 712, "3456 7890 189 sans escompte.") },
        { "an account of the buyer's beside it", Page((Account, $"{Account}, FR1420041010050500013M02606")) },
    };

    [Theory]
    [MemberData(nameof(Agreeing))]
    public async Task A_page_that_shows_the_same_in_its_own_way_is_not(string shows, string page) =>
        (await TermsAsync(SamplePdf.WithPages(Invoice, page))).Should().BeEmpty($"it shows {shows}");

    [Theory]
    [InlineData("12 345,00")]
    [InlineData("12.345,00")]
    [InlineData("12,345.00")]
    [InlineData("12'345.00")]
    [InlineData("12345,00")]
    [InlineData("12345")]
    [InlineData("12 345 EUR")]
    public async Task Thousands_are_parted_as_a_country_does(string total)
    {
        var invoice = Invoice with { Lines = [new("Serveur", 1, 10287.50m, 20)] };

        (await TermsAsync(SamplePdf.WithPages(invoice, SamplePage.Of(invoice).Replace(
            PdfBody.Text("12345,00 EUR"), PdfBody.Text(total), StringComparison.Ordinal)))).Should().BeEmpty();
    }

    [Fact]
    public async Task A_quantity_close_before_the_total_is_not_its_thousands()
    {
        var invoice = Invoice with { Lines = [new("Serveur", 1, 196, 20)] };
        var page = SamplePage.Of(invoice).Replace(PdfBody.Text("235,20 EUR"), PdfBody.Text(""), StringComparison.Ordinal)
            + PrintedPages.Text(470, 700, "1") + PrintedPages.Text(484, 700, "235,20");

        (await TermsAsync(SamplePdf.WithPages(invoice, page))).Should().BeEmpty();
    }

    [Theory]
    [InlineData("-35,20 EUR")]
    [InlineData("35,20 EUR")]
    public async Task A_credit_note_has_either_sign_on_its_page(string total) =>
        (await TermsAsync(SamplePdf.WithPages(Credit, SamplePage.Of(Credit).Replace(
            PdfBody.Text(Total), PdfBody.Text(total), StringComparison.Ordinal)))).Should().BeEmpty();

    [Fact]
    public async Task A_credit_note_whose_page_is_of_an_invoice_is_said() =>
        (await TermsAsync(SamplePdf.WithPages(Credit, Page()))).Should().Equal(Type);

    [Fact]
    public async Task A_total_that_the_page_shows_as_its_net_amount_is_said()
    {
        var page = Page(("29,33", "35,20"), ("TVA 20 % sur 29,33", "TVA 20 % sur 35,20"), ("5,87", "7,04"), (Total, "42,24 EUR"));

        (await TermsAsync(SamplePdf.WithPages(Invoice, page))).Should().Equal(Gross);
    }

    [Fact]
    public async Task What_stands_on_the_second_page_is_shown()
    {
        var first = Page((Title, "Facture"), ("Total TTC", ""), (Total, ""), (Account, ""));

        (await TermsAsync(SamplePdf.WithPages(Invoice, first, Page()))).Should().BeEmpty();
    }

    [Fact]
    public async Task What_stands_on_neither_page_is_said() =>
        (await TermsAsync(SamplePdf.WithPages(Invoice, Page((Account, "")), Page((Account, ""))))).Should().Equal(Iban);

    [Fact]
    public async Task Pages_that_were_recognised_say_nothing()
    {
        var words = await PagesOfTest.ReadAsync(SamplePdf.WithPages(Invoice, SamplePage.Of(Another)));

        Terms(await ReadAsync(SamplePdf.Of(Invoice), _ => new PagesRead.Done(
            [.. words.Pages.Select(page => page with { Source = PageTextSource.Recognised })]))).Should().BeEmpty();
    }

    [Fact]
    public async Task Pages_of_which_one_has_no_words_say_nothing() =>
        (await TermsAsync(SamplePdf.WithPages(Invoice, SamplePage.Of(Another), "q Q"))).Should().BeEmpty();

    [Fact]
    public async Task Pages_of_which_some_words_are_missing_say_nothing()
    {
        var read = await PagesOfTest.ReadAsync(SamplePdf.WithPages(Invoice, SamplePage.Of(Another)));

        Terms(await ReadAsync(SamplePdf.Of(Invoice), _ => read with { Missing = PageRefusals.NotRecognised })).Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_hardly_seen_counts_where_that_is_most_of_the_page()
    {
        var read = await PagesOfTest.ReadAsync(SamplePdf.Of(Invoice));

        Terms(await ReadAsync(SamplePdf.Of(Invoice), _ => read with
        {
            Pages = [.. read.Pages.Select(page => page with { Words = [.. page.Words.Select(word => word with { IsDoubtful = true })] })],
        })).Should().BeEmpty("a seal or a watermark lies over it");
    }

    [Fact]
    public async Task What_the_page_proves_instead_is_named() =>
        (await ReadAsync(SamplePdf.WithPages(Invoice, SamplePage.Of(Another)))).Invoices.Single().Warnings.Where(Disagrees)
            .Select(warning => warning.Text).Should().SatisfyRespectively(
                number => number.Should().Contain("F-2026-88").And.Contain("F-2026-1:"),
                gross => gross.Should().Contain($"{Another.Gross:0.00}").And.Contain("35.20"),
                iban => iban.Should().Contain("DE89370400440532013000").And.Contain("FR7630006000011234567890189"));

    private static string Page(params (string Text, string Instead)[] changed) => changed.Aggregate(SamplePage.Of(Invoice), (page, one) =>
    {
        page.Should().Contain(PdfBody.Text(one.Text), "the sample's page has it");
        return page.Replace(PdfBody.Text(one.Text), PdfBody.Text(one.Instead), StringComparison.Ordinal);
    });

    // What the XML says, drawn so that a person does not see it.
    private static string Xml(string how) => PrintedPages.Text(50, 700, "Facture n° F-2026-1", before: how)
        + PrintedPages.Text(50, 715, "Total TTC 35,20 EUR", before: how) + PrintedPages.Text(50, 730, Account, before: how);

    private static async Task<List<string?>> TermsAsync(byte[] pdf) => Terms(await ReadAsync(pdf));

    private static List<string?> Terms(Reading reading) =>
        [.. reading.Invoices.Single().Warnings.Where(Disagrees).Select(warning => warning.Where)];

    private static bool Disagrees(IntakeWarning warning) => warning.Code == PagesAgainstXml.Code;

    private static Task<Reading> ReadAsync(byte[] pdf, Func<SourceFile, PagesRead>? read = null) =>
        DocumentReader.Read("facture.pdf", pdf, ReadLimits.Default, PagesOfTest.Cancel).WithPagesAsync(
            (file, cancel) => read is null ? PageText.ReadAsync(file.Bytes, PageLimits.Default, PagesOfTest.None, cancel)
                : Task.FromResult(read(file)), PagesOfTest.Cancel);
}
