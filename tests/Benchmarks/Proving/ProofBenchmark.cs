using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using DolibarrAgent.Intake;

namespace DolibarrAgent.Benchmarks;

/// <summary>
/// What is proven of the pages of real invoices, against what their XML says: by the text of the pages, and by the words that are
/// recognised in pictures of the same pages. Counts by family, and each document that is not proven, or wrong.
/// </summary>
/// <param name="kept">Where the words that were recognised are kept from one run to the next; null where they are not.</param>
internal sealed class ProofBenchmark(ImmutableArray<ProofDocument> documents, string? kept, TextWriter output)
{
    private readonly List<Row> rows = [];

    /// <summary>Gives the result's line.</summary>
    public async Task<string> RunAsync(bool isRecognised, TextWriter progress, CancellationToken cancel)
    {
        foreach (var document in documents)
        {
            var pdf = await File.ReadAllBytesAsync(document.File, cancel);
            if (await PageText.ReadAsync(pdf, PageLimits.Default, RecognitionTools.Here, cancel) is not PagesRead.Done printed)
            {
                throw new BenchmarkException($"The pages of {document.Name} are not read.");
            }

            var page = new PageFacts(printed.Pages);
            rows.Add(new(document, page.ShowAllOf(document.Expected), Taken(document, printed.Pages, page), isRecognised
                ? Taken(document, await RecognisedAsync(pdf, cancel), page) : null));
            await progress.WriteAsync('.');
        }

        await progress.WriteLineAsync();
        Tell("by text", row => row.Printed);
        if (isRecognised)
        {
            Tell("recognised at 200 dots an inch", row => row.Recognised!);
        }

        return string.Create(CultureInfo.InvariantCulture,
            $"proof: {Count(row => row.Printed.IsProven)} of {rows.Count} proven by text, {Count(row => row.Printed.IsWrong)} wrong")
            + (isRecognised ? string.Create(CultureInfo.InvariantCulture,
                $"; {Count(row => row.Recognised!.IsProven)} proven of pictures, {Count(row => row.Recognised!.IsWrong)} wrong") : "");
    }

    private int Count(Func<Row, bool> isCounted) => rows.Count(isCounted);

    private static Outcome Taken(ProofDocument document, ImmutableArray<Page> pages, PageFacts page)
    {
        var reading = PageProof.Of(pages);
        return new(reading.Gaps, ProofVerdict.Of(reading, document.Expected, page));
    }

    private async Task<ImmutableArray<Page>> RecognisedAsync(byte[] pdf, CancellationToken cancel)
    {
        var file = kept is null ? null : Path.Combine(kept, $"{Convert.ToHexStringLower(SHA256.HashData(pdf))[..16]}.json");
        if (file is not null && File.Exists(file) && PagesJson.Read(await File.ReadAllBytesAsync(file, cancel)) is PagesRead.Done before)
        {
            return before.Pages;
        }

        var scan = await ScannedPages.OfAsync(pdf, RecognitionTools.Here, cancel);
        var read = scan is null ? null : await PageText.ReadAsync(scan, PageLimits.Default, RecognitionTools.Here, cancel);
        if (read is not PagesRead.Done done)
        {
            return [];
        }

        if (file is not null)
        {
            Directory.CreateDirectory(kept!);
            await File.WriteAllBytesAsync(file, PagesJson.Write(done), cancel);
        }

        return done.Pages;
    }

    private void Tell(string how, Func<Row, Outcome> outcome)
    {
        var table = new Table(how, "documents", "proven", "wrong", "all on the page", "of them proven");
        foreach (var family in rows.GroupBy(row => row.Document.Family))
        {
            Add(family.Key, [.. family]);
        }

        Add("all", rows);
        table.WriteTo(output);
        foreach (var row in rows)
        {
            var taken = outcome(row);
            var told = string.Join("; ", new[]
            {
                taken.IsProven ? "" : $"not proven: {string.Join(", ", taken.Gaps)}{(row.ShowsAll ? "" : " (not all on the page)")}",
                taken.IsWrong ? $"WRONG: {string.Join(", ", taken.Verdict.Wrong)}" : "",
                taken.Verdict.OfPageAlone.IsEmpty ? "" : $"the page says: {string.Join(", ", taken.Verdict.OfPageAlone)}",
            }.Where(part => part.Length > 0));
            if (told.Length > 0)
            {
                output.WriteLine($"{row.Document.Name}: {told}");
            }
        }

        output.WriteLine();

        void Add(string name, List<Row> of) => table.Add([name, .. new[]
        {
            of.Count, of.Count(row => outcome(row).IsProven), of.Count(row => outcome(row).IsWrong),
            of.Count(row => row.ShowsAll), of.Count(row => row.ShowsAll && outcome(row).IsProven),
        }.Select(count => count.ToString(CultureInfo.InvariantCulture))]);
    }

    private sealed record Row(ProofDocument Document, bool ShowsAll, Outcome Printed, Outcome? Recognised);

    private sealed record Outcome(ImmutableArray<PageGap> Gaps, ProofVerdict Verdict)
    {
        public bool IsProven => Gaps.IsEmpty;

        public bool IsWrong => !Verdict.Wrong.IsEmpty;
    }
}
