using Microsoft.Data.Sqlite;

namespace DolibarrAgent.Replay.Tests;

/// <summary>A statement that was used stays used, whatever somebody does to the entry that says so.</summary>
public sealed class UsedStatementTests : SigningTest
{
    private readonly string state = Directory.CreateTempSubdirectory("state-").FullName;

    [Theory]
    [InlineData("delete from entry where kind = 'finished'")]
    [InlineData("update entry set body = '{\"outcomes\":[\"unknown 4\"]}' where kind = 'finished'")]
    [InlineData("update entry set kind = 'outcome' where kind = 'finished'")]
    [InlineData("update entry set target = 'erp-sandbox' where kind = 'finished'")]
    [InlineData("update entry set changeset = 'another' where kind = 'finished'")]
    [InlineData("update entry set body = replace(body, 'statement', 'statemend') where kind = 'confirmed'")]
    [InlineData("delete from entry where kind = 'finished'; update head set number = number - 1, hash = (select hash from entry order by number desc limit 1)")]
    public async Task It_confirms_nothing_again(string sql)
    {
        Two.More["XDG_STATE_HOME"] = state;
        var changeset = await RecordedAsync(OneForAll, Alice);
        var statement = await StatementAsync(changeset);
        var signature = await Gate.SignAsync(Alice, statement);
        await EndedAsync(changeset, statement, "failed 4");
        await JudgedAsync(changeset);
        await MeddleAsync(sql);

        var confirming = () => ConfirmSignedAsync(changeset, statement, signature);

        (await confirming.Should().ThrowAsync<LedgerException>()).Which.Problem.Code.Text.Should().Be("ledger-broken");
        Writes.Should().Be(0);
    }

    private async Task MeddleAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(Two.Folder, "ledger.db")};Pooling=false");
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        (await command.ExecuteNonQueryAsync(Cancel)).Should().BePositive();
    }
}
