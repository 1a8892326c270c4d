using DolibarrAgent.Changesets;
using DolibarrAgent.Settings;
using Microsoft.Data.Sqlite;

namespace DolibarrAgent.Replay.Tests;

/// <summary>What can be wrong with a file, a folder or a disk: said before anything is sent, and nothing is lost.</summary>
public sealed class SqliteFileTests : LedgerTest
{
    private string File => ((Kept.InSqlite)Kept).File;

    [Fact]
    public async Task A_file_of_something_else_is_left_as_it_is()
    {
        await System.IO.File.WriteAllTextAsync(File, new string('x', 8192), Cancel);

        (await CodeAsync(() => OpenAsync())).Should().Be("ledger-corrupt");
        (await System.IO.File.ReadAllTextAsync(File, Cancel)).Should().Be(new string('x', 8192));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(8192)]
    [InlineData(20000)]
    public async Task A_file_that_was_cut_short_is_neither_written_nor_read(int length)
    {
        await FillAsync(200);
        await using (var file = System.IO.File.OpenWrite(File))
        {
            file.Length.Should().BeGreaterThan(length);
            file.SetLength(length);
        }

        (await CodeAsync(() => OpenAsync())).Should().Be("ledger-corrupt");
        (await CodeAsync(() => Ledger.OpenToReadAsync(Kept.Place, TimeProvider.System, Cancel))).Should().Be("ledger-corrupt");
        new FileInfo(File).Length.Should().Be(length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-wal")]
    public async Task A_ledger_that_others_may_write_is_neither_written_nor_read(string beside)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other rights.");
        await FillAsync(1);
        await using (System.IO.File.Open(File + beside, FileMode.OpenOrCreate))
        {
        }
        Allow(File + beside, UnixFileMode.OtherWrite);

        (await RefusedAsync(() => OpenAsync())).Should().Match<LedgerException>(e => e.Problem.Code.Kind == ProblemKind.Refusal && e.Problem.Code.Text == "writable-by-others" && e.Problem.Place == File + beside);
        (await CodeAsync(() => Ledger.OpenToReadAsync(Kept.Place, TimeProvider.System, Cancel))).Should().Be("writable-by-others");
    }

    [Fact]
    public async Task A_ledger_is_made_for_its_owner_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other rights.");

        await using var ledger = await OpenAsync();
        await ledger.AppendAsync(Entries(1), Cancel);

        foreach (var file in new[] { File, File + "-wal", File + "-shm" })
        {
            Rights(file).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
        }
    }

    private static UnixFileMode Rights(string file) => OperatingSystem.IsWindows() ? default : System.IO.File.GetUnixFileMode(file);

    private static void Allow(string file, UnixFileMode more)
    {
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(file, Rights(file) | more);
        }
    }

    [Fact]
    public async Task An_empty_file_is_not_taken_for_a_new_ledger()
    {
        await System.IO.File.WriteAllBytesAsync(File, [], Cancel);

        (await CodeAsync(() => OpenAsync())).Should().Be("ledger-corrupt");
        (await CodeAsync(() => Ledger.OpenToReadAsync(Kept.Place, TimeProvider.System, Cancel))).Should().Be("ledger-corrupt");
        new FileInfo(File).Length.Should().Be(0);
    }

    [Fact]
    public async Task Pages_that_were_overwritten_are_found()
    {
        await FillAsync(500);
        await using (var file = System.IO.File.OpenWrite(File))
        {
            file.Position = 4096 * 5;
            await file.WriteAsync(new byte[4096 * 3], Cancel);
        }

        (await CodeAsync(VerifyAsync)).Should().Be("ledger-corrupt");
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_not_made()
    {
        var place = new LedgerPlace.File(Path.Combine(((Kept.InSqlite)Kept).Folder, "not-mounted", "ledger.db"));

        (await CodeAsync(() => Ledger.OpenAsync(place, TimeProvider.System, Cancel))).Should().Be("ledger-folder");
        (await CodeAsync(() => Ledger.OpenToReadAsync(place, TimeProvider.System, Cancel))).Should().Be("ledger-folder");
        Directory.Exists(Path.GetDirectoryName(place.Path)).Should().BeFalse();
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_file_is_refused()
    {
        Directory.CreateDirectory(File);

        await CodeAsync(() => OpenAsync());
    }

    [Fact]
    public async Task A_ledger_comes_to_be_whole_and_leaves_nothing_beside_it()
    {
        await FillAsync(1);

        Directory.GetFiles(((Kept.InSqlite)Kept).Folder).Should().Equal(File);
    }

    [Fact]
    public async Task Every_append_is_synchronised_with_the_disk()
    {
        await using var store = await SqliteStore.OpenAsync(File, Cancel);

        (await ScalarAsync(store, "pragma journal_mode")).Should().Be("wal");
        (await ScalarAsync(store, "pragma synchronous")).Should().Be(2L, "that is full");
    }

    [Fact]
    public async Task A_ledger_that_another_program_has_locked_to_read_can_be_appended_to()
    {
        await FillAsync(1);
        await using var reading = new SqliteConnection($"Data Source={File};Pooling=false");
        await reading.OpenAsync(Cancel);
        await using var transaction = reading.BeginTransaction(deferred: true);
        await using var command = reading.CreateCommand();
        command.CommandText = "select count(*) from entry";
        await command.ExecuteScalarAsync(Cancel);

        await FillAsync(1);

        (await VerifyAsync()).Should().BeNull();
    }

    private static async Task<object?> ScalarAsync(SqliteStore store, string sql)
    {
        await using var command = store.Command(sql);
        return await command.ExecuteScalarAsync(Cancel);
    }

    private protected override Task<Kept> KeepAsync() => Task.FromResult<Kept>(new Kept.InSqlite());
}
