using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>What a changeset's entries say is relied on only while the whole ledger's chain holds, whoever's entry was touched.</summary>
public abstract class BrokenChainTests : LedgerTest
{
    [Theory]
    [InlineData("update entry set body = 'x' where number = 2")]
    [InlineData("update entry set body = 'x' where number = 5")]
    [InlineData("update entry set changeset = '01KAQ7Z3V9' where number = 5")]
    [InlineData("update entry set changeset = 'other' where number = 2")]
    [InlineData("delete from entry where number = 2")]
    [InlineData("delete from entry where number > 4")]
    [InlineData("delete from head")]
    public async Task Nothing_of_it_is_read_to_be_relied_on(string sql)
    {
        await FillAsync(3);
        await using (var ledger = await OpenAsync())
        {
            await ledger.AppendAsync(Entries(3, changeset: "other"), Cancel);
        }
        await Kept.DoAsync(sql);

        await using var opened = await OpenAsync();
        var refused = await RefusedAsync(() => opened.OfAsync(Changeset, Cancel));

        (refused.Problem.Code.Text, refused.Problem.Code.Kind).Should().Be(("ledger-broken", ProblemKind.Refusal));
    }

    [Fact]
    public async Task What_is_about_no_changeset_comes_with_every_one()
    {
        await using var ledger = await OpenAsync();
        await ledger.AppendAsync([Entry("mine"), Entry("everybody's", ""), Entry("another's", "other")], Cancel);

        (await ledger.OfAsync(Changeset, Cancel)).Select(e => e.Content.Body).Should().Equal("mine", "everybody's");
    }
}

public sealed class SqliteBrokenChainTests : BrokenChainTests
{
    private protected override Task<Kept> KeepAsync() => Task.FromResult<Kept>(new Kept.InSqlite());
}

public sealed class PostgresBrokenChainTests : BrokenChainTests
{
    private protected override async Task<Kept> KeepAsync() => new Kept.InPostgres(await PostgresDatabase.MakeAsync());
}
