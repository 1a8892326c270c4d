namespace DolibarrAgent.AgentHost.Tests;

/// <summary>The program as a whole.</summary>
public sealed class ProgramTests(Servers servers)
{
    private static readonly Dictionary<string, string> None = [];

    public static TheoryData<string> Commands =>
        ["read MAIL", "read MAIL --json", "ingest MAIL --json", "run enter --email MAIL", "chat --email MAIL", "mcp --email MAIL",
            "set-iban --supplier X --iban Y", "discard MAIL", "doctor", "names --app erp --env sandbox", "config"];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task With_a_write_key_for_prod_in_sight_no_command_starts(string arguments)
    {
        var variables = new Dictionary<string, string>(servers.Variables()) { ["DOLIBARR_PROD_WRITE_KEY"] = "prod-agent-key" };

        var ran = await Ran.AgentAsync(variables, [.. arguments.Split(' ').Select(a => a == "MAIL" ? servers.Mail : a)]);

        ran.ExitCode.Should().Be(4);
        ran.Output.Should().BeEmpty();
        ran.Errors.Should().Contain("DOLIBARR_PROD_WRITE_KEY").And.NotContain("prod-agent-key");
        ran.Errors.Trim().Split('\n').Should().ContainSingle();
        Servers.Writes(servers.Sandbox).Should().BeEmpty();
    }

    [Fact]
    public async Task Those_are_all_the_commands()
    {
        var help = await Ran.AgentAsync(None, "--help");
        var commands = help.Output.Split("Commands:\n")[1].Split("\n\n")[0].Split('\n').Where(line => line.Length > 2 && line[2] != ' ')
            .Select(line => line.Trim().Split(' ')[0]);

        // The last two tell of the program itself, as its help does.
        commands.Should().BeEquivalentTo(Commands.Select(row => row.Data.Split(' ')[0]).Distinct().Concat(["completion", "man"]));
    }

    [Theory]
    [InlineData("ingest MAIL --target prod")]
    [InlineData("ingest MAIL --target=prod")]
    [InlineData("ingest --prod MAIL")]
    [InlineData("ingest MAIL --url https://erp.example")]
    [InlineData("--env prod ingest MAIL")]
    [InlineData("discard MAIL --instance:erp")]
    [InlineData("ingest MAIL DOLIBARR_TARGET=prod")]
    [InlineData("ingest MAIL --confirm")]
    public async Task No_argument_names_a_target(string arguments)
    {
        var ran = await Ran.AgentAsync(servers.Variables(), [.. arguments.Split(' ').Select(a => a == "MAIL" ? servers.Mail : a)]);

        ran.ExitCode.Should().Be(4);
        ran.Output.Should().BeEmpty();
        ran.Errors.Should().Contain("target-is-fixed").And.Contain("DOLIBARR_TARGET=sandbox").And.Contain("replay --confirm");
        Servers.Writes(servers.Sandbox).Should().BeEmpty();
    }

    [Fact]
    public async Task An_empty_write_key_is_set_too() =>
        (await Ran.AgentAsync(new Dictionary<string, string> { ["DOLIBARR_PROD_WRITE_KEY"] = "" }, "names")).ExitCode.Should().Be(4);

    [Theory]
    [InlineData("injest x", "`agent ingest`")]
    [InlineData("read x --jsno", "--json")]
    public async Task What_is_mistyped_is_asked_after(string arguments, string meant) =>
        (await Ran.AgentAsync(None, arguments.Split(' '))).Errors.Should().Contain($"Did you mean {meant}?");

    [Fact]
    public async Task Help_may_be_asked_for_by_that_word_and_says_the_exit_codes()
    {
        var help = (await Ran.AgentAsync(None, "help")).Output;

        help.Should().Be((await Ran.AgentAsync(None, "--help")).Output).And.Contain("Exit codes:").And.Contain("agent <command> [options]");
        (await Ran.AgentAsync(None, "--version")).Output.Should().StartWith("agent 1.0.0");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("--version")]
    [InlineData("ingest --help")]
    public async Task Help_and_version_are_given_all_the_same(string arguments)
    {
        var ran = await Ran.AgentAsync(new Dictionary<string, string> { ["DOLIBARR_PROD_WRITE_KEY"] = "x" }, arguments.Split(' '));

        ran.ExitCode.Should().Be(0);
        ran.Output.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("read")]
    [InlineData("ingest")]
    [InlineData("enter x")]
    [InlineData("read x --yes")]
    public async Task Bad_usage_is_exit_code_1(string arguments) =>
        (await Ran.AgentAsync(None, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ExitCode.Should().Be(1);

    [Fact]
    public async Task Every_derived_name_of_an_instance_is_printed()
    {
        var ran = await Ran.AgentAsync(None, "names", "--app", "erp", "--env", "sandbox", "--json");

        ran.ExitCode.Should().Be(0);
        ran.Json.GetProperty("PostgreSQL owner role").GetString().Should().Be("erp_sandbox_role");
        ran.Json.GetProperty("Vault configuration").GetString().Should().Be("kvv2/erp-sandbox/config");
        ran.Json.EnumerateObject().Should().HaveCountGreaterThan(12);
    }

    [Fact]
    public async Task A_name_that_is_none_is_said()
    {
        var ran = await Ran.AgentAsync(None, "names", "--app", "Erp");

        ran.ExitCode.Should().Be(1);
        ran.Errors.Should().Contain("lower-case");
    }

    [Fact]
    public void What_writes_to_prod_is_not_in_the_programs_folder() =>
        Directory.GetFiles(Ran.Folder, "DolibarrAgent.*.dll").Select(Path.GetFileName).Should().NotBeEmpty().And.NotContain("DolibarrAgent.Replay.dll");
}
