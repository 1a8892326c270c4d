using System.Globalization;
using DolibarrAgent.Intake;
using DolibarrAgent.Tests;

namespace DolibarrAgent.DolibarrWrite.Tests.Corpus;

/// <summary>How much of the corpus gets into the books: each readable document as it is, on an empty sandbox that has its currency.</summary>
public sealed class CorpusShareTests
{
    private const string Entered = "entered";
    private const string Draft = "draft";

    private static readonly string[] Currencies = ["USD=1.10", "GBP=0.85", "CHF=0.95", "DKK=7.46", "NOK=11.5", "SEK=11.2", "PLN=4.3", "CZK=25", "HUF=390", "RON=4.97", "AUD=1.65", "CAD=1.5", "JPY=160", "CNY=7.8", "SAR=4.1", "AED=4.0", "MXN=20", "INR=90", "SGD=1.45"];

    private static readonly PersonDecisions Addressed = new() { BuyerAccepted = "The document is another company's, for this test." };

    // What is for a person: one says what it is, and the rules go on.
    private static readonly EntryKind[] Words = [EntryKind.Invoice, EntryKind.CreditNote];

    [Fact]
    public async Task Of_what_is_not_a_test_88_percent_are_entered_or_drafted_and_96_percent_with_a_persons_word()
    {
        var outcomes = new List<Outcome>();
        foreach (var (path, _) in CorpusFolder.Load("expectations.json").Where(one => one.Expected.GetProperty("outcome").GetString() == "parsed"))
        {
            var outcome = await EnterAsync(path, Addressed);
            outcomes.Add(outcome.Codes.Contains("type-for-a-person") ? outcome with { WithWord = await WithWordAsync(path) } : outcome);
        }

        Tell(outcomes);
        // For a test nothing is owed: it is refused, and no word of a person enters it.
        var owed = outcomes.Count(o => !o.Codes.Contains("test-document"));
        Share(outcomes.Count(o => o.IsIn), owed).Should().BeGreaterThanOrEqualTo(88m);
        Share(outcomes.Count(o => o.IsIn || o.WithWord is { IsIn: true }), owed).Should().BeGreaterThanOrEqualTo(96m);
    }

    private static async Task<Outcome?> WithWordAsync(string path)
    {
        foreach (var kind in Words)
        {
            if (await EnterAsync(path, Addressed with { Kind = kind }) is { IsIn: true } done)
            {
                return done;
            }
        }

        return null;
    }

    private static async Task<Outcome> EnterAsync(string path, PersonDecisions decisions)
    {
        await using var two = await TwoInstances.StartAsync(Currencies, Currencies);
        using var skill = Skills.On(two, decisions);
        var name = Path.GetFileName(path);
        var result = await Ingest.RunAsync(skill, name, await File.ReadAllBytesAsync(path, Skills.Cancel), Skills.Cancel);
        return result switch
        {
            IngestResult.Entered done when Skills.Codes(Skills.Entered(done)).Contains("left-draft") => new Outcome(path, Draft, [], done.Changeset.Warnings.First(w => w.Code == "left-draft").Text),
            IngestResult.Entered => new Outcome(path, Entered, [], ""),
            IngestResult.Refused refused => new Outcome(path, "refused", [.. refused.Problems.Select(p => p.Code.Text).Distinct()], string.Join("; ", refused.Problems.Select(p => p.Message))),
            _ => throw new InvalidOperationException("A result is one of two."),
        };
    }

    private static void Tell(List<Outcome> outcomes)
    {
        var output = TestContext.Current.TestOutputHelper!;
        foreach (var outcome in outcomes.Where(o => o.Word != Entered))
        {
            output.WriteLine($"{outcome.Word,-8} {(outcome.WithWord is { } with ? $"with a word {with.Word} " : "")}{string.Join(',', outcome.Codes)} {outcome.Path}: {outcome.Why}");
        }

        foreach (var group in outcomes.GroupBy(o => $"{o.Word} {string.Join(',', o.Codes)}").OrderByDescending(g => g.Count()))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Count(),4} {group.Key}"));
        }
    }

    private static decimal Share(int some, int all) => 100m * some / all;

    private sealed record Outcome(string Path, string Word, string[] Codes, string Why)
    {
        public Outcome? WithWord { get; init; }

        public bool IsIn => Word is Entered or Draft;
    }
}
