using System.Net;
using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Review;
using DolibarrAgent.Samples;

namespace DolibarrAgent.EndToEnd.Tests.Hostile;

/// <summary>Honest mail gives no warning that it would not give without its words.</summary>
public sealed class HarmlessMailTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_harmless_mails_of_the_corpus_raise_no_warning_of_their_own()
    {
        var mails = Payload.Harmless;
        await using var attacked = await Attacked.StartAsync();
        var plain = await WarningsAsync(attacked, SampleEmail.With(SampleCatalogue.Hosting));
        var raised = new List<string>();
        foreach (var mail in mails)
        {
            var sample = SampleEmail.With(SampleCatalogue.Hosting);
            var said = mail.Text.ReplaceLineEndings("\n");
            var asMail = sample with { Text = said, Html = $"<html><body><p>{WebUtility.HtmlEncode(said)}</p></body></html>", Subject = said[..Math.Min(120, said.Length)].ReplaceLineEndings(" ") };
            raised.AddRange((await WarningsAsync(attacked, asMail)).Except(plain).Select(w => $"{mail.Id}: {w}"));
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{mails.Count} harmless mails, {raised.Count} warnings of their own");
        mails.Should().HaveCountGreaterThanOrEqualTo(54);
        raised.Should().BeEmpty();
    }

    private static async Task<IReadOnlyList<string>> WarningsAsync(Attacked attacked, SampleEmail mail)
    {
        using var skill = Attacked.SkillWith(attacked.Anew());
        var result = await Ingest.RunAsync(skill, "mail.eml", mail.ToBytes(), Cancel);
        return result is IngestResult.Entered { Changeset: var changeset }
            ? [.. ReviewPage.Of(changeset).Warnings.Select(w => $"{w.Code} {w.Text}")]
            : throw new InvalidOperationException(string.Join("; ", ((IngestResult.Refused)result).Problems));
    }
}
