using System.Diagnostics;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Replay.Tests;

/// <summary>A ledger on a disk of its own, which is filled, or can no longer be written.</summary>
public sealed class DiskTests : LedgerTest
{
    private string folder = "";

    [Fact]
    public async Task On_a_full_disk_what_does_not_fit_is_refused_and_what_was_there_is_there()
    {
        await using var disk = await Disk.MountAsync(folder, "size=512k");
        var written = await FillUpAsync();

        (await VerifyAsync()).Should().BeNull();
        await disk.RemountAsync("size=4m");
        await FillAsync(1);
        await using var ledger = await OpenAsync();
        (await ledger.OfAsync(Changeset, Cancel)).Length.Should().BeGreaterThan(written);
        (await ledger.VerifyAsync(Cancel)).Should().BeNull();
    }

    [Fact]
    public async Task On_a_disk_without_any_room_there_is_no_new_ledger_and_nothing_is_left_of_the_attempt()
    {
        await using var disk = await Disk.MountAsync(folder, "size=64k");
        await File.WriteAllBytesAsync(Path.Combine(folder, "other"), new byte[64 * 1024], Cancel);

        (await CodeAsync(() => OpenAsync())).Should().Be("ledger-disk-full");
        Directory.GetFiles(folder).Should().Equal(Path.Combine(folder, "other"));
    }

    [Fact]
    public async Task In_a_folder_that_cannot_be_written_there_is_no_new_ledger()
    {
        await using var disk = await Disk.MountAsync(folder, "size=1m");
        await disk.RemountAsync("ro");

        (await CodeAsync(() => OpenAsync())).Should().Be("ledger-read-only");
        (await Ledger.OpenToReadAsync(Kept.Place, TimeProvider.System, Cancel)).Should().BeNull();
    }

    [Fact]
    public async Task A_ledger_that_can_no_longer_be_written_is_refused_and_is_as_it_was()
    {
        await using var disk = await Disk.MountAsync(folder, "size=1m");
        await FillAsync(3);
        await disk.RemountAsync("ro");

        (await CodeAsync(HoldAndAppendAsync)).Should().Be("ledger-read-only");
        await disk.RemountAsync("rw");
        await using var ledger = await OpenAsync();
        (await ledger.OfAsync(Changeset, Cancel)).Should().HaveCount(3);
    }

    [Fact]
    public async Task A_file_alone_that_cannot_be_written_is_refused()
    {
        await using var disk = await Disk.MountAsync(folder, "size=1m");
        await FillAsync(3);
        // Not by its rights, which do not count for root: by mounting it to read over itself.
        await using var file = await Disk.BindToReadAsync(((LedgerPlace.File)Kept.Place).Path);

        (await CodeAsync(HoldAndAppendAsync)).Should().Be("ledger-read-only");
    }

    private async Task HoldAndAppendAsync()
    {
        await using var ledger = await OpenAsync();
        await ledger.HoldAsync(Changeset, "erp", "alice", Cancel);
    }

    private async Task<int> FillUpAsync()
    {
        await using var ledger = await OpenAsync();
        var written = 0;
        var refused = await RefusedAsync(async () =>
        {
            for (; ; written++)
            {
                await ledger.AppendAsync([Entry(new string('x', 4000))], Cancel);
            }
        });
        refused.Problem.Code.Text.Should().Be("ledger-disk-full");
        written.Should().BeGreaterThan(10);
        (await ledger.OfAsync(Changeset, Cancel)).Should().HaveCount(written);
        return written;
    }

    private protected override Task<Kept> KeepAsync()
    {
        var kept = new Kept.InSqlite();
        folder = kept.Folder;
        return Task.FromResult<Kept>(kept);
    }

    /// <summary>A file system that is there for one test. To make one takes root.</summary>
    private sealed class Disk(string at) : IAsyncDisposable
    {
        public static async Task<Disk> MountAsync(string at, string options)
        {
            Assert.SkipUnless(await CommandAsync("mount", "-t", "tmpfs", "-o", options, "tmpfs", at), "A disk of its own needs the right to mount one.");
            return new Disk(at);
        }

        public static async Task<Disk> BindToReadAsync(string file)
        {
            Assert.SkipUnless(await CommandAsync("mount", "--bind", file, file), "A file that not even root can write needs the right to mount.");
            var disk = new Disk(file);
            await disk.RemountAsync("bind,ro");
            return disk;
        }

        public async Task RemountAsync(string options) => (await CommandAsync("mount", "-o", $"remount,{options}", at)).Should().BeTrue();

        public async ValueTask DisposeAsync() => await CommandAsync("umount", at);

        private static async Task<bool> CommandAsync(string name, params string[] arguments)
        {
            using var process = Process.Start(new ProcessStartInfo(name, arguments) { RedirectStandardError = true })!;
            await process.WaitForExitAsync(Cancel);
            return process.ExitCode == 0;
        }
    }
}
