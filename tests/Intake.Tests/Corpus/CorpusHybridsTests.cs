using DolibarrAgent.Intake.Tests.Pages;

namespace DolibarrAgent.Intake.Tests.Corpus;

/// <summary>PDFs with pages and XML: which of them a person is warned of, and that of the others nothing is said.</summary>
public sealed class CorpusHybridsTests
{
    // Somebody has looked at each of these pages, and at its XML (tests/README.md says what is there).
    private static readonly string[] Differing =
    [
        "CALC-001/facture.pdf BT-112",
        "CALC-003/facture.pdf BT-112",
        "Konik/acme_invoice-42_ZUGFeRD.pdf BT-1 BT-112",
        "Mustangproject/MustangGnuaccountingBeispielRE-20201121_508_withBOM.pdf BT-1",
        "PHP_@gpFacturX/sample_inofficial_20190125_atgp_factur-x_v_1_0.pdf BT-1 BT-112 BT-84",
        "fail/ZUGFeRD_2.0_fully_compliant_complete.pdf BT-112 BT-84",
        "fail/ZUGFeRD_2_fully_compliant_complete.pdf BT-112 BT-84",
    ];

    private const int Compared = 83;

    [Fact]
    public async Task Only_pages_that_show_something_else_are_warned_of()
    {
        var said = new List<string>();
        var compared = 0;
        foreach (var (path, _) in CorpusFolder.Documents.Where(one => one.Expected.GetProperty("container").ValueEquals("pdf")))
        {
            var pages = false;
            var reading = await CorpusFolder.Read(path).WithPagesAsync(
                async (file, ending) =>
                {
                    var read = await PageText.ReadAsync(file.Bytes, PageLimits.Default, PagesOfTest.None, ending);
                    pages = read is PagesRead.Done { Missing: null };
                    return read;
                }, PagesOfTest.Cancel);
            compared += pages && reading.Invoices.Any(invoice => invoice.Facts.Syntax != InvoiceSyntax.Printed) ? 1 : 0;
            var terms = reading.Invoices.SelectMany(invoice => invoice.Warnings).Where(warning => warning.Code == PagesAgainstXml.Code)
                .Select(warning => warning.Where).ToList();
            if (terms.Count > 0)
            {
                said.Add($"{string.Join('/', path.Split('/')[^2..])} {string.Join(' ', terms)}");
            }
        }

        said.Order(StringComparer.Ordinal).Should().Equal(Differing);
        compared.Should().BeGreaterThanOrEqualTo(Compared);
    }
}
