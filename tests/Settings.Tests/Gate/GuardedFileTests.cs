namespace DolibarrAgent.Settings.Tests;

public sealed class GuardedFileTests : IDisposable
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode MyFolder = Mine | UnixFileMode.UserExecute;

    private readonly string folder = Directory.CreateTempSubdirectory("gate-").FullName;

    private string Policy => Path.Combine(folder, "policy.json");

    [Fact]
    public void A_file_that_only_its_owner_writes_counts() => FaultWith(Mine | UnixFileMode.GroupRead | UnixFileMode.OtherRead).Should().BeNull();

    [Theory]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void A_file_that_others_may_write_does_not(UnixFileMode more) => FaultWith(Mine | more)!.Code.Should().Be("writable-by-others");

    [Fact]
    public void Nor_one_in_a_folder_where_others_may_put_another_in_its_place()
    {
        Set(folder, MyFolder | UnixFileMode.OtherWrite);

        var fault = FaultWith(Mine)!;

        fault.Place.Should().Be(folder);
        fault.ToString().Should().Contain($"chmod go-w {folder}");
    }

    [Fact]
    public void Nor_one_that_is_a_link_to_a_file_that_others_may_write()
    {
        var real = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "open")).FullName, "policy.json");
        File.WriteAllText(real, "{}");
        Set(real, Mine | UnixFileMode.OtherWrite);
        File.CreateSymbolicLink(Policy, real);

        GuardedFile.FaultOf(Policy, "the policy")!.Code.Should().Be("writable-by-others");
    }

    [Theory]
    [InlineData("nowhere.json")]
    [InlineData("no-folder/policy.json")]
    [InlineData("policy.json")]
    public void Nor_a_link_that_leads_nowhere_or_to_itself(string target)
    {
        File.CreateSymbolicLink(Policy, Path.Combine(folder, target));

        var fault = GuardedFile.FaultOf(Policy, "the policy")!;

        (fault.Code, fault.Place).Should().Be(("leads-nowhere", Policy));
        fault.ToString().Should().Contain($"rm {Policy}");
    }

    [Fact]
    public void Nor_one_of_another_user()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && OperatingSystem.IsLinux(), "Only root can give a file to another user.");
        File.WriteAllText(Policy, "{}");
        System.Diagnostics.Process.Start("chown", ["nobody", Policy]).WaitForExit();

        GuardedFile.FaultOf(Policy, "the policy")!.Code.Should().Be("owned-by-another");
    }

    [Fact]
    public void A_file_that_is_not_there_is_no_fault() => GuardedFile.FaultOf(Policy, "the policy").Should().BeNull();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Fault? FaultWith(UnixFileMode mode)
    {
        File.WriteAllText(Policy, "{}");
        Set(Policy, mode);
        return GuardedFile.FaultOf(Policy, "the policy");
    }

    private static void Set(string path, UnixFileMode mode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other rights.");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
