namespace DolibarrAgent.ReplayTool.Tests;

public sealed class CommandLineTests
{
    private static readonly Dictionary<string, string?> NoVariables = new() { ["DOLIBARR_CHANGESETS"] = Path.Combine(Path.GetTempPath(), $"nothing-here-{Environment.ProcessId}") };

    [Theory]
    [InlineData("")]
    [InlineData("--confirm")]
    [InlineData("verify")]
    [InlineData("changeset.json other.json")]
    [InlineData("--no-such-option")]
    [InlineData("--no-such-option changeset.json")]
    [InlineData("changeset.json --no-such-option")]
    [InlineData("changeset.json --code 1234")]
    [InlineData("rehearse changeset.json --code 1234")]
    [InlineData("verify --confirm changeset.json")]
    [InlineData("--confirm changeset.json --code")]
    public async Task Arguments_that_make_no_sense_end_with_1_and_one_error(string arguments)
    {
        var ran = await Ran.ReplayAsync(NoVariables, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        ran.ExitCode.Should().Be(1);
        ran.Output.Should().BeEmpty();
        ran.Errors.Should().StartWith("✗ wrong-arguments").And.Contain("replay --help");
    }

    [Fact]
    public async Task With_json_wrong_arguments_are_a_document_too()
    {
        var ran = await Ran.ReplayAsync(NoVariables, "--json");

        ran.ExitCode.Should().Be(1);
        ran.Json.GetProperty("problems")[0].GetProperty("code").GetString().Should().Be("wrong-arguments");
        ran.Json.GetProperty("exit").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task A_file_of_arguments_is_not_read()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "--version", TestContext.Current.CancellationToken);
        (await Ran.ReplayAsync(NoVariables, $"@{file}")).ExitCode.Should().Be(1);
        File.Delete(file);
    }

    [Theory]
    [InlineData("--help", "--confirm")]
    [InlineData("--version", "1.0.0")]
    public async Task Help_and_version_end_with_0(string argument, string said)
    {
        var ran = await Ran.ReplayAsync(NoVariables, argument);

        ran.ExitCode.Should().Be(0);
        ran.Output.Should().Contain(said);
    }

    [Fact]
    public async Task A_changeset_that_is_not_there_ends_with_1()
    {
        var ran = await Ran.ReplayAsync(NoVariables, "/no/such/changeset.json", "--json");

        ran.ExitCode.Should().Be(1);
        ran.Json.GetProperty("problems")[0].GetProperty("code").GetString().Should().Be("no-file");
    }

    [Fact]
    public async Task A_changeset_of_another_format_ends_with_4()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """{"format":"other/2"}""", TestContext.Current.CancellationToken);

        var ran = await Ran.ReplayAsync(NoVariables, file, "--json");

        ran.ExitCode.Should().Be(4);
        ran.Json.GetProperty("exit").GetInt32().Should().Be(4);
        File.Delete(file);
    }
}
