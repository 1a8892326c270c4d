using System.Diagnostics;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Settings.Tests;

/// <summary>Where the key that writes to prod comes from, in place of a variable that holds it.</summary>
public sealed class KeySourceTests : IDisposable
{
    private const string Name = Variables.ProdWriteKey;

    private readonly string folder = Directory.CreateTempSubdirectory("keys-").FullName;

    private string File => Path.Combine(folder, "key");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_file_of_its_owner_alone_gives_it_without_the_line_end()
    {
        Write(UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Read(($"{Name}_FILE", File)).ProdForWriting!.Key.Reveal().Should().Be("writekey");
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead, "key-readable-by-others")]
    [InlineData(UnixFileMode.OtherRead, "key-readable-by-others")]
    [InlineData(UnixFileMode.OtherWrite, "writable-by-others")]
    public void A_file_that_others_may_read_does_not(UnixFileMode more, string code)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other rights.");
        Write(UnixFileMode.UserRead | more);

        Problems(($"{Name}_FILE", File)).Should().ContainSingle().Which.Code.Text.Should().Be(code);
    }

    [Fact]
    public void Nor_does_a_link_to_one()
    {
        Write(UnixFileMode.UserRead);
        var link = Path.Combine(folder, "link");
        System.IO.File.CreateSymbolicLink(link, File);

        Problems(($"{Name}_FILE", link)).Should().ContainSingle().Which.ToString().Should().Contain("link");
    }

    [Fact]
    public void Nor_does_a_pipe_and_nobody_waits_for_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there it is told what a file is.");
        Process.Start("mkfifo", ["-m", "600", File]).WaitForExit();

        Problems(($"{Name}_FILE", File)).Should().ContainSingle().Which.ToString().Should().Contain("pipe");
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Problems(($"{Name}_FILE", File)).Should().ContainSingle().Which.Should().Match<Problem>(it => it.Code.Text == "key-unreadable" && it.Message.Contains(File));

    [Theory]
    [InlineData("_FD", "3")]
    [InlineData("_SECRET", "service dolibarr user prod")]
    public void Other_places_are_for_replay_which_has_looked_there_before(string ending, string value) =>
        Problems((Name + ending, value)).Should().ContainSingle().Which.Code.Text.Should().Be("key-source");

    [Fact]
    public void Named_twice_it_is_refused()
    {
        Write(UnixFileMode.UserRead);

        Problems(($"{Name}_FILE", File), (Name, "writekey")).Should().ContainSingle().Which.Code.Text.Should().Be("key-twice");
    }

    [Theory]
    [InlineData("_FILE")]
    [InlineData("_FD")]
    [InlineData("_SECRET")]
    public void The_agent_refuses_whatever_says_where_the_key_that_writes_to_prod_is(string ending)
    {
        var problems = ProgramSettings.Read(new Dictionary<string, string?> { [Name + ending] = "" }, SettingsNeeds.AgentOffline).AllProblems;

        problems.Should().ContainSingle().Which.Should().Match<Problem>(it => it.Code.Text == "write-key-present" && it.Place == Name + ending);
    }

    [Fact]
    public void What_only_looks_into_folders_reads_no_key() =>
        ProgramSettings.Read(new Dictionary<string, string?> { [$"{Variables.ProdApiKey}_FILE"] = "/nowhere/key" }, SettingsNeeds.FoldersOnly).AllProblems.Should().BeEmpty();

    private void Write(UnixFileMode mode)
    {
        System.IO.File.WriteAllText(File, "writekey\n");
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(File, mode);
        }
    }

    private static Dictionary<string, string?> Set((string Name, string Value)[] more) => new(
        more.Select(one => KeyValuePair.Create(one.Name, (string?)one.Value)).Concat(
        [
            new(Variables.ProdUrl, "https://erp.example.com"), new(Variables.ProdApiKey, "prodkey"), new(Variables.SandboxUrl, "https://erp-sandbox.example.com"), new(Variables.SandboxApiKey, "sandboxkey"),
        ]),
        StringComparer.Ordinal);

    private static ProgramSettings Read(params (string Name, string Value)[] more) => ((Checked<ProgramSettings>.Valid)ProgramSettings.Read(Set(more), SettingsNeeds.Confirm)).Value;

    private static System.Collections.Immutable.ImmutableArray<Problem> Problems(params (string Name, string Value)[] more) => ProgramSettings.Read(Set(more), SettingsNeeds.Confirm).AllProblems;
}
