using DolibarrAgent.Settings;

namespace DolibarrAgent.Replay.Tests;

/// <summary>One ledger under several names is one ledger, with one lock.</summary>
public sealed class LedgerNameTests : LedgerTest
{
    private string Folder => ((Kept.InSqlite)Kept).Folder;

    private string File => ((Kept.InSqlite)Kept).File;

    [Fact]
    public async Task By_a_link_it_is_held_as_by_its_own_name()
    {
        await FillAsync(1);
        var link = Path.Combine(Folder, "link.db");
        System.IO.File.CreateSymbolicLink(link, File);

        await HeldOnceAsync(link);
    }

    [Fact]
    public async Task By_a_folder_that_is_a_link_too()
    {
        await FillAsync(1);
        var folder = Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, "sub")).FullName, "link");
        Directory.CreateSymbolicLink(folder, Folder);

        await HeldOnceAsync(Path.Combine(folder, "ledger.db"));
    }

    [Fact]
    public async Task A_link_of_more_than_512_bytes_is_followed()
    {
        await FillAsync(1);
        var link = Path.Combine(Folder, "long.db");
        System.IO.File.CreateSymbolicLink(link, Folder + string.Concat(Enumerable.Repeat("/.", 300)) + "/ledger.db");

        await using var ledger = await Ledger.OpenAsync(new LedgerPlace.File(link), TimeProvider.System, Cancel);

        (await ledger.OfAsync(Changeset, Cancel)).Should().ContainSingle();
    }

    [Fact]
    public async Task With_a_second_name_of_its_own_it_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there the names of a file are counted.");
        await FillAsync(1);
        System.Diagnostics.Process.Start("ln", [File, Path.Combine(Folder, "second.db")]).WaitForExit();

        (await CodeAsync(() => OpenAsync())).Should().Be("ledger-linked");
    }

    [Fact]
    public async Task A_pipe_by_its_name_is_refused_at_once()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there it is told what a file is.");
        System.Diagnostics.Process.Start("mkfifo", ["-m", "600", File]).WaitForExit();

        (await CodeAsync(() => OpenAsync())).Should().Be("ledger-linked");
    }

    [Fact]
    public async Task A_link_to_itself_is_told()
    {
        System.IO.File.CreateSymbolicLink(File, File);

        (await CodeAsync(() => OpenAsync())).Should().Be("ledger-path");
    }

    private protected override Task<Kept> KeepAsync() => Task.FromResult<Kept>(new Kept.InSqlite());

    private async Task HeldOnceAsync(string other)
    {
        await using var one = await OpenAsync();
        await using var two = await Ledger.OpenAsync(new LedgerPlace.File(other), TimeProvider.System, Cancel);
        var hold = await one.HoldAsync(Changeset, "erp", "ann", Cancel);
        await using var right = ((Hold.Mine)hold).Right;

        (await two.HoldAsync(Changeset, "erp", "bob", Cancel)).Should().BeOfType<Hold.Theirs>().Which.By.Should().Be("ann");
    }
}
