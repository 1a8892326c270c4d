using System.Globalization;
using System.Text.Json;

namespace DolibarrAgent.Intake.Tests.Corpus;

public sealed class CorpusFitTests
{
    public static TheoryData<VatRounding> Roundings => [VatRounding.PerLine, VatRounding.OfTotal];

    [Theory]
    [MemberData(nameof(Roundings))]
    public void Every_consistent_document_whose_VAT_is_rate_times_base_fits_to_the_cent(VatRounding rounding)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var (path, facts) in ConsistentWithLines())
        {
            var fit = Fitting.Fit(facts, rounding);
            var expected = facts.VatBreakdown.All(v => Math.Abs((v.Base * v.Rate / 100 - v.Amount) ?? 0) <= 0.005m);
            var row = $"{facts.Syntax,-14} {(fit.Exact ? "exact" : expected ? "WRONG" : "held back")}{(fit.Warnings.Any(w => w.Code == "line-split") ? ", split" : "")}";
            counts[row] = counts.GetValueOrDefault(row) + 1;
            if (!fit.Exact)
            {
                TestContext.Current.TestOutputHelper?.WriteLine($"held back: {path}: {string.Join("; ", fit.Differences.Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Where} {d.Cents:+0.##;-0.##} cents")))}");
                fit.Differences.Should().OnlyContain(d => d.Cents != null, "a draft says by how many cents and where");
                fit.Warnings.Should().Contain(w => w.Code == "vat-not-of-base", path);
            }

            // What is not rate times base can still be the sum of the lines' VAT; it is never made so by a split.
            if (!fit.Exact && expected)
            {
                wrong.Add($"{path}: {string.Join("; ", fit.Differences.Select(d => $"{d.Where} {d.Document} and not {d.Dolibarr}"))}");
            }
        }

        foreach (var (row, count) in counts)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{row,-34} {count,4}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(Roundings))]
    public void The_net_of_every_consistent_document_is_right_even_where_its_VAT_is_not(VatRounding rounding) =>
        ConsistentWithLines().Where(d => Fitting.Fit(d.Facts, rounding).Differences.Any(x => x.Where == "net")).Select(d => d.Path)
            .Should().BeEmpty();

    [Fact]
    public void No_document_needs_more_than_two_extra_lines()
    {
        var extra = ConsistentWithLines().Select(d => (d.Path, Extra: Fitting.Fit(d.Facts, VatRounding.PerLine).Lines.Count(l => l.Description.EndsWith("(2/2)", StringComparison.Ordinal)))).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", extra.GroupBy(e => e.Extra).OrderBy(g => g.Key).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key} extra: {g.Count()} documents"))));
        extra.Where(e => e.Extra > 2).Should().BeEmpty();
    }

    // Consistent: has lines and a net total, and none of the checks of EN 16931 (BR-CO-10 to 16) that apply fails.
    private static IEnumerable<(string Path, InvoiceFacts Facts)> ConsistentWithLines() =>
        CorpusFolder.Documents
            .Where(d => d.Expected.GetProperty("outcome").GetString() == "parsed"
                && d.Expected.GetProperty("checks").EnumerateObject().All(c => c.Value.ValueKind != JsonValueKind.False))
            .Select(d => (d.Path, ((DocumentOutcome.Parsed)CorpusFolder.Read(d.Path).Outcome).Facts))
            .Where(d => !d.Facts.Lines.IsEmpty && d.Facts.Totals.Net is not null);
}
