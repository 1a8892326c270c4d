namespace DolibarrAgent.ReplayTool.Tests;

public sealed class ReviewFileTests : ProgramTest, IDisposable
{
    private static readonly Dictionary<string, string?> NoVariables = new() { ["DOLIBARR_CHANGESETS"] = Path.Combine(Path.GetTempPath(), $"nothing-here-{Environment.ProcessId}") };

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("review-");
    private string? changeset;

    private string Html => Path.Combine(folder.FullName, "review.html");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_review_needs_no_Dolibarr_and_no_settings()
    {
        var ran = await ReviewAsync();

        ran.ExitCode.Should().Be(0);
        ran.Errors.Should().BeEmpty();
        ran.Output.Should().Contain("Operations (4)").And.NotContain("Plan for");
    }

    [Fact]
    public async Task It_goes_into_one_file_in_the_language_that_was_asked_for()
    {
        var ran = await ReviewAsync("--html", Html, "--language", "fr");

        ran.ExitCode.Should().Be(0);
        ran.Output.Should().Contain("Written:").And.NotContain("Operations (4)");
        (await File.ReadAllTextAsync(Html, Cancel)).Should().StartWith("<!DOCTYPE html>\n<html lang=\"fr\">").And.EndWith("</html>\n");
        folder.GetFiles().Should().ContainSingle();
    }

    [Fact]
    public async Task A_file_that_is_there_is_left_as_it_is_unless_it_may_be_replaced()
    {
        await File.WriteAllTextAsync(Html, "mine", Cancel);
        var refused = await ReviewAsync("--html", Html, "--json");

        refused.ExitCode.Should().Be(1);
        CodesOf(refused).Should().Equal("output-exists");
        (await File.ReadAllTextAsync(Html, Cancel)).Should().Be("mine");
        folder.GetFiles().Should().ContainSingle();

        var forced = await ReviewAsync("--html", Html, "--force", "--json");
        forced.ExitCode.Should().Be(0);
        forced.Json.GetProperty("written")[0].GetString().Should().Be(Html);
        (await File.ReadAllTextAsync(Html, Cancel)).Should().StartWith("<!DOCTYPE html>");
    }

    [Fact]
    public async Task No_folder_is_made_for_it()
    {
        var ran = await ReviewAsync("--html", Path.Combine(folder.FullName, "no", "such.html"), "--json");

        ran.ExitCode.Should().Be(1);
        CodesOf(ran).Should().Equal("no-output-folder");
    }

    [Fact]
    public async Task Another_language_is_an_error() => (await ReviewAsync("--language", "de")).ExitCode.Should().Be(1);

    private async Task<Ran> ReviewAsync(params string[] options) => await Ran.ReplayAsync(NoVariables, ["review", changeset ??= await Two.RecordMainJobAsync(), .. options]);
}
