namespace DolibarrAgent.ReplayTool.Tests;

public sealed class CommandLineTests
{
    private static readonly Dictionary<string, string?> NoVariables = new() { ["DOLIBARR_CHANGESETS"] = Path.Combine(Path.GetTempPath(), $"nothing-here-{Environment.ProcessId}") };

    [Theory]
    [InlineData("")]
    [InlineData("--confirm")]
    [InlineData("verify")]
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

    public static TheoryData<string> EveryCommand =>
        ["", "desk", "status", "plan", "review", "reject", "rehearse", "verify", "history", "revert", "enroll", "accept", "completion",
            "man"];

    [Theory]
    [MemberData(nameof(EveryCommand))]
    public async Task Help_of_a_command_says_how_it_is_called_and_fits_into_a_hundred_columns(string command)
    {
        var help = await Ran.ReplayAsync(NoVariables, [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        help.ExitCode.Should().Be(0, help.Errors);
        var usage = help.Output.Split('\n').SkipWhile(line => line != "Usage:").Skip(1).First();
        usage.Should().StartWith($"  replay {command}".TrimEnd()).And.NotContain("... plan");
        help.Output.Split('\n').Should().OnlyContain(line => line.Length <= 100);
    }

    [Fact]
    public async Task Help_of_the_program_has_every_command_its_variables_its_exit_codes_and_three_examples()
    {
        var help = (await Ran.ReplayAsync(NoVariables, "--help")).Output;

        foreach (var command in EveryCommand.Select(row => row.Data).Where(name => name.Length > 0))
        {
            help.Should().Contain($"\n  {command} ");
        }
        help.Should().Contain("DOLIBARR_PROD_WRITE_KEY").And.Contain("\n  5  What became of an operation is unknown");
        help.Split("Examples:")[1].Split("Environment")[0].Split('\n').Count(line => line.StartsWith("  replay", StringComparison.Ordinal))
            .Should().Be(3);
    }

    [Fact]
    public async Task Help_is_in_the_readers_language()
    {
        var french = new Dictionary<string, string?> { ["LC_ALL"] = "fr_FR.UTF-8" };

        (await Ran.ReplayAsync(french, "reject", "--help")).Output.Should().StartWith("Refuse un changeset").And.Contain("Utilisation :");
        (await Ran.ReplayAsync(NoVariables, "reject", "--help", "--language", "fr")).Output.Should().StartWith("Refuse un changeset");
    }

    [Fact]
    public async Task Help_may_be_asked_for_by_that_word()
    {
        (await Ran.ReplayAsync(NoVariables, "help")).Output.Should().Be((await Ran.ReplayAsync(NoVariables, "--help")).Output);
        (await Ran.ReplayAsync(NoVariables, "help", "plan")).Output.Should()
            .Be((await Ran.ReplayAsync(NoVariables, "plan", "--help")).Output);
    }

    [Theory]
    [InlineData("stauts", "`replay status`")]
    [InlineData("--confrim changeset.json", "--confirm")]
    [InlineData("plan --statment", "--statement")]
    public async Task What_is_mistyped_is_asked_after(string arguments, string meant)
    {
        var ran = await Ran.ReplayAsync(NoVariables, arguments.Split(' '));

        ran.ExitCode.Should().Be(1);
        ran.Errors.Should().Contain($"Did you mean {meant}?");
    }

    [Theory]
    [InlineData("changesets-of-may")]
    [InlineData("./stauts")]
    public async Task What_is_like_no_command_is_a_changeset_that_is_not_there(string path)
    {
        var ran = await Ran.ReplayAsync(NoVariables, path);

        ran.Errors.Should().Contain("no-file").And.NotContain("Did you mean");
    }

    [Theory]
    [InlineData("--help", "--confirm")]
    [InlineData("--version", "replay 1.0.0")]
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
