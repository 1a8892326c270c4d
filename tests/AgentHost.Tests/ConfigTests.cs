namespace DolibarrAgent.AgentHost.Tests;

/// <summary><c>agent config</c>, and that the programs take their settings from the file.</summary>
public sealed class ConfigTests(Servers servers) : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("config-").FullName;

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Fact]
    public async Task It_says_what_counts_and_where_from_and_shows_no_key()
    {
        Write("""{ "DOLIBARR_APP": "shop", "DOLIBARR_DOMAIN": "example.org" }""");

        var ran = await Ran.AgentAsync(new Dictionary<string, string>
        {
            ["XDG_CONFIG_HOME"] = home,
            ["DOLIBARR_APP"] = "erp",
            ["DOLIBARR_PROD_API_KEY"] = "very-secret",
            ["DOLIBARR_LEDGER"] = "postgresql://me:very-secret@host/ledger",
        }, "config");

        ran.ExitCode.Should().Be(0, ran.Errors);
        ran.Output.Should().Contain("Profile main of").And.MatchRegex("DOLIBARR_APP +erp +environment, before the file")
            .And.MatchRegex("DOLIBARR_DOMAIN +example.org +profile main").And.MatchRegex("DOLIBARR_TARGET +prod +default")
            .And.MatchRegex("DOLIBARR_PROD_API_KEY +\\(set\\)").And.NotContain("very-secret");
    }

    [Fact]
    public async Task What_the_file_says_is_what_the_program_does()
    {
        await using var sandbox = await Pages.Printed.SandboxAsync();
        var variables = servers.Variables(sandbox);
        var inFile = variables.Where(one => MayBeInFile(one.Key)).ToList();
        var file = string.Join(", ", inFile.Select(one => $"\"{one.Key}\": {System.Text.Json.JsonSerializer.Serialize(one.Value)}"));
        Write($$"""{ {{file}} }""");
        var rest = variables.Except(inFile).ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal);
        rest["XDG_CONFIG_HOME"] = home;

        var ran = await Ran.AgentAsync(rest, "ingest", servers.Mail, "--json");

        ran.ExitCode.Should().Be(0, ran.Errors);
    }

    [Fact]
    public async Task A_file_with_a_key_in_it_stops_every_command_but_help()
    {
        Write("""{ "DOLIBARR_PROD_API_KEY": "very-secret" }""");
        var variables = new Dictionary<string, string> { ["XDG_CONFIG_HOME"] = home };

        var (config, help) = (await Ran.AgentAsync(variables, "config"), await Ran.AgentAsync(variables, "--help"));

        (config.ExitCode, help.ExitCode).Should().Be((4, 0));
        config.Errors.Should().Contain("config-holds-key").And.NotContain("very-secret");
    }

    private static bool MayBeInFile(string name) =>
        name.StartsWith("DOLIBARR_", StringComparison.Ordinal) && !name.EndsWith("_KEY", StringComparison.Ordinal)
            && name != "DOLIBARR_TARGET";

    private void Write(string profile)
    {
        Directory.CreateDirectory(Path.Combine(home, "dolibarr-agent"));
        File.WriteAllText(
            Path.Combine(home, "dolibarr-agent", "config.json"),
            $$"""{ "format": "dolibarr-config/1", "profile": "main", "profiles": { "main": {{profile}} } }""");
    }
}
