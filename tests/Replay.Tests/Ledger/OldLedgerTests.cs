using System.Globalization;

namespace DolibarrAgent.Replay.Tests;

/// <summary>A ledger that the first release made, as it lies on people's machines.</summary>
public sealed class OldLedgerTests : LedgerTest
{
    private const string FirstSchema = """
        create table if not exists entry (
            number integer primary key,
            at integer not null,
            changeset text not null,
            target text not null,
            operation text not null,
            kind text not null,
            body text not null,
            hash text not null);
        create index if not exists entry_changeset on entry (changeset, number);
        pragma user_version = 1;
        """;

    [Fact]
    public async Task It_is_read_as_it_is_and_stays_as_it_is()
    {
        await MakeAsync(3);
        await using (var ledger = (await Ledger.OpenToReadAsync(Kept.Place, TimeProvider.System, Cancel))!)
        {
            (await ledger.OfAsync(Changeset, Cancel)).Select(e => e.Content.Body).Should().Equal("old1", "old2", "old3");
            (await ledger.VerifyAsync(Cancel)).Should().BeNull();
        }

        (await Kept.DoAsync("pragma user_version")).Should().Be(1L);
        (await Kept.DoAsync("select count(*) from sqlite_master where name = 'head'")).Should().Be(0L);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task Opened_to_append_it_is_of_this_version_and_the_chain_goes_on(int count)
    {
        await MakeAsync(count);
        await FillAsync(2);

        await using var ledger = await OpenAsync();
        var entries = await ledger.OfAsync(Changeset, Cancel);
        entries.Select(e => e.Number).Should().Equal(Enumerable.Range(1, count + 2).Select(i => (long)i));
        (await ledger.VerifyAsync(Cancel)).Should().BeNull();
        (await Kept.DoAsync("pragma user_version")).Should().Be(2L);
    }

    [Fact]
    public async Task From_then_on_it_is_found_when_its_last_entries_are_removed()
    {
        await MakeAsync(3);
        await using (await OpenAsync())
        {
        }
        await Kept.DoAsync("delete from entry where number > 1");

        (await VerifyAsync()).Should().Be(new ChainFault.Removed(2, 3));
    }

    [Fact]
    public async Task What_was_changed_in_it_before_is_still_found()
    {
        await MakeAsync(3);
        await Kept.DoAsync("update entry set body = 'x' where number = 2");
        await FillAsync(1);

        (await VerifyAsync()).Should().BeOfType<ChainFault.Changed>().Which.Entry.Number.Should().Be(2);
    }

    [Fact]
    public async Task Many_that_open_it_at_once_raise_it_once()
    {
        await MakeAsync(3);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => FillAsync(1))));

        (await VerifyAsync()).Should().BeNull();
        (await Kept.DoAsync("select count(*) from entry")).Should().Be(9L);
    }

    private protected override Task<Kept> KeepAsync() => Task.FromResult<Kept>(new Kept.InSqlite());

    private async Task MakeAsync(int count)
    {
        await Kept.DoAsync("pragma journal_mode = wal");
        await Kept.DoAsync(FirstSchema);
        var hash = LedgerEntry.Start;
        for (var number = 1; number <= count; number++)
        {
            var entry = LedgerEntry.After(hash, number, new DateTimeOffset(2026, 11, 1, 8, 0, number, TimeSpan.Zero), Entry($"old{number}"));
            hash = entry.Hash;
            await Kept.DoAsync(string.Create(CultureInfo.InvariantCulture,
                $"insert into entry values ({number}, {entry.At.ToUnixTimeMilliseconds()}, '{entry.Content.Changeset}', 'erp', 'op1', 'intent', 'old{number}', '{entry.Hash}')"));
        }
    }
}
