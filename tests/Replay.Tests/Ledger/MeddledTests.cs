using System.Globalization;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>Somebody wrote into the ledger by hand: the first entry concerned is named, and what was done to it.</summary>
public abstract class MeddledTests : LedgerTest
{
    private const int Count = 6;

    [Theory]
    [InlineData("update entry set body = 'x' where number = 3", "changed", 3)]
    [InlineData("update entry set at = at + 1 where number = 3", "changed", 3)]
    [InlineData("update entry set at = 9000000000000000000 where number = 3", "changed", 3)]
    [InlineData("update entry set operation = 'op2' where number = 1", "changed", 1)]
    [InlineData("update entry set target = 'erp-sandbox' where number = 6", "changed", 6)]
    [InlineData("update entry set hash = 'abc' where number = 6", "changed", 6)]
    [InlineData("update entry set changeset = changeset || 'op', operation = '1' where number = 2", "changed", 2)]
    [InlineData("update entry set body = 'e4' where number = 3; update entry set body = 'e3' where number = 4", "changed", 3)]
    [InlineData("delete from entry where number = 3", "removed", 3)]
    [InlineData("delete from entry where number = 1", "removed", 1)]
    [InlineData("delete from entry where number > 4", "removed", 5)]
    [InlineData("delete from entry", "removed", 1)]
    [InlineData("delete from entry where number = 3; update entry set number = number - 1 where number > 3", "changed", 3)]
    [InlineData("insert into entry select 7, at, changeset, target, operation, kind, body, hash from entry where number = 6", "added", 7)]
    [InlineData("insert into entry select 9, at, changeset, target, operation, kind, body, hash from entry where number = 6", "added", 9)]
    [InlineData("insert into entry select 0, at, changeset, target, operation, kind, body, hash from entry where number = 1", "added", 0)]
    [InlineData("update head set number = 5", "added", 6)]
    [InlineData("update head set number = 7", "removed", 7)]
    [InlineData("update head set hash = ''", "changed", 6)]
    [InlineData("delete from head", "head-removed", null)]
    public async Task What_was_done_is_found_and_the_entry_named(string sql, string kind, int? number)
    {
        await FillAsync(Count);
        foreach (var statement in sql.Split(';'))
        {
            await Kept.DoAsync(statement);
        }

        var fault = await VerifyAsync();

        (fault?.Kind, fault?.First).Should().Be((kind, number));
        fault!.ToString().Should().Contain(number?.ToString(CultureInfo.InvariantCulture) ?? "last");
    }

    [Fact]
    public async Task An_entry_that_was_pushed_in_between_is_named_and_not_the_one_behind_it()
    {
        await FillAsync(Count);
        await PushInAsync(4, "abc");

        (await VerifyAsync()).Should().BeOfType<ChainFault.Added>().Which.Entry.Number.Should().Be(4);
    }

    [Fact]
    public async Task One_that_was_pushed_in_with_a_hash_that_fits_too()
    {
        await FillAsync(Count);
        var all = await AllAsync();
        await PushInAsync(4, LedgerEntry.After(all[2].Hash, 4, all[3].At, Entry("pushed in")).Hash);

        (await VerifyAsync()).Should().BeOfType<ChainFault.Added>().Which.Entry.Number.Should().Be(4);
    }

    [Fact]
    public async Task A_changed_entry_is_told_with_its_kind_operation_changeset_and_time()
    {
        await using (var ledger = await OpenAsync(new SetClock(new DateTimeOffset(2026, 11, 23, 10, 4, 5, TimeSpan.Zero))))
        {
            await ledger.AppendAsync(Entries(3), Cancel);
        }
        await Kept.DoAsync("update entry set body = 'x' where number = 2");

        (await VerifyAsync())!.ToString().Should().StartWith("Entry 2 (intent of op1, changeset 01KAQ7Z3V9, erp, 2026-11-23 10:04:05 UTC) was changed");
    }

    [Fact]
    public async Task What_is_behind_the_last_entry_is_not_taken_for_the_last_when_the_next_is_appended()
    {
        await FillAsync(2);
        await Kept.DoAsync("delete from entry where number = 2");
        await FillAsync(1);

        (await VerifyAsync()).Should().Be(new ChainFault.Removed(2, 2));
    }

    private async Task<IReadOnlyList<LedgerEntry>> AllAsync()
    {
        await using var ledger = await OpenAsync();
        return await ledger.OfAsync(Changeset, Cancel);
    }

    /// <summary>Makes room by renumbering the entries behind it, as somebody does who knows the table.</summary>
    private async Task PushInAsync(int number, string hash)
    {
        await Kept.DoAsync($"update entry set number = -number - 1 where number >= {number}");
        await Kept.DoAsync("update entry set number = -number where number < 0");
        await Kept.DoAsync($"insert into entry select {number}, at, changeset, target, operation, kind, 'pushed in', '{hash}' from entry where number = {number + 1}");
        await Kept.DoAsync("update head set number = number + 1");
    }
}

public sealed class SqliteMeddledTests : MeddledTests
{
    private protected override Task<Kept> KeepAsync() => Task.FromResult<Kept>(new Kept.InSqlite());
}

public sealed class PostgresMeddledTests : MeddledTests
{
    private protected override async Task<Kept> KeepAsync() => new Kept.InPostgres(await PostgresDatabase.MakeAsync());
}
