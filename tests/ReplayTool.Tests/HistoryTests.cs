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
        string[] words = [$"shown to {Environment.UserName}@", $"confirmed by {Environment.UserName}@", "about to be sent", "answer: accepted", "applied: object 5000", "the replay came to its end: applied 4", "holds"];
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
        await MeddleAsync("update entry set body = 'no JSON' where number = 4");

        var told = await ReplayAsync("history", changeset);
        var json = await ReplayAsync("history", changeset, "--json");

        told.ExitCode.Should().Be(1);
        told.Output.Should().Contain("chain of the ledger is broken").And.Contain("Entry 4 (answered of op1").And.Contain("no JSON");
        json.Json.GetProperty("chain").GetProperty("firstBroken").GetInt64().Should().Be(4);
        json.Json.GetProperty("entries")[3].GetProperty("body").GetString().Should().Be("no JSON");
    }

    [Fact]
    public async Task Of_a_ledger_that_is_whole_verify_says_in_one_line_how_many_entries_it_has()
    {
        await ReplayedAsync();

        var ran = await ReplayAsync("history", "--verify");

        ran.ExitCode.Should().Be(0, ran.Errors);
        ran.Output.Trim().Should().Be("The chain of the ledger holds: 15 entries, none changed, removed or added since.");
    }

    [Theory]
    [InlineData("update entry set body = '{}' where number = 4", "Entry 4 (answered of op1, changeset", "changed", 4)]
    [InlineData("delete from entry where number > 13", "Entries 14 to 15 were removed", "removed", 14)]
    [InlineData("insert into entry select 16, at, changeset, target, operation, kind, body, hash from entry where number = 15", "Entry 16 (finished, changeset", "added", 16)]
    public async Task Of_a_ledger_that_somebody_wrote_into_verify_names_the_entry_and_ends_with_1(string sql, string words, string fault, int number)
    {
        await ReplayedAsync();
        await MeddleAsync(sql);

        var told = await ReplayAsync("history", "--verify");
        var json = await ReplayAsync("history", "--verify", "--json");

        told.ExitCode.Should().Be(1);
        Words(told.Output).Should().Contain(words);
        var chain = json.Json.GetProperty("chain");
        (chain.GetProperty("holds").GetBoolean(), chain.GetProperty("fault").GetString(), chain.GetProperty("firstBroken").GetInt64()).Should().Be((false, fault, number));
        json.Json.GetProperty("exit").GetInt32().Should().Be(json.ExitCode).And.Be(1);
    }

    [Fact]
    public async Task Verified_with_a_changeset_its_history_comes_too()
    {
        var ran = await ReplayAsync("history", "--verify", await ReplayedAsync());

        ran.ExitCode.Should().Be(0);
        ran.Output.Should().Contain("the replay came to its end: applied 4").And.Contain("15 entries");
    }

    [Fact]
    public async Task Last_entries_that_were_removed_are_missed_without_verify_too()
    {
        var changeset = await ReplayedAsync();
        await MeddleAsync("delete from entry where number > 13");

        var ran = await ReplayAsync("history", changeset);

        ran.ExitCode.Should().Be(1);
        ran.Output.Should().Contain("Entries 14 to 15 were removed");
    }

    [Fact]
    public async Task Where_there_is_no_ledger_none_is_said_to_hold()
    {
        var ran = await ReplayAsync("history", "--verify", "--json");

        ran.ExitCode.Should().Be(1);
        CodesOf(ran).Should().Equal("no-ledger");
        File.Exists(Path.Combine(Two.Folder, "ledger.db")).Should().BeFalse();
    }

    [Fact]
    public async Task Without_a_changeset_and_without_verify_it_is_told_what_is_wanted()
    {
        var ran = await ReplayAsync("history");

        ran.ExitCode.Should().Be(1);
        ran.Errors.Should().Contain("--verify");
    }

    [Theory]
    [InlineData("postgres://alice:hush@127.0.0.1:1/ledger", 1, "ledger-unreachable")]
    [InlineData("postgres://alice:hush@127.0.0.1:1/ledger?sslmode=never", 4, "ledger-url-sslmode")]
    [InlineData("mysql://alice:hush@127.0.0.1/ledger", 4, "ledger-url-scheme")]
    public async Task The_password_of_a_ledger_is_in_nothing_that_is_printed_or_logged(string url, int exit, string code)
    {
        var changeset = await Two.RecordMainJobAsync();
        var person = new Dictionary<string, string?>(Person) { ["DOLIBARR_LEDGER"] = url };

        foreach (var arguments in new[] { new[] { changeset }, ["--confirm", changeset, "--code", "00000000", "--verbose"], ["history", "--verify"], ["history", changeset, "--json"] })
        {
            var ran = await Ran.ReplayAsync(person, arguments);

            ran.ExitCode.Should().Be(exit);
            (ran.Output + ran.Errors).Should().Contain(code).And.NotContain("hush");
        }
        foreach (var log in Directory.GetFiles(Path.Combine(Two.Folder, "logs")))
        {
            (await File.ReadAllTextAsync(log, Cancel)).Should().NotContain("hush");
        }
        Writes.Should().Be(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is not a ledger, whatever it is, and it is long enough to be something: 0123456789 0123456789")]
    public async Task A_ledger_that_is_damaged_ends_with_1_and_nothing_is_written(string content)
    {
        var changeset = await Two.RecordMainJobAsync();
        var code = await CodeAsync(changeset);
        await File.WriteAllTextAsync(Path.Combine(Two.Folder, "ledger.db"), content, Cancel);

        var ran = await ReplayAsync("--confirm", changeset, "--code", code, "--json");

        ran.ExitCode.Should().Be(1, ran.Output);
        CodesOf(ran).Should().Equal("ledger-corrupt");
        Writes.Should().Be(0);
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
        await ConfirmedAsync(changeset);
        return changeset;
    }

    private async Task MeddleAsync(string sql)
    {
        await using var ledger = new SqliteConnection($"Data Source={Path.Combine(Two.Folder, "ledger.db")};Pooling=false");
        await ledger.OpenAsync(Cancel);
        await using var command = ledger.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancel);
    }

    /// <summary>What was printed, without the line ends of a screen.</summary>
    private static string Words(string output) => string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
