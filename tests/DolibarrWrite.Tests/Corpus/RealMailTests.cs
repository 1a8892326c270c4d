using DolibarrAgent.Tests;

namespace DolibarrAgent.DolibarrWrite.Tests;

/// <summary>Real mails, nearly all without an invoice and many broken: taken in as a folder is.</summary>
public sealed class RealMailTests
{
    [Fact]
    public async Task Every_real_mail_is_gone_through_without_a_fault_and_each_refusal_has_a_reason_and_a_remedy()
    {
        var mails = CorpusFolder.Load("expectations-mail.json");
        await using var two = await TwoInstances.StartAsync();
        using var skill = Skills.On(two);
        var done = new List<IngestedPart>();
        await foreach (var message in new Batch(skill, split: false).RunAsync([.. mails.Select(m => Message.OfFile(Path.GetFileName(m.Path), m.Path))], CancellationToken.None, Skills.Cancel))
        {
            done.AddRange(message.Parts);
            TestContext.Current.TestOutputHelper?.WriteLine($"{message.Outcome,-13}{message.Name,-60}{string.Join(" | ", message.Parts.SelectMany(p => p.Problems).Select(p => $"{p.Code.Text}: {p.Message}"))}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", done.GroupBy(p => p.Outcome).Select(g => $"{g.Count()} {g.Key}")));
        done.Should().HaveCount(mails.Count);
        done.SelectMany(p => p.Problems).Should().OnlyContain(p => p.Code.Text != "unexpected" && p.Message.Length > 0 && p.Remedy.Length > 0);
    }
}
