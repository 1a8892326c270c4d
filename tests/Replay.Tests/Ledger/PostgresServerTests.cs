using DolibarrAgent.Settings;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>What a server, a session and a network do to a ledger: said before anything is sent, and nothing is lost.</summary>
public sealed class PostgresServerTests : LedgerTest
{
    private PostgresDatabase Database => ((Kept.InPostgres)Kept).Database;

    [Theory]
    [InlineData("off", "on")]
    [InlineData("local", "on")]
    [InlineData("remote_write", "on")]
    [InlineData("remote_apply", "remote_apply")]
    public async Task An_append_is_on_the_servers_disk_when_it_returns_whatever_the_server_does_by_default(string usual, string ours)
    {
        await Database.OnServerAsync($"alter database {Database.Name} set synchronous_commit = {usual}");
        await using var store = await PostgresStore.OpenAsync(Database.Place, Cancel);
        await using var command = store.Command("show synchronous_commit");

        (await command.ExecuteScalarAsync(Cancel)).Should().Be(ours);
    }

    [Fact]
    public async Task A_session_that_was_lost_appends_nothing_afterwards_and_its_lock_is_the_next_ones()
    {
        await using var first = await OpenAsync();
        await using var right = Mine(await first.HoldAsync(Changeset, "erp", "alice", Cancel));
        await first.AppendAsync(Entries(1, "before"), Cancel);
        await EndSessionsAsync();

        (await CodeAsync(() => first.AppendAsync(Entries(1, "after"), Cancel))).Should().Be("ledger-lost");
        (await CodeAsync(() => first.AppendAsync(Entries(1, "after"), Cancel))).Should().Be("ledger-lost", "it does not come back by itself: its lock would not");
        await using var second = await OpenAsync();
        await using var next = Mine(await second.HoldAsync(Changeset, "erp", "bob", Cancel));
        (await second.OfAsync(Changeset, Cancel)).Select(e => e.Content.Body).Should().Equal("before1");
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 1)]
    public async Task A_line_that_is_cut_in_a_commit_is_told_of_and_nothing_is_written_twice(bool arrives, int there)
    {
        await FillAsync(1);
        await using var proxy = CuttingProxy.Before(Database.Place.Port);
        await using (var ledger = await Ledger.OpenAsync(Through(proxy), TimeProvider.System, Cancel))
        {
            // With the end of the statement: a transaction begins as READ COMMITTED.
            (proxy.Arrives, proxy.CutsAt) = (arrives, "COMMIT\0");
            var refused = await RefusedAsync(() => ledger.AppendAsync(Entries(2, "cut"), Cancel));
            refused.Problem.Code.Text.Should().Be("ledger-lost");
            refused.Problem.Message.Should().Contain("may be in it or not");
            (await CodeAsync(() => ledger.AppendAsync(Entries(1, "later"), Cancel))).Should().Be("ledger-lost");
        }

        // The server may still be at it: it takes the head's lock to see what became of it.
        await Kept.DoAsync("select number from head for update");
        await using var again = await OpenAsync();
        (await again.OfAsync(Changeset, Cancel)).Should().HaveCount(there);
        await again.AppendAsync(Entries(1), Cancel);
        (await again.VerifyAsync(Cancel)).Should().BeNull();
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told_of() =>
        (await CodeAsync(() => OpenAsync(new UriBuilder(Database.Url) { Port = 1 }))).Should().Be("ledger-unreachable");

    [Fact]
    public async Task A_server_without_encryption_is_refused_where_it_is_asked_for() =>
        (await CodeAsync(() => OpenAsync(new UriBuilder(Database.Url) { Query = "sslmode=require" }))).Should().Be("ledger-unreachable");

    [Fact]
    public async Task A_wrong_password_is_refused_and_never_shown()
    {
        var refused = await RefusedAsync(() => OpenAsync(new UriBuilder(Database.Url) { Password = "hush%20hush" }));

        refused.Problem.Code.Text.Should().Be("ledger-refused");
        refused.ToString().Should().NotContain("hush");
    }

    [Fact]
    public async Task The_password_is_in_no_message_whatever_is_wrong()
    {
        var password = Database.Place.RevealPassword()!;
        foreach (var url in new[] { new UriBuilder(Database.Url) { Port = 1 }, new UriBuilder(Database.Url) { Path = "no_such_database" }, new UriBuilder(Database.Url) { UserName = "nobody" } })
        {
            (await RefusedAsync(() => OpenAsync(url))).ToString().Should().NotContain(password);
        }
        Database.Place.ToString().Should().NotContain(password);
        $"{Database.Place}".Should().NotContain(password);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_told_of() =>
        (await CodeAsync(() => OpenAsync(new UriBuilder(Database.Url) { Path = "no_such_database" }))).Should().Be("ledger-refused");

    [Fact]
    public async Task A_server_that_only_reads_takes_no_ledger_and_loses_none()
    {
        await FillAsync(2);
        await Database.OnServerAsync($"alter database {Database.Name} set default_transaction_read_only = on");

        await using (var ledger = await OpenAsync())
        {
            (await CodeAsync(() => ledger.HoldAsync(Changeset, "erp", "alice", Cancel))).Should().Be("ledger-read-only");
            (await CodeAsync(() => ledger.AppendAsync(Entries(1), Cancel))).Should().Be("ledger-read-only");
            (await ledger.OfAsync(Changeset, Cancel)).Should().HaveCount(2);
        }
        (await VerifyAsync()).Should().BeNull();
    }

    [Fact]
    public async Task An_append_that_the_server_refuses_leaves_nothing_and_the_next_one_goes_on()
    {
        await using var ledger = await OpenAsync();
        await Kept.DoAsync("alter table entry add constraint short check (length(body) < 10)");

        (await CodeAsync(() => ledger.AppendAsync([Entry("short"), Entry("much too long")], Cancel))).Should().Be("ledger-unusable");
        await ledger.AppendAsync([Entry("short")], Cancel);

        (await ledger.OfAsync(Changeset, Cancel)).Should().ContainSingle();
        (await ledger.VerifyAsync(Cancel)).Should().BeNull();
    }

    private protected override async Task<Kept> KeepAsync() => new Kept.InPostgres(await PostgresDatabase.MakeAsync());

    private static IAsyncDisposable Mine(Hold hold) => hold.Should().BeOfType<Hold.Mine>().Subject.Right;

    private static Task OpenAsync(UriBuilder url) => Ledger.OpenAsync(PostgresDatabase.PlaceOf(url.ToString()), TimeProvider.System, Cancel);

    private LedgerPlace.Postgres Through(CuttingProxy proxy) => Database.Place with { Port = proxy.Port, Options = new Dictionary<string, string> { [LedgerUrlOption.SslMode] = "disable" } };

    private Task EndSessionsAsync() => Kept.DoAsync($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{Database.Name}' and pid <> pg_backend_pid()");
}
