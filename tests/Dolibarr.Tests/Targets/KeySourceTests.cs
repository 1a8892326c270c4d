using System.Diagnostics;

namespace DolibarrAgent.Dolibarr.Tests;

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

        Faults(($"{Name}_FILE", File)).Should().ContainSingle().Which.Code.Should().Be(code);
    }

    [Fact]
    public void Nor_does_a_link_to_one()
    {
        Write(UnixFileMode.UserRead);
        var link = Path.Combine(folder, "link");
        System.IO.File.CreateSymbolicLink(link, File);

        Faults(($"{Name}_FILE", link)).Should().ContainSingle().Which.ToString().Should().Contain("link");
    }

    [Fact]
    public void Nor_does_a_pipe_and_nobody_waits_for_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there it is told what a file is.");
        Process.Start("mkfifo", ["-m", "600", File]).WaitForExit();

        Faults(($"{Name}_FILE", File)).Should().ContainSingle().Which.ToString().Should().Contain("pipe");
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Faults(($"{Name}_FILE", File)).Should().ContainSingle().Which.Should().Match<Fault>(it => it.Code == "key-unreadable" && it.Message.Contains(File));

    [Fact]
    public void An_open_file_gives_it()
    {
        Write(UnixFileMode.UserRead);
        // The program closes it: the number is this test's no more.
        var open = System.IO.File.OpenHandle(File);
        open.SetHandleAsInvalid();

        Read(($"{Name}_FD", Number(open))).ProdForWriting!.Key.Reveal().Should().Be("writekey");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("2")]
    [InlineData("-1")]
    [InlineData("three")]
    public void A_number_of_no_open_file_of_the_callers_is_refused(string number) =>
        Faults(($"{Name}_FD", number)).Should().ContainSingle().Which.Code.Should().Be("key-descriptor");

    [Fact]
    public void One_that_is_not_open_is_told() => Faults(($"{Name}_FD", "987")).Should().ContainSingle().Which.Code.Should().Be("key-unreadable");

    [Fact]
    public void Named_twice_it_is_refused()
    {
        Write(UnixFileMode.UserRead);

        Faults(($"{Name}_FILE", File), (Name, "writekey")).Should().ContainSingle().Which.Code.Should().Be("key-twice");
    }

    [Theory]
    [InlineData("service")]
    [InlineData("--all yes")]
    [InlineData("service dolibarr user")]
    public void An_entry_of_a_keyring_is_attributes_with_values(string entry) =>
        Faults(($"{Name}_SECRET", entry)).Should().ContainSingle().Which.Code.Should().Be("keyring-entry");

    [Fact]
    public void Without_the_program_that_asks_the_keyring_it_says_what_to_install()
    {
        Assert.SkipWhen(System.IO.File.Exists("/usr/bin/secret-tool") || System.IO.File.Exists("/usr/local/bin/secret-tool"), "It is here.");

        Faults(($"{Name}_SECRET", "service dolibarr user prod")).Should().ContainSingle().Which.ToString().Should().Contain("libsecret-tools");
    }

    [Theory]
    [InlineData("_FILE")]
    [InlineData("_FD")]
    [InlineData("_SECRET")]
    public void The_agent_refuses_whatever_says_where_the_key_that_writes_to_prod_is(string ending)
    {
        var faults = Settings.Read(new Dictionary<string, string?> { [Name + ending] = "" }, SettingsNeeds.AgentOffline).AllFaults;

        faults.Should().ContainSingle().Which.Should().Match<Fault>(it => it.Code == "write-key-present" && it.Place == Name + ending);
    }

    [Fact]
    public void What_only_looks_into_folders_reads_no_key() =>
        Settings.Read(new Dictionary<string, string?> { [$"{Variables.ProdApiKey}_FILE"] = "/nowhere/key" }, SettingsNeeds.FoldersOnly).AllFaults.Should().BeEmpty();

    private static string Number(Microsoft.Win32.SafeHandles.SafeFileHandle handle) => handle.DangerousGetHandle().ToString(System.Globalization.CultureInfo.InvariantCulture);

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

    private static Settings Read(params (string Name, string Value)[] more) => ((Checked<Settings>.Valid)Settings.Read(Set(more), SettingsNeeds.Confirm)).Value;

    private static System.Collections.Immutable.ImmutableArray<Fault> Faults(params (string Name, string Value)[] more) => Settings.Read(Set(more), SettingsNeeds.Confirm).AllFaults;
}
