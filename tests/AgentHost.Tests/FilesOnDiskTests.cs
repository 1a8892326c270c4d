using System.Diagnostics;
using System.Runtime.Versioning;

namespace DolibarrAgent.AgentHost.Tests;

/// <summary>What the program opens of this machine's files, and who may read what it leaves there.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class FilesOnDiskTests(Servers servers)
{
    private const UnixFileMode Others = ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("read")]
    [InlineData("ingest")]
    [InlineData("mcp --email")]
    public async Task A_pipe_is_refused_and_not_waited_for(string command)
    {
        var pipe = await PipeInAsync(NewFolder(), "invoice.eml");

        var ran = await Ran.AgentAsync(servers.Variables(), [.. command.Split(' '), pipe]);

        ran.ExitCode.Should().NotBe(0);
        (ran.Output + ran.Errors).Should().Contain("a pipe, a socket or a device");
    }

    [Fact]
    public async Task A_device_is_refused() => (await Ran.AgentAsync(servers.Variables(), "read", "/dev/zero")).Output.Should().Contain("a pipe, a socket or a device");

    [Fact]
    public async Task A_pipe_in_a_folder_of_mail_is_named_and_the_mail_beside_it_entered()
    {
        await using var sandbox = await Servers.SandboxAsync();
        var folder = NewFolder();
        File.Copy(servers.Mail, Path.Combine(folder, "b.eml"));
        await PipeInAsync(folder, "a.eml");

        var ran = await Ran.AgentAsync(servers.Variables(sandbox), "ingest", folder);

        ran.ExitCode.Should().Be(0, ran.Errors);
        (ran.Output + ran.Errors).Should().ContainAll("1 pipe, socket or device", "a.eml", "entered");
    }

    [Theory]
    [InlineData(null, UnixFileMode.None)]
    [InlineData("group", UnixFileMode.GroupRead | UnixFileMode.GroupExecute)]
    public async Task Others_may_read_a_changeset_its_files_and_the_log_only_where_a_person_says_so(string? word, UnixFileMode allowed)
    {
        await using var sandbox = await Servers.SandboxAsync();
        var variables = servers.Variables(sandbox);
        if (word is not null)
        {
            variables["DOLIBARR_FILES"] = word;
        }

        var ran = await Ran.AgentAsync(variables, "ingest", servers.Mail);

        ran.ExitCode.Should().Be(0, ran.Errors);
        var root = variables["DOLIBARR_CHANGESETS"];
        var made = Directory.GetFileSystemEntries(root, "*", SearchOption.AllDirectories).Append(root).ToList();
        made.Should().HaveCountGreaterThan(6);
        made.Where(path => (File.GetUnixFileMode(path) & Others & ~allowed) != 0).Should().BeEmpty();
        (File.GetUnixFileMode(made.Single(path => path.EndsWith("changeset.json", StringComparison.Ordinal))) & Others).Should().Be(allowed & UnixFileMode.GroupRead);
    }

    [Fact]
    public async Task A_folder_that_is_there_keeps_its_rights()
    {
        await using var sandbox = await Servers.SandboxAsync();
        var variables = servers.Variables(sandbox);
        var root = Directory.CreateDirectory(variables["DOLIBARR_CHANGESETS"], (UnixFileMode)Convert.ToInt32("755", 8)).FullName;

        var ran = await Ran.AgentAsync(variables, "ingest", servers.Mail);

        ran.ExitCode.Should().Be(0, ran.Errors);
        File.GetUnixFileMode(root).Should().HaveFlag(UnixFileMode.OtherRead);
    }

    [Fact]
    public async Task A_word_that_does_not_say_who_may_read_them_is_refused()
    {
        var ran = await Ran.AgentAsync(new Dictionary<string, string>(servers.Variables()) { ["DOLIBARR_FILES"] = "everybody" }, "ingest", servers.Mail);

        ran.ExitCode.Should().NotBe(0);
        ran.Errors.Should().ContainAll("DOLIBARR_FILES", "private or group");
    }

    [Theory]
    [InlineData("logs")]
    [InlineData("logs/agent-20000101.log")]
    public async Task A_log_follows_no_link(string place)
    {
        await using var sandbox = await Servers.SandboxAsync();
        var variables = servers.Variables(sandbox);
        var elsewhere = NewFolder();
        var link = Path.Combine(variables["DOLIBARR_CHANGESETS"], place);
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        File.CreateSymbolicLink(link, elsewhere);

        var ran = await Ran.AgentAsync(variables, "ingest", servers.Mail);

        ran.ExitCode.Should().Be(0, "the log is not the record");
        ran.Errors.Should().ContainAll("is a link to", "Remove it: rm ");
        Directory.GetFileSystemEntries(elsewhere).Should().BeEmpty();
    }

    [Theory]
    [InlineData("read \u202efdp.exe\u001b[2J --json \u200bx")]
    [InlineData("no\u202esuch\u001bcommand")]
    [InlineData("ingest x --no\u202esuch\u001boption")]
    public async Task An_argument_is_echoed_with_what_nobody_sees_made_visible(string arguments)
    {
        var ran = await Ran.AgentAsync(servers.Variables(), arguments.Split(' '));

        ran.ExitCode.Should().NotBe(0);
        (ran.Output + ran.Errors).Should().NotContainAny("\u202e", "\u001b", "\u200b");
    }

    [Fact]
    public async Task A_file_of_arguments_is_not_read()
    {
        var file = servers.Keep("arguments.txt", "--help"u8.ToArray());

        var ran = await Ran.AgentAsync(servers.Variables(), $"@{file}");

        (ran.ExitCode, ran.Output).Should().Be((1, ""));
        ran.Errors.Should().Contain("(wrong-arguments)");
    }

    private string NewFolder() => Directory.CreateDirectory(Path.Combine(servers.Folder, Guid.NewGuid().ToString("N"))).FullName;

    private static async Task<string> PipeInAsync(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        using var made = Process.Start("mkfifo", [path]);
        await made.WaitForExitAsync(Cancel);
        return path;
    }
}
