namespace DolibarrAgent.ReplayTool.Tests;

public sealed class LogTests : ProgramTest
{
    private string LogFolder => Path.Combine(Two.Folder, "logs");

    [Fact]
    public async Task Every_call_is_in_a_log_of_compact_JSON_and_no_key_is_anywhere()
    {
        var changeset = await Two.RecordMainJobAsync();
        var planned = await ReplayAsync(changeset, "--verbose");
        var replayed = await ReplayAsync("--confirm", changeset, "--code", await CodeAsync(changeset), "--verbose");

        var lines = await File.ReadAllLinesAsync(Directory.GetFiles(LogFolder).Should().ContainSingle().Subject, Cancel);
        lines.Should().OnlyContain(line => System.Text.Json.JsonDocument.Parse(line, default).RootElement.GetProperty("@t").GetString() != null);
        lines.Should().Contain(line => line.Contains("\"Method\":\"POST\"", StringComparison.Ordinal));
        var everything = string.Join('\n', [.. lines, planned.Output, planned.Errors, replayed.Output, replayed.Errors, await File.ReadAllTextAsync(Path.Combine(Two.Folder, "ledger.db"), Cancel)]);
        everything.Should().NotContainAny("prod-reader-key", "prod-agent-key", "sandbox-agent-key");
    }

    [Fact]
    public async Task Verbose_tells_each_call_on_stderr_and_leaves_the_JSON_alone()
    {
        var ran = await ReplayAsync(await Two.RecordMainJobAsync(), "--json", "--verbose");

        ran.Errors.Should().Contain("GET /api/index.php/status 200");
        ran.Json.GetProperty("exit").GetInt32().Should().Be(2);
    }

    [Fact]
    public async Task Nothing_in_the_log_does_anything_to_a_terminal_that_it_is_printed_to()
    {
        await ReplayAsync("no\u009b2Jsuch\u202efile\u200b.json");

        var log = await File.ReadAllTextAsync(Directory.GetFiles(LogFolder).Should().ContainSingle().Subject, Cancel);
        log.Should().NotContainAny("\u009b", "\u202e", "\u200b").And.Contain("no\\u009b2Jsuch\\u202efile\\u200b.json");
    }

    [Fact]
    public async Task Without_verbose_stderr_is_silent() => (await ReplayAsync(await Two.RecordMainJobAsync())).Errors.Should().BeEmpty();

    [Fact]
    public async Task A_log_follows_no_link()
    {
        var changeset = await Two.RecordMainJobAsync();
        var elsewhere = Directory.CreateDirectory(Path.Combine(Two.Folder, "elsewhere")).FullName;
        Directory.CreateSymbolicLink(LogFolder, elsewhere);

        var ran = await ReplayAsync(changeset);

        ran.ExitCode.Should().Be(2, ran.Errors);
        ran.Errors.Should().ContainAll("is a link to", "Remove it: rm ");
        Directory.GetFileSystemEntries(elsewhere).Should().BeEmpty();
    }

    [Fact]
    public async Task A_log_that_cannot_be_written_is_said_once_and_stops_nothing()
    {
        var changeset = await Two.RecordMainJobAsync();
        await File.WriteAllTextAsync(LogFolder, "a file where the folder should be", Cancel);

        var ran = await ReplayAsync("--confirm", changeset, "--code", await CodeAsync(changeset));

        ran.ExitCode.Should().Be(0, ran.Errors);
        ran.Errors.Split("the log cannot be written").Should().HaveCount(2);
    }
}
