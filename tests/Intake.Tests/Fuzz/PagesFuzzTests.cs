using DolibarrAgent.Fuzzing;
using DolibarrAgent.Intake.Tests.Pages;
using DolibarrAgent.Samples;

namespace DolibarrAgent.Intake.Tests.Fuzz;

/// <summary>
/// Mutated PDFs through the reader of pages, in this process: what brings it down ends the run, and the file that says which
/// input is being read has its number. In the program another process takes the blow.
/// </summary>
[Collection(nameof(Alone))]
public sealed class PagesFuzzTests
{
    [Fact]
    public void No_mutated_page_makes_the_reader_throw_hang_or_swell()
    {
        var plan = new FuzzPlan("pages", [.. Seeds()], PdfMutation.Of, (_, bytes) => Read(bytes))
        {
            // A damaged font may have names without number; what its reader holds ends where the process's memory does.
            MostBytes = PageReader.Usual.Memory,
        };
        TestContext.Current.TestOutputHelper?.WriteLine(new FuzzRun(plan, "INTAKE", Path.Combine(ProjectRoot.Path, "artifacts", "fuzz"))
            .Go(few: 300));
    }

    private static void Read(byte[] bytes)
    {
        var read = PageText.ReadAsync(bytes, PageLimits.Default, PagesOfTest.None, CancellationToken.None).GetAwaiter().GetResult();
        if (!Equal(read, PagesJson.Read(PagesJson.Write(read))))
        {
            throw new InvalidOperationException("What was read does not come through the pipe.");
        }
    }

    private static bool Equal(PagesRead read, PagesRead? again) => (read, again) switch
    {
        (PagesRead.Refused one, PagesRead.Refused other) => one == other,
        (PagesRead.Done one, PagesRead.Done other) => one.Pages.SelectMany(page => page.Texts())
            .SequenceEqual(other.Pages.SelectMany(page => page.Texts())),
        _ => false,
    };

    private static IEnumerable<(string Name, byte[] Bytes)> Seeds()
    {
        yield return ("invoice", PrintedPages.Invoice());
        yield return ("facturx", SamplePdf.Of(SampleCatalogue.Mixed));
        yield return ("scan", Scan.BehindText());
        yield return ("turned", new PrintedPages([PrintedPages.Text(50, 50, "Total 72,00")
            + PrintedPages.Filled(10, 10, 99, 99, "1 0 0")])
        { PageEntries = "/MediaBox [0 0 842 595] /Rotate 90" }.ToBytes());
        if (Directory.Exists(ProjectRoot.Corpus))
        {
            foreach (var path in Directory.EnumerateFiles(ProjectRoot.Corpus, "*.pdf", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal).Where((_, i) => i % 4 == 0))
            {
                yield return (Path.GetFileName(path), File.ReadAllBytes(path));
            }
        }
    }
}
