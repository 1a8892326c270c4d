using System.Text.Json.Nodes;
using DolibarrAgent.Tests;

namespace DolibarrAgent.EndToEnd.Tests.Attacks;

/// <summary>What a changeset says of its mail and documents is read again from them: whoever edits it is found out before anything else is shown.</summary>
public sealed class ForgedEvidenceTests : IAsyncLifetime
{
    private TwoServers two = null!;

    public async ValueTask InitializeAsync() => two = await TwoServers.StartAsync();

    public ValueTask DisposeAsync() => two.DisposeAsync();

    [Theory]
    [InlineData("says", "gross", "12.00")]
    [InlineData("says", "ibans", "DE89370400440532013000")]
    [InlineData("says", "sellerName", "Somebody Else SA")]
    [InlineData("says", "ibans", null)]
    public async Task A_fact_that_is_not_the_documents_stops(string member, string fact, string? value) =>
        await StoppedAsync("evidence-differs", changeset => Set(Evidence(changeset, "file")[member]!, fact, value));

    [Theory]
    [InlineData("subject", "Votre facture de 12,00 EUR")]
    [InlineData("from", "somebody@else.example")]
    [InlineData("messageId", "other@else.example")]
    public async Task A_header_that_is_not_the_mails_stops(string member, string value) =>
        await StoppedAsync("evidence-differs", changeset => Set(Evidence(changeset, "email"), member, value));

    [Fact]
    public async Task A_size_that_is_not_the_files_stops() => await StoppedAsync("evidence-differs", changeset => Evidence(changeset, "file")["size"] = 7);

    [Fact]
    public async Task A_file_that_has_another_name_in_its_mail_stops() => await StoppedAsync("not-in-mail", changeset => Set(Evidence(changeset, "file"), "name", "F-2026-2.pdf"));

    [Fact]
    public async Task A_changeset_as_it_was_recorded_waits_for_its_code()
    {
        var ran = await Ran.ReplayAsync(two.Person, await two.IngestAsync(), "--json");

        ran.ExitCode.Should().Be(2, ran.ToString());
        ran.Json.GetProperty("plan").GetProperty("problems").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task The_review_says_that_the_evidence_was_read_again_and_what_was_not_checked()
    {
        var ran = await Ran.ReplayAsync(new Dictionary<string, string>(), "review", await two.IngestAsync());

        ran.ExitCode.Should().Be(0, ran.Errors);
        ran.Output.Should().Contain("All 2 mails and documents were read again. Each plan also compares what the instances hold.");
    }

    [Fact]
    public async Task The_review_shows_what_is_not_true_before_anything_else()
    {
        var path = await ForgedAsync(changeset => Set(Evidence(changeset, "file")["says"]!, "gross", "12.00"));

        var ran = await Ran.ReplayAsync(new Dictionary<string, string>(), "review", path);

        var firstScreen = string.Join('\n', ran.Output.Split('\n').Take(24));
        firstScreen.Should().Contain("evidence-differs").And.Contain("the changeset says 12.00, the document itself says 35.20");
    }

    /// <summary>The plan names it first, and nothing is written even to whoever confirms.</summary>
    private async Task StoppedAsync(string code, Action<JsonNode> forge)
    {
        var path = await ForgedAsync(forge);

        var planned = await Ran.ReplayAsync(two.Person, path, "--json");
        var confirmed = await Ran.ReplayAsync(two.Person, "--confirm", path, "--code", "00000000", "--json");

        planned.ExitCode.Should().Be(4, planned.ToString());
        planned.Json.GetProperty("plan").GetProperty("problems")[0].GetProperty("code").GetString().Should().Be(code);
        confirmed.ExitCode.Should().Be(4);
        TwoServers.Writes(two.Prod).Should().Be(0);
    }

    private async Task<string> ForgedAsync(Action<JsonNode> forge)
    {
        var path = await two.IngestAsync();
        await ForgedFile.RewriteAsync(path, forge, TestContext.Current.CancellationToken);
        return path;
    }

    private static JsonNode Evidence(JsonNode changeset, string kind) => changeset["evidence"]!.AsArray().Single(one => (string?)one!["kind"] == kind)!;

    private static void Set(JsonNode node, string member, string? value)
    {
        if (value is null)
        {
            node.AsObject().Remove(member).Should().BeTrue();
        }
        else
        {
            node[member] = value;
        }
    }
}
