namespace DolibarrAgent.ReplayTool.Tests;

public sealed class RevertTests : ProgramTest
{
    [Fact]
    public async Task The_whole_road_with_the_commands_that_it_names()
    {
        var changeset = await Two.RecordMainJobAsync(validated: false);
        await ConfirmedAsync(changeset);

        var made = await ReplayAsync("revert", changeset, "--json");
        var revert = made.Json.GetProperty("revert").GetProperty("path").GetString()!;
        var rehearsed = await ReplayAsync("rehearse", revert);
        var planned = await ReplayAsync(revert);
        var replayed = await ReplayAsync("--confirm", revert, "--code", await CodeAsync(revert));
        var again = await ReplayAsync("--confirm", revert, "--code", "any");
        var history = await ReplayAsync("history", revert);

        made.ExitCode.Should().Be(0, made.Output + made.Errors);
        made.Json.GetProperty("revert").GetProperty("next").EnumerateArray().Select(c => c.GetString()).Should().Equal($"replay rehearse {revert}", $"replay {revert}", $"replay --confirm {revert}");
        rehearsed.ExitCode.Should().Be(0, rehearsed.Output + rehearsed.Errors);
        planned.ExitCode.Should().Be(2, planned.Output);
        planned.Output.Should().ContainAll("Revert of Supplier invoice", "Cannot be undone", "Goes away", "They go with it");
        replayed.ExitCode.Should().Be(0, replayed.Output + replayed.Errors);
        replayed.Output.Should().NotContain("facid=", "what was deleted has no page");
        again.ExitCode.Should().Be(0);
        again.Output.Should().Contain("Nothing to do").And.NotContain("facid=");
        history.Output.Should().Contain("applied 2");
    }

    [Fact]
    public async Task A_person_is_told_what_cannot_be_taken_back_before_anything_else()
    {
        var changeset = await Two.RecordMainJobAsync();
        await ConfirmedAsync(changeset);

        var ran = await ReplayAsync("revert", changeset);

        ran.ExitCode.Should().Be(3);
        ran.Output.Should().ContainAll("Cannot be taken back", "SI2611-0001", "credit note of 35.20", "in-use", "No changeset was made");
    }

    [Fact]
    public async Task A_person_is_told_the_new_changeset_and_what_to_type()
    {
        var changeset = await Two.RecordMainJobAsync(validated: false);
        await ConfirmedAsync(changeset);

        var ran = await ReplayAsync("revert", changeset);

        ran.ExitCode.Should().Be(0);
        ran.Output.Should().ContainAll("To take back: Supplier invoice F-2026-1", "New changeset", "Delete supplier invoice", "Nothing was taken back yet", $"replay rehearse {Two.Folder}", $"replay --confirm {Two.Folder}");
    }

    [Fact]
    public async Task Without_a_replay_there_is_nothing_to_take_back()
    {
        var ran = await ReplayAsync("revert", await Two.RecordMainJobAsync());

        ran.ExitCode.Should().Be(0);
        ran.Output.Should().Contain("Nothing to take back");
    }

    [Fact]
    public async Task A_prod_that_does_not_answer_ends_with_1()
    {
        var changeset = await Two.RecordMainJobAsync();
        var ran = await Ran.ReplayAsync(new Dictionary<string, string?>(Person) { ["DOLIBARR_PROD_URL"] = "http://127.0.0.1:1" }, "revert", changeset);

        ran.ExitCode.Should().Be(1);
        ran.Errors.Should().Contain("✗");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_ends_with_1()
    {
        var changeset = await Two.RecordMainJobAsync(validated: false);
        await ConfirmedAsync(changeset);
        var file = Path.Combine(Two.Folder, "in-the-way");
        await File.WriteAllTextAsync(file, "", Cancel);

        var ran = await Ran.ReplayAsync(new Dictionary<string, string?>(Person) { ["DOLIBARR_CHANGESETS"] = file, ["DOLIBARR_LEDGER"] = Path.Combine(Two.Folder, "ledger.db") }, "revert", changeset, "--json");

        ran.ExitCode.Should().Be(1);
        CodesOf(ran).Should().Equal("changesets-unwritable");
    }
}
