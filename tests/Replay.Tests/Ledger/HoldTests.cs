using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>One replay at a time for a changeset and a target.</summary>
public abstract class HoldTests : LedgerTest
{
    private static readonly DateTimeOffset Ten = new(2026, 11, 23, 10, 4, 5, TimeSpan.Zero);

    [Fact]
    public async Task Whoever_comes_second_is_told_who_has_it_and_since_when()
    {
        await using var first = await OpenAsync(new SetClock(Ten));
        await using var second = await OpenAsync();
        await using var right = Mine(await first.HoldAsync(Changeset, "erp", "alice@host (process 4711)", Cancel));

        (await second.HoldAsync(Changeset, "erp", "bob", Cancel)).Should().Be(new Hold.Theirs("alice@host (process 4711)", Ten));
    }

    [Fact]
    public async Task Not_even_the_same_ledger_gives_it_twice()
    {
        await using var ledger = await OpenAsync();
        await using var right = Mine(await ledger.HoldAsync(Changeset, "erp", "alice", Cancel));

        (await ledger.HoldAsync(Changeset, "erp", "alice", Cancel)).Should().BeOfType<Hold.Theirs>();
    }

    [Fact]
    public async Task Given_back_it_can_be_taken_again_and_is_nobodys()
    {
        await using var first = await OpenAsync();
        await using var second = await OpenAsync();
        await Mine(await first.HoldAsync(Changeset, "erp", "alice", Cancel)).DisposeAsync();

        (await Kept.DoAsync("select count(*) from holder")).Should().Be(0L);
        await Mine(await second.HoldAsync(Changeset, "erp", "bob", Cancel)).DisposeAsync();
    }

    [Fact]
    public async Task Given_back_twice_it_is_still_the_next_ones()
    {
        await using var first = await OpenAsync();
        await using var second = await OpenAsync();
        var right = Mine(await first.HoldAsync(Changeset, "erp", "alice", Cancel));
        await right.DisposeAsync();
        await using var next = Mine(await second.HoldAsync(Changeset, "erp", "bob", Cancel));
        await right.DisposeAsync();

        (await first.HoldAsync(Changeset, "erp", "carol", Cancel)).Should().BeOfType<Hold.Theirs>().Which.By.Should().Be("bob");
    }

    [Fact]
    public async Task Another_changeset_and_another_target_are_free()
    {
        await using var first = await OpenAsync();
        await using var second = await OpenAsync();
        await using var right = Mine(await first.HoldAsync(Changeset, "erp", "alice", Cancel));

        await using var otherTarget = Mine(await second.HoldAsync(Changeset, "erp-sandbox", "bob", Cancel));
        await using var otherChangeset = Mine(await second.HoldAsync("01OTHER", "erp", "bob", Cancel));
    }

    [Fact]
    public async Task Whoever_has_it_appends_while_others_append_too()
    {
        await using var first = await OpenAsync();
        await using var second = await OpenAsync();
        await using var right = Mine(await first.HoldAsync(Changeset, "erp", "alice", Cancel));

        await first.AppendAsync(Entries(1), Cancel);
        await second.AppendAsync(Entries(1, changeset: "01OTHER"), Cancel);

        (await first.VerifyAsync(Cancel)).Should().BeNull();
    }

    [Fact]
    public async Task A_row_that_a_killed_process_left_is_believed_by_nobody()
    {
        await FillAsync(1);
        await Kept.DoAsync($"insert into holder (changeset, target, who, since) values ('{Changeset}', 'erp', 'a process that was killed', 1)");
        await using var first = await OpenAsync(new SetClock(Ten));
        await using var second = await OpenAsync();

        await using var right = Mine(await first.HoldAsync(Changeset, "erp", "alice", Cancel));
        (await second.HoldAsync(Changeset, "erp", "bob", Cancel)).Should().Be(new Hold.Theirs("alice", Ten));
    }

    [Fact]
    public async Task Of_many_that_come_at_once_one_has_it()
    {
        var ledgers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenAsync()));
        var holds = await Task.WhenAll(ledgers.Select((ledger, i) => Task.Run(() => ledger.HoldAsync(Changeset, "erp", $"caller {i}", Cancel))));

        var winner = Array.FindIndex(holds, h => h is Hold.Mine);
        holds.Should().ContainSingle(h => h is Hold.Mine);
        holds.OfType<Hold.Theirs>().Select(t => t.By).Should().HaveCount(7).And.OnlyContain(by => by == $"caller {winner}");
        await ((Hold.Mine)holds[winner]).Right.DisposeAsync();
        foreach (var ledger in ledgers)
        {
            await ledger.DisposeAsync();
        }
    }

    private protected static IAsyncDisposable Mine(Hold hold) => hold.Should().BeOfType<Hold.Mine>().Subject.Right;
}

public sealed class SqliteHoldTests : HoldTests
{
    private protected override Task<Kept> KeepAsync() => Task.FromResult<Kept>(new Kept.InSqlite());
}

public sealed class PostgresHoldTests : HoldTests
{
    private protected override async Task<Kept> KeepAsync() => new Kept.InPostgres(await PostgresDatabase.MakeAsync());
}
