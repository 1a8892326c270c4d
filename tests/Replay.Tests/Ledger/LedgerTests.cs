using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>What a ledger does, wherever it is kept.</summary>
public abstract class LedgerTests : LedgerTest
{
    [Fact]
    public async Task What_is_appended_comes_back_in_its_order_and_numbered_without_gaps()
    {
        await using var ledger = await OpenAsync();
        await ledger.AppendAsync(Entries(3, "a"), Cancel);
        await ledger.AppendAsync(Entries(2, "b"), Cancel);

        var entries = await ledger.OfAsync(Changeset, Cancel);

        entries.Select(e => e.Content.Body).Should().Equal("a1", "a2", "a3", "b1", "b2");
        entries.Select(e => e.Number).Should().Equal(1, 2, 3, 4, 5);
        entries[0].Content.Should().Be(Entry("a1"));
    }

    [Fact]
    public async Task What_was_appended_is_there_for_the_next_process_and_the_chain_goes_on()
    {
        await FillAsync(2);
        await FillAsync(2);

        await using var ledger = await OpenAsync();
        (await ledger.OfAsync(Changeset, Cancel)).Should().HaveCount(4);
        (await ledger.VerifyAsync(Cancel)).Should().BeNull();
    }

    [Fact]
    public async Task Of_a_changeset_come_its_own_entries_on_every_target()
    {
        await using var ledger = await OpenAsync();
        await ledger.AppendAsync([Entry("mine"), Entry("another's", "01OTHER"), Entry("mine") with { Target = "erp-sandbox" }], Cancel);

        (await ledger.OfAsync(Changeset, Cancel)).Select(e => e.Content.Target).Should().Equal("erp", "erp-sandbox");
    }

    [Fact]
    public async Task Any_text_comes_back_as_it_was()
    {
        const string Text = "{\"a\":\"é’\\u0000 \u202E\U0001F9FE'; drop table entry; --\"}\r\n";
        await using var ledger = await OpenAsync();
        await ledger.AppendAsync([Entry(Text)], Cancel);

        (await ledger.OfAsync(Changeset, Cancel)).Should().ContainSingle().Which.Content.Body.Should().Be(Text);
        (await ledger.VerifyAsync(Cancel)).Should().BeNull();
    }

    [Fact]
    public async Task More_entries_than_one_statement_takes_are_appended_together()
    {
        await using var ledger = await OpenAsync();
        await ledger.AppendAsync(Entries(170), Cancel);

        (await ledger.OfAsync(Changeset, Cancel)).Should().HaveCount(170);
        (await ledger.VerifyAsync(Cancel)).Should().BeNull();
    }

    [Fact]
    public async Task Many_callers_of_many_processes_append_at_once_and_every_callers_entries_stand_together()
    {
        var ledgers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OpenAsync()));
        await Task.WhenAll(from process in Enumerable.Range(0, ledgers.Length)
                           from caller in Enumerable.Range(0, 25)
                           select Task.Run(() => ledgers[process].AppendAsync(Entries(2, $"{process}/{caller}/"), Cancel)));

        var entries = await ledgers[0].OfAsync(Changeset, Cancel);
        entries.Should().HaveCount(200);
        entries.Select(e => e.Number).Should().Equal(Enumerable.Range(1, 200).Select(i => (long)i));
        entries.Chunk(2).Should().OnlyContain(pair => pair[0].Content.Body.EndsWith("/1") && pair[1].Content.Body == pair[0].Content.Body.Remove(pair[0].Content.Body.Length - 1) + "2");
        entries.Select(e => e.Content.Body).Should().OnlyHaveUniqueItems();
        (await ledgers[0].VerifyAsync(Cancel)).Should().BeNull();
        foreach (var ledger in ledgers)
        {
            await ledger.DisposeAsync();
        }
    }

    [Fact]
    public async Task Many_processes_that_open_the_first_ledger_at_once_share_one()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => FillAsync(1))));

        await using var ledger = await OpenAsync();
        (await ledger.OfAsync(Changeset, Cancel)).Should().HaveCount(8);
        (await ledger.VerifyAsync(Cancel)).Should().BeNull();
    }

    [Fact]
    public async Task Nothing_is_appended_for_a_caller_who_had_stopped_already()
    {
        await using var ledger = await OpenAsync();
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        await ((Func<Task>)(() => ledger.AppendAsync(Entries(1), stopped.Token))).Should().ThrowAsync<OperationCanceledException>();
        (await ledger.OfAsync(Changeset, Cancel)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_clock_that_is_set_back_breaks_neither_the_order_nor_the_chain()
    {
        var clock = new SetClock(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        await using var ledger = await OpenAsync(clock);
        await ledger.AppendAsync([Entry("first")], Cancel);
        clock.Now = clock.Now.AddYears(-3);
        await ledger.AppendAsync([Entry("second")], Cancel);

        var entries = await ledger.OfAsync(Changeset, Cancel);
        entries.Select(e => e.Content.Body).Should().Equal("first", "second");
        entries[1].At.Should().BeBefore(entries[0].At);
        (await ledger.VerifyAsync(Cancel)).Should().BeNull();
    }

    [Fact]
    public async Task To_read_where_there_is_none_gives_none_and_makes_none()
    {
        (await Ledger.OpenToReadAsync(Kept.Place, TimeProvider.System, Cancel)).Should().BeNull();
        (await Ledger.OpenToReadAsync(Kept.Place, TimeProvider.System, Cancel)).Should().BeNull();
    }

    [Fact]
    public async Task A_ledger_of_a_newer_version_is_neither_written_nor_read()
    {
        await FillAsync(1);
        await Kept.SetVersionAsync(3);

        (await RefusedAsync(() => OpenAsync())).Problem.Should().Match<Changesets.Problem>(p => p.Code.Text == "ledger-version" && p.Message.Contains('3'));
        (await CodeAsync(() => Ledger.OpenToReadAsync(Kept.Place, TimeProvider.System, Cancel))).Should().Be("ledger-version");
        (await Kept.DoAsync("select count(*) from entry")).Should().Be(1L);
    }

    [Fact]
    public async Task A_database_that_is_not_a_ledger_is_left_as_it_is()
    {
        await Kept.DoAsync("create table entry (id integer)");

        (await CodeAsync(() => OpenAsync())).Should().Be("ledger-foreign");
        (await Kept.DoAsync("select count(*) from entry")).Should().Be(0L);
    }

    [Fact]
    public async Task Without_its_head_nothing_is_appended_and_every_caller_is_told()
    {
        await FillAsync(1);
        await using var ledger = await OpenAsync();
        await Kept.DoAsync("delete from head");

        foreach (var caller in Enumerable.Range(0, 3).Select(_ => ledger.AppendAsync(Entries(1), Cancel)).ToList())
        {
            (await CodeAsync(() => caller)).Should().Be("ledger-corrupt");
        }
        (await Kept.DoAsync("select count(*) from entry")).Should().Be(1L);
    }
}

public sealed class SqliteLedgerTests : LedgerTests
{
    private protected override Task<Kept> KeepAsync() => Task.FromResult<Kept>(new Kept.InSqlite());
}

public sealed class PostgresLedgerTests : LedgerTests
{
    private protected override async Task<Kept> KeepAsync() => new Kept.InPostgres(await PostgresDatabase.MakeAsync());
}
