namespace DolibarrAgent.EndToEnd.Tests;

/// <summary>The agent's process and prod.</summary>
public sealed class AgentGateTests : IAsyncLifetime
{
    private TwoServers two = null!;

    public async ValueTask InitializeAsync() => two = await TwoServers.StartAsync();

    public ValueTask DisposeAsync() => two.DisposeAsync();

    [Theory]
    [InlineData("prod")]
    [InlineData(null)]
    public async Task With_the_target_at_prod_or_unset_it_enters_nothing_anywhere(string? target)
    {
        var variables = two.Agent;
        variables.Remove("DOLIBARR_TARGET");
        if (target is not null)
        {
            variables["DOLIBARR_TARGET"] = target;
        }

        var ran = await Ran.AgentAsync(variables, "ingest", two.Mail());

        ran.ExitCode.Should().Be(4);
        (ran.Output + ran.Errors).Should().Contain("DOLIBARR_TARGET=sandbox");
        (TwoServers.Writes(two.Prod) + TwoServers.Writes(two.Sandbox)).Should().Be(0);
    }

    [Fact]
    public async Task With_a_write_key_for_prod_in_its_environment_it_refuses_to_start()
    {
        var ran = await Ran.AgentAsync(two.Person, "read", two.Mail());

        ran.ExitCode.Should().Be(4);
        ran.Errors.Should().Contain("DOLIBARR_PROD_WRITE_KEY").And.NotContain("prod-agent-key");
    }

    [Theory]
    [InlineData("Prod")]
    [InlineData("")]
    [InlineData("production")]
    public async Task A_target_that_is_none_names_both(string target)
    {
        var variables = two.Agent;
        variables["DOLIBARR_TARGET"] = target;

        var ran = await Ran.AgentAsync(variables, "ingest", two.Mail());

        ran.ExitCode.Should().NotBe(0);
        ran.Errors.Should().Contain("prod").And.Contain("sandbox");
    }
}
