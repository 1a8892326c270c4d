using System.Diagnostics;

namespace DolibarrAgent.Changesets.Tests;

/// <summary>What is not a regular file is refused at once: a pipe would wait for a writer forever, a device would never end.</summary>
public sealed class RegularFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("files-").FullName;

    private string File => Path.Combine(folder, "file");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_file_is_read_and_so_is_one_that_a_link_leads_to()
    {
        await System.IO.File.WriteAllTextAsync(File, "bytes", Cancel);
        var link = Path.Combine(folder, "link");
        System.IO.File.CreateSymbolicLink(link, File);

        (await RegularFile.ReadAsync(File, 5, Cancel)).Should().Equal("bytes"u8.ToArray());
        RegularFile.Read(link, 5).Should().Equal("bytes"u8.ToArray());
    }

    [Fact]
    public void A_link_is_not_followed_where_it_must_be_the_file_itself()
    {
        System.IO.File.WriteAllText(File, "bytes");
        var link = Path.Combine(folder, "link");
        System.IO.File.CreateSymbolicLink(link, File);

        RegularFile.ReadUnlinked(File, 5).Should().Equal("bytes"u8.ToArray());
        FluentActions.Invoking(() => RegularFile.ReadUnlinked(link, 5)).Should().Throw<IOException>().WithMessage("*link*");
    }

    [Fact]
    public void A_larger_file_than_asked_for_is_not_read()
    {
        System.IO.File.WriteAllText(File, "bytes");

        FluentActions.Invoking(() => RegularFile.Read(File, 4)).Should().Throw<IOException>().WithMessage("*5 bytes*");
    }

    [Fact]
    public void A_pipe_is_not_waited_for()
    {
        MakePipe(File);

        FluentActions.Invoking(() => RegularFile.Read(File, 5)).Should().Throw<IOException>().WithMessage("*not a regular file*");
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/tty")]
    [InlineData("/proc")]
    public void Nor_is_a_device_or_a_folder_read(string path)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The files of another system.");

        FluentActions.Invoking(() => RegularFile.Read(path, 5)).Should().Throw<IOException>();
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_as_such() =>
        FluentActions.Invoking(() => RegularFile.Read(File, 5)).Should().Throw<FileNotFoundException>();

    [Fact]
    public async Task A_changeset_that_is_a_pipe_is_none()
    {
        MakePipe(File);

        (await LoadedChangeset.LoadAsync(File, Cancel)).Should().BeOfType<LoadResult.Bad>().Which.Problems.Should().ContainSingle(p => p.Code.Text == "no-file");
    }

    private static void MakePipe(string path)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there it is told what a file is.");
        Process.Start("mkfifo", [path]).WaitForExit();
    }
}
