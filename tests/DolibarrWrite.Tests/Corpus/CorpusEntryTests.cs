using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;
using DolibarrAgent.Settings;
using DolibarrAgent.Simulator;
using DolibarrAgent.Tests;

namespace DolibarrAgent.DolibarrWrite.Tests.Corpus;

/// <summary>
/// Every self-consistent document with lines, entered by the skill, is stored as it was predicted: net, VAT of each
/// rate, gross, and every line. Also against a real server, where one is named.
/// </summary>
public sealed class CorpusEntryTests
{
    [Theory]
    [InlineData(Simulator.VatRounding.Line)]
    [InlineData(Simulator.VatRounding.Total)]
    public async Task What_is_read_back_is_what_was_predicted(Simulator.VatRounding rounding)
    {
        await using var two = await TwoInstances.StartAsync();
        await using var server = await SimulatedDolibarr.StartAsync(new SimulatorOptions { Keys = [SimulatedKey.Read("agent=agent-key:admin", out _)!], Rounding = rounding }, Skills.Cancel);
        await EnterAllAsync(two, server.Address, "agent-key");
    }

    /// <summary>Enters some 245 suppliers and invoices, which stay: a sandbox that can be reset.</summary>
    [Fact]
    public async Task On_a_real_server_too()
    {
        var (url, key) = (Environment.GetEnvironmentVariable("DOLIBARR_LIVE_SANDBOX_URL"), Environment.GetEnvironmentVariable("DOLIBARR_LIVE_SANDBOX_KEY"));
        Assert.SkipUnless(url is not null && key is not null && Environment.GetEnvironmentVariable("DOLIBARR_LIVE_CORPUS") == "1", "DOLIBARR_LIVE_SANDBOX_URL and _KEY name no server, or DOLIBARR_LIVE_CORPUS is not 1.");
        await using var two = await TwoInstances.StartAsync();
        await EnterAllAsync(two, new Uri(url), key);
    }

    private static async Task EnterAllAsync(TwoInstances two, Uri server, string key)
    {
        var (counts, wrong, run) = (new SortedDictionary<string, int>(StringComparer.Ordinal), new List<string>(), Guid.NewGuid().ToString("N")[..8]);
        BooksSetup? books = null;
        foreach (var (path, reading) in CorpusDocuments.Enterable())
        {
            var result = await EnterAsync((two, server, key), reading, run);
            books ??= result.Books;
            counts[result.Outcome] = counts.GetValueOrDefault(result.Outcome) + 1;
            wrong.AddRange(result.Wrong.Select(w => $"{path}: {w}"));
            if (result.Outcome != "validated")
            {
                TestContext.Current.TestOutputHelper?.WriteLine($"{path}: {result.Outcome}: {result.Why}");
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{books!.Rounding}: {string.Join(", ", counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Value} {c.Key}")))}, {wrong.Count} different");
        wrong.Should().BeEmpty();
        counts.Keys.Should().BeSubsetOf(["validated", "draft"]);
    }

    private sealed record Result(string Outcome, string Why, BooksSetup Books, ImmutableArray<string> Wrong);

    private static async Task<Result> EnterAsync((TwoInstances Two, Uri Server, string Key) at, Reading reading, string run)
    {
        at.Two.More.Clear();
        var variables = at.Two.Variables();
        (variables["DOLIBARR_SANDBOX_URL"], variables["DOLIBARR_SANDBOX_API_KEY"]) = (at.Server.ToString(), at.Key);
        using var session = new Session(new SkillOptions(((Checked<ProgramSettings>.Valid)ProgramSettings.Read(variables, SettingsNeeds.Agent)).Value, "test 1.0"));
        var invoice = reading.Invoices[0];
        var facts = invoice.Facts with { Number = $"{invoice.Facts.Number}-{run}", Seller = invoice.Facts.Seller with { Name = $"{run} {invoice.Facts.Seller.Name}" } };
        var given = session.Documents.Add(reading with { Invoices = [invoice with { Facts = facts }] });
        var entered = await new DocumentSkill(session).EnterAsync(given.Invoices[0].Handle, Skills.Cancel);
        var books = await session.BooksAsync(session.Targets.OpenRecorder!.Read, Skills.Cancel);
        if (entered is not Result<EnteredInvoice>.Ok { Value: var done })
        {
            return new Result("refused", string.Join("; ", ((Result<EnteredInvoice>.Refused)entered).Problems), books, []);
        }
        var changeset = session.Targets.OpenRecorder!.Changeset!;
        var fit = Fitting.Fit(facts, books.Rounding.Value);
        var image = changeset.Operations.Single(o => o.Id == done.Operation).After;
        await new ChangesetSkill(session).FinishAsync(Skills.Cancel);
        return new Result(
            done.Validated ? "validated" : "draft",
            string.Join("; ", done.Differences),
            books,
            [.. Wrong(fit, image), .. fit.Exact == done.Validated ? ImmutableArray<string>.Empty : ["it is validated, and not exact, or the other way round"]]);
    }

    private static IEnumerable<string> Wrong(FittedInvoice fit, Fields image)
    {
        var rows = image.RowsOf("lines");
        (string What, decimal Predicted, decimal Stored)[] amounts =
        [
            ("net", fit.Predicted.Net, Amount(image, "totalExclTax")),
            ("VAT", fit.Predicted.Vat, Amount(image, "totalVat")),
            ("gross", fit.Predicted.Gross, Amount(image, "totalInclTax")),
            ("lines", fit.Lines.Length, rows.Length),
            .. fit.Predicted.ByRate.Select(r => ($"VAT at {r.Rate}", r.Vat, rows.Where(row => Amount(row, "vatRate") == r.Rate).Sum(row => Amount(row, "totalVat")))),
            .. fit.PredictedLines.Zip(rows).SelectMany((pair, at) => new[]
            {
                ($"net of line {at + 1}", pair.First.Net, Amount(pair.Second, "totalExclTax")),
                ($"VAT of line {at + 1}", pair.First.Vat, Amount(pair.Second, "totalVat")),
                ($"gross of line {at + 1}", pair.First.Gross, Amount(pair.Second, "totalInclTax")),
            }),
        ];
        return amounts.Where(a => a.Predicted != a.Stored).Select(a => $"{a.What} predicted {a.Predicted}, stored {a.Stored}");
    }

    private static decimal Amount(Fields fields, string name) => decimal.Parse(fields.TextOf(name)!, CultureInfo.InvariantCulture);
}
