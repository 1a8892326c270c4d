using DolibarrAgent.Changesets;

namespace DolibarrAgent.Settings.Tests;

public sealed class GuardedFileTests : IDisposable
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode MyFolder = Mine | UnixFileMode.UserExecute;

    private readonly string folder = Directory.CreateTempSubdirectory("gate-").FullName;

    private string Policy => Path.Combine(folder, "policy.json");

    [Fact]
    public void A_file_that_only_its_owner_writes_counts() => ProblemWith(Mine | UnixFileMode.GroupRead | UnixFileMode.OtherRead).Should().BeNull();

    [Theory]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void A_file_that_others_may_write_does_not(UnixFileMode more) => ProblemWith(Mine | more)!.Code.Text.Should().Be("writable-by-others");

    [Fact]
    public void Nor_one_in_a_folder_where_others_may_put_another_in_its_place()
    {
        Set(folder, MyFolder | UnixFileMode.OtherWrite);

        var problem = ProblemWith(Mine)!;

        problem.Place.Should().Be(folder);
        problem.ToString().Should().Contain($"chmod go-w {folder}");
    }

    [Fact]
    public void Nor_one_that_is_a_link_to_a_file_that_others_may_write()
    {
        var real = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "open")).FullName, "policy.json");
        File.WriteAllText(real, "{}");
        Set(real, Mine | UnixFileMode.OtherWrite);
        File.CreateSymbolicLink(Policy, real);

        GuardedFile.ProblemOf(Policy, "the policy")!.Code.Text.Should().Be("writable-by-others");
    }

    [Theory]
    [InlineData("nowhere.json")]
    [InlineData("no-folder/policy.json")]
    [InlineData("policy.json")]
    public void Nor_a_link_that_leads_nowhere_or_to_itself(string target)
    {
        File.CreateSymbolicLink(Policy, Path.Combine(folder, target));

        var problem = GuardedFile.ProblemOf(Policy, "the policy")!;

        (problem.Code.Text, problem.Place).Should().Be(("leads-nowhere", Policy));
        problem.ToString().Should().Contain($"rm {Policy}");
    }

    [Fact]
    public void Nor_one_of_another_user()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && OperatingSystem.IsLinux(), "Only root can give a file to another user.");
        File.WriteAllText(Policy, "{}");
        System.Diagnostics.Process.Start("chown", ["nobody", Policy]).WaitForExit();

        GuardedFile.ProblemOf(Policy, "the policy")!.Code.Text.Should().Be("owned-by-another");
    }

    [Fact]
    public void A_file_that_is_not_there_is_no_problem() => GuardedFile.ProblemOf(Policy, "the policy").Should().BeNull();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Problem? ProblemWith(UnixFileMode mode)
    {
        File.WriteAllText(Policy, "{}");
        Set(Policy, mode);
        return GuardedFile.ProblemOf(Policy, "the policy");
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
