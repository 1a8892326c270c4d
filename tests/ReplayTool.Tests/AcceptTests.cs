using Microsoft.Data.Sqlite;

namespace DolibarrAgent.ReplayTool.Tests;

/// <summary>A person says that the ledger, or the gate, is right as it is.</summary>
public sealed class AcceptTests : ProgramTest
{
    private string Gate => Path.Combine(Two.Folder, "gate");

    private Dictionary<string, string?> Variables => new(Person, StringComparer.Ordinal) { ["DOLIBARR_GATE"] = Gate, ["XDG_STATE_HOME"] = Path.Combine(Two.Folder, "state") };

    [Fact]
    public async Task Without_a_terminal_nothing_is_accepted()
    {
        Directory.CreateDirectory(Gate);

        var ran = await Ran.ReplayAsync(Variables, "accept", "gate", "--reason", "Nobody looks.", "--json");

        ran.ExitCode.Should().Be(4);
        CodesOf(ran).Should().Equal("no-person");
    }

    [Theory]
    [InlineData("accept", "gate")]
    [InlineData("accept", "ledger", "--reason", " ")]
    [InlineData("accept", "prod", "--reason", "x")]
    public async Task What_it_does_not_understand_it_does_not_do(params string[] arguments) => (await Ran.ReplayAsync(Variables, arguments)).ExitCode.Should().Be(1);

    [Fact]
    public async Task A_ledger_that_was_cut_together_with_its_head_is_refused_until_a_person_accepts_it()
    {
        Directory.CreateDirectory(Gate);
        var changeset = await Two.RecordMainJobAsync();
        var code = (await Ran.ReplayAsync(Variables, changeset, "--json")).Json.GetProperty("plan").GetProperty("code").GetString()!;
        (await Ran.ReplayAsync(Variables, "--confirm", changeset, "--code", code)).ExitCode.Should().Be(0);
        await CutAsync();

        var refused = await Ran.ReplayAsync(Variables, changeset, "--json");
        var told = await Ran.ReplayAsync(Variables, "history", "--verify");
        var accepted = await Ran.TypingAsync(Variables, "", "accept", "ledger", "--reason", "Restored from the backup of Monday.");
        var planned = await Ran.ReplayAsync(Variables, changeset, "--json");

        refused.ExitCode.Should().Be(4);
        CodesOf(refused).Should().Equal("ledger-broken");
        told.Output.Should().Contain("this user saw 15 entries");
        accepted.ExitCode.Should().Be(0, accepted.Output);
        planned.ExitCode.Should().BeOneOf(0, 2);
        (await Ran.ReplayAsync(Variables, "history", changeset)).Output.Should().Contain("Monday");
    }

    private async Task CutAsync()
    {
        await using var ledger = new SqliteConnection($"Data Source={Path.Combine(Two.Folder, "ledger.db")};Pooling=false");
        await ledger.OpenAsync(Cancel);
        await using var command = ledger.CreateCommand();
        command.CommandText = "delete from entry where number > 2; update head set number = 2, hash = (select hash from entry where number = 2)";
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
