using Microsoft.Data.Sqlite;

namespace DolibarrAgent.ReplayTool.Tests;

public sealed class HistoryTests : ProgramTest
{
    [Fact]
    public async Task A_history_tells_in_words_what_was_done_oldest_first()
    {
        var changeset = await ReplayedAsync();

        var ran = await ReplayAsync("history", changeset);

        ran.ExitCode.Should().Be(0);
        string[] words = [$"confirmed by {Environment.UserName}@", ": plan", "about to be sent", "answer: accepted", "applied: object 5000", "the replay came to its end: applied 4", "holds"];
        var places = words.Select(word => ran.Output.IndexOf(word, StringComparison.Ordinal)).ToList();
        places.Should().BeInAscendingOrder().And.NotContain(-1);
    }

    [Fact]
    public async Task A_changeset_that_was_never_confirmed_has_none() =>
        (await ReplayAsync("history", await Two.RecordMainJobAsync())).Output.Should().Contain("knows nothing of it");

    [Fact]
    public async Task A_ledger_that_somebody_changed_is_told_of_and_ends_with_1()
    {
        var changeset = await ReplayedAsync();
        await using (var ledger = new SqliteConnection($"Data Source={Path.Combine(Two.Folder, "ledger.db")};Pooling=false"))
        {
            await ledger.OpenAsync(Cancel);
            await using var command = ledger.CreateCommand();
            command.CommandText = "UPDATE entry SET body = 'no JSON' WHERE number = 3";
            await command.ExecuteNonQueryAsync(Cancel);
        }

        var told = await ReplayAsync("history", changeset);
        var json = await ReplayAsync("history", changeset, "--json");

        told.ExitCode.Should().Be(1);
        told.Output.Should().Contain("broken at entry 3").And.Contain("no JSON");
        json.Json.GetProperty("chain").GetProperty("firstBroken").GetInt64().Should().Be(3);
        json.Json.GetProperty("entries")[2].GetProperty("body").GetString().Should().Be("no JSON");
    }

    [Fact]
    public async Task A_ledger_that_cannot_be_used_ends_with_1_and_nothing_is_written()
    {
        var changeset = await Two.RecordMainJobAsync();
        var code = await CodeAsync(changeset);
        var ran = await Ran.ReplayAsync(new Dictionary<string, string?>(Person) { ["DOLIBARR_LEDGER"] = Two.Folder }, "--confirm", changeset, "--code", code, "--json");

        ran.ExitCode.Should().Be(1, ran.Output);
        ran.Json.GetProperty("problems")[0].GetProperty("remedy").GetString().Should().NotBeEmpty();
        Writes.Should().Be(0);
    }

    private async Task<string> ReplayedAsync()
    {
        var changeset = await Two.RecordMainJobAsync();
        await ReplayAsync("--confirm", changeset, "--code", await CodeAsync(changeset));
        return changeset;
    }
}
