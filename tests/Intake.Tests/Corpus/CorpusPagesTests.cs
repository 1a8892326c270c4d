using System.Globalization;
using System.Text.Json;
using DolibarrAgent.Intake.Tests.Pages;

namespace DolibarrAgent.Intake.Tests.Corpus;

/// <summary>PDFs with pages and XML: what the pages prove is what the XML says, but for documents whose pages say something else.</summary>
public sealed class CorpusPagesTests
{
    // Their pages are of another invoice than their XML, or state other totals: made so, to test other programs.
    private static readonly string[] OtherPages =
    [
        "acme_invoice-42_ZUGFeRD.pdf", "fail1.pdf", "508_withBOM.pdf", "sample_inofficial_20190125_atgp_factur-x_v_1_0.pdf",
            "CALC-001/facture.pdf", "CALC-003/facture.pdf",
    ];

    [Fact]
    public async Task What_the_pages_prove_is_what_the_XML_says()
    {
        var (all, proven) = (0, 0);
        var wrong = new List<string>();
        foreach (var (path, expected) in CorpusFolder.Documents.Where(one => Text(one.Expected, "container") == "pdf"
            && Text(one.Expected, "number") is not null))
        {
            if (await PageText.ReadAsync(CorpusFolder.Bytes(path), PageLimits.Default, PagesOfTest.None,
                PagesOfTest.Cancel) is not PagesRead.Done { Pages: var pages })
            {
                continue;
            }

            var reading = PageProof.Of(pages);
            all++;
            proven += reading.IsProven ? 1 : 0;
            var differences = OtherPages.Any(path.EndsWith) ? [] : Differences(reading, expected).ToList();
            var (word, gaps) = (reading.IsProven ? "proven" : "      ", string.Join(", ", reading.Gaps));
            TestContext.Current.TestOutputHelper?.WriteLine($"{word} {path} {gaps} {string.Join("; ", differences)}");
            wrong.AddRange(differences.Select(difference => $"{path}: {difference}"));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{proven} of {all} proven"));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        proven.Should().BeGreaterThanOrEqualTo(Proven);
    }

    private const int Proven = 70;

    private static IEnumerable<string> Differences(PageReading reading, JsonElement expected)
    {
        var seller = expected.GetProperty("seller");
        var totals = expected.GetProperty("totals");
        if (reading.Number is PageField<string>.Proven number && Bare(number.Value) != Bare(Text(expected, "number")!))
        {
            yield return $"number {number.Value}";
        }

        if (reading.Date is PageField<DateOnly>.Proven date
            && date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) != Text(expected, "issue_date"))
        {
            yield return $"date {date.Value:yyyy-MM-dd}";
        }

        // An XML that names no seller contradicts none.
        if (reading.Seller is PageField<PageParty>.Proven { Value: var party } && Text(seller, "vat_id") is { } vat
            && party.VatNumber is { } own && Bare(vat) != own)
        {
            yield return $"seller {own}";
        }

        if (reading.Totals is PageField<PageTotals>.Proven { Value: var found })
        {
            var sums = new[] { ("net", found.Net), ("vat", found.Vat), ("gross", found.Gross) };
            foreach (var (name, value) in sums.Where(sum => Text(totals, sum.Item1) is { } text
                && Math.Abs(decimal.Parse(text, CultureInfo.InvariantCulture)) != Math.Abs(sum.Item2)))
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{name} {value}");
            }
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
