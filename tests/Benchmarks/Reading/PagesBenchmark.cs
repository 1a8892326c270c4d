using System.Diagnostics;
using System.Globalization;
using DolibarrAgent.Intake;
using DolibarrAgent.Readers;
using DolibarrAgent.Samples;

namespace DolibarrAgent.Benchmarks;

/// <summary>
/// What the text of pages costs: a page by itself, on one core; and what it costs that a process of its own reads them, for
/// the first mail and for those after it, as multiples of reading the same mail here.
/// </summary>
/// <param name="program">The agent that is measured.</param>
internal sealed class PagesBenchmark(string program, IReadOnlyDictionary<string, string?> variables, TextWriter output)
{
    /// <summary>The argument with which this program ends at once: what it takes to start any program.</summary>
    public const string DoNothing = "nothing";

    private const int PagesOfOne = 4;
    private const int RowsOfPage = 45;

    private static readonly byte[] Pdf = PrintedPages.Of([.. Enumerable.Range(1, PagesOfOne).Select(Page)]);

    /// <summary>Gives the result's line.</summary>
    public async Task<string> RunAsync(int times, CancellationToken cancel)
    {
        var mail = (SampleEmail.With(SampleCatalogue.Hosting) with { Attachments = [new("facture.pdf", "application/pdf", Pdf)] })
            .ToBytes();
        for (var i = 0; i < times; i++)
        {
            await HereAsync(cancel);
        }
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < times; i++)
        {
            await HereAsync(cancel);
        }
        var page = (Environment.CpuUsage.TotalTime - before) / (times * PagesOfOne);

        var (mails, firsts, others) = (new List<double>(), new List<double>(), new List<double>());
        var (bares, starts) = (new List<double>(), new List<double>());
        for (var i = 0; i < times; i++)
        {
            bares.Add(Timed(EmptyProgram));
            starts.Add(await StartedAsync(cancel));
            mails.Add(Timed(() => DocumentReader.Read("mail.eml", mail, ReadLimits.Default, cancel)));
            using var reader = new PageReader(program, variables, PageReader.Usual);
            firsts.Add(await TimedAsync(() => reader.ReadAsync(Pdf, cancel)));
            others.Add(await TimedAsync(() => reader.ReadAsync(Pdf, cancel)));
        }
        var (read, first, other) = (mails.Median(), firsts.Median(), others.Median());
        var table = new Table("a mail with four printed pages", "ms", "times the mail");
        table.Add("the mail, here", Ms(read), "1");
        table.Add("its pages, by a process that is started", Ms(first), Ratio(first / read));
        table.Add("its pages, by one that runs", Ms(other), Ratio(other / read));
        table.WriteTo(output);
        var (bare, start) = (bares.Median(), starts.Median());
        var started = new Table("what starting costs", "ms", "least ms", "times a program that does nothing");
        started.Add("a program that does nothing", Ms(bare), Ms(bares.Min()), "1");
        started.Add("the process, to its first answer", Ms(start), Ms(starts.Min()), Ratio(start / bare));
        started.Add("the process and the PDF library's first page", Ms(first - other), Ms(firsts.Min() - others.Min()),
            Ratio((first - other) / bare));
        started.WriteTo(output);
        return string.Create(CultureInfo.InvariantCulture,
            $"pages: {1 / page.TotalSeconds:0} pages of text a second on one core; "
            + $"starting the process costs {(first - other) / other:0.0} times what reading four pages in it costs");
    }

    private static async Task HereAsync(CancellationToken cancel)
    {
        if (await PageText.ReadAsync(Pdf, PageLimits.Default, RecognitionTools.Here,
            cancel) is not PagesRead.Done { Pages.Length: PagesOfOne })
        {
            throw new BenchmarkException("A sample's pages are not read.");
        }
    }

    private static void EmptyProgram()
    {
        using var process = Process.Start(Environment.ProcessPath!, [DoNothing]);
        process.WaitForExit();
    }

    /// <summary>Until a process that was not there has said of a file that it has no pages, for which it reads none.</summary>
    private async Task<double> StartedAsync(CancellationToken cancel)
    {
        using var reader = new PageReader(program, variables, PageReader.Usual);
        var watch = Stopwatch.StartNew();
        return await reader.ReadAsync("nothing"u8.ToArray(), cancel) is PagesRead.Refused
            ? watch.Elapsed.TotalMilliseconds
            : throw new BenchmarkException("The process found pages where there are none.");
    }

    private static async Task<double> TimedAsync(Func<Task<PagesRead>> read)
    {
        var watch = Stopwatch.StartNew();
        return await read() is PagesRead.Done ? watch.Elapsed.TotalMilliseconds
            : throw new BenchmarkException("The process does not read the sample: build src/AgentHost with -c Release.");
    }

    private static double Timed(Action read)
    {
        var watch = Stopwatch.StartNew();
        read();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static string Page(int number) => string.Concat(Enumerable.Range(1, RowsOfPage).Select(row => Row(row, number)));

    private static string Row(int row, int page) =>
        Cell(50, row, string.Create(CultureInfo.InvariantCulture, $"Prestation {row} de la page {page}, selon devis"))
        + Cell(400, row, string.Create(CultureInfo.InvariantCulture, $"{row},00"))
        + Cell(480, row, string.Create(CultureInfo.InvariantCulture, $"{row * 12},50"));

    private static string Cell(double left, int row, string text) => PrintedPages.Text(left, 40 + (row * 16), text);

    private static string Ms(double milliseconds) => milliseconds.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Ratio(double ratio) => ratio.ToString("0.0", CultureInfo.InvariantCulture);
}
