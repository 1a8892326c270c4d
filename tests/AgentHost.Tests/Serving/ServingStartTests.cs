namespace DolibarrAgent.AgentHost.Tests;

/// <summary>What <c>agent mcp</c> does not begin with. A client that reads its output reads nothing.</summary>
public sealed class ServingStartTests(Servers servers)
{
    [Theory]
    [InlineData("DOLIBARR_TARGET", null, "target-is-prod", 4)]
    [InlineData("DOLIBARR_TARGET", "prod", "target-is-prod", 4)]
    [InlineData("DOLIBARR_SANDBOX_URL", null, "url-missing", 1)]
    [InlineData("DOLIBARR_SANDBOX_API_KEY", null, "key-missing", 1)]
    [InlineData("DOLIBARR_PROD_WRITE_KEY", "prod-agent-key", "DOLIBARR_PROD_WRITE_KEY", 4)]
    public async Task It_refuses_where_it_may_not_write_or_cannot(string variable, string? value, string said, int exit)
    {
        var variables = servers.Variables();
        variables.Remove(variable);
        if (value is not null)
        {
            variables[variable] = value;
        }

        var ran = await Ran.AgentAsync(variables, "mcp", "--email", servers.Mail);

        (ran.ExitCode, ran.Output).Should().Be((exit, ""), ran.Errors);
        ran.Errors.Should().Contain(said);
    }

    [Theory]
    [InlineData("--email missing.eml")]
    [InlineData("--documents missing")]
    [InlineData("--nonsense")]
    [InlineData("--writes 0")]
    public async Task It_does_not_start_with_what_is_not_there_or_not_understood(string arguments)
    {
        var ran = await Ran.AgentAsync(servers.Variables(), ["mcp", .. arguments.Split(' ')]);

        (ran.ExitCode, ran.Output).Should().Be((1, ""), ran.Errors);
        ran.Errors.Should().Contain(arguments.Split(' ')[0].TrimStart('-') is "email" or "documents" ? "file-missing" : arguments.Split(' ')[0]);
    }
}
