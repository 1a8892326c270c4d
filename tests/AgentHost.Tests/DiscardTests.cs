using System.Text.Json;
using DolibarrAgent.Simulator;

namespace DolibarrAgent.AgentHost.Tests;

/// <summary><c>agent discard</c>: what it prints, and what it ends with.</summary>
public sealed class DiscardTests(Servers servers)
{
    [Fact]
    public async Task What_was_ingested_and_is_not_wanted_is_out_of_the_sandbox_again()
    {
        await using var sandbox = await Servers.SandboxAsync();
        // One of its own: that the shared one is never asked anything is a fact of other tests.
        await using var prod = await SimulatedDolibarr.StartAsync(new SimulatorOptions { Keys = [SimulatedKey.Read("reader=prod-reader-key:read", out _)!], Production = true }, CancellationToken.None);
        var variables = new Dictionary<string, string>(servers.Variables(sandbox)) { ["DOLIBARR_PROD_URL"] = prod.Address.ToString() };
        var changeset = (await Ran.AgentAsync(variables, "ingest", servers.Mail, "--json")).Json.GetProperty("changeset").GetString()!;

        var ran = await Ran.AgentAsync(variables, "discard", changeset, "--json");
        var again = await Ran.AgentAsync(variables, "discard", Path.GetDirectoryName(changeset)!);

        ran.ExitCode.Should().Be(0, ran.Errors);
        ran.Json.EnumerateObject().Select(m => m.Name).Should().Equal("changeset", "discarded", "left");
        ran.Json.GetProperty("discarded").GetBoolean().Should().BeTrue();
        again.ExitCode.Should().Be(0, again.Errors);
        again.Output.Should().ContainAll("Discarded: ", "Nothing of it is left on erp-sandbox");
        using var person = sandbox.ClientOf("agent");
        (await person.GetStringAsync(new Uri("supplierinvoices", UriKind.Relative), TestContext.Current.CancellationToken)).Should().Be("[]");
    }

    [Fact]
    public async Task What_cannot_be_taken_out_is_named_and_ends_with_1()
    {
        await using var sandbox = await Servers.SandboxAsync();
        await using var prod = await SimulatedDolibarr.StartAsync(new SimulatorOptions { Keys = [SimulatedKey.Read("reader=prod-reader-key:read", out _)!], Production = true }, CancellationToken.None);
        var variables = new Dictionary<string, string>(servers.Variables(sandbox)) { ["DOLIBARR_PROD_URL"] = prod.Address.ToString() };
        var changeset = (await Ran.AgentAsync(variables, "ingest", servers.Mail, "--json")).Json.GetProperty("changeset").GetString()!;
        using (var person = sandbox.ClientOf("agent"))
        using (var body = new StringContent("""{"paid":1,"paye":1,"status":2,"statut":2}""", System.Text.Encoding.UTF8, "application/json"))
        {
            await person.PutAsync(new Uri("supplierinvoices/1", UriKind.Relative), body, TestContext.Current.CancellationToken);
        }

        var ran = await Ran.AgentAsync(variables, "discard", changeset);

        ran.ExitCode.Should().Be(1);
        ran.Output.Should().Contain("run the same command again");
        ran.Errors.Should().Contain("op2").And.Contain("paid").And.Contain("op1");
    }

    [Theory]
    [InlineData("prod")]
    [InlineData(null)]
    public async Task With_the_target_at_prod_or_unset_it_is_refused(string? target)
    {
        var variables = servers.Variables();
        variables.Remove("DOLIBARR_TARGET");
        if (target is not null)
        {
            variables["DOLIBARR_TARGET"] = target;
        }

        var ran = await Ran.AgentAsync(variables, "discard", servers.Folder, "--json");

        ran.ExitCode.Should().Be(4);
        ran.Json.GetProperty("problems")[0].GetProperty("code").GetString().Should().Be("target-is-prod");
    }

    [Fact]
    public async Task A_changeset_that_is_not_there_is_exit_code_1()
    {
        var ran = await Ran.AgentAsync(servers.Variables(), "discard", "/no/such/changeset.json", "--json");

        ran.ExitCode.Should().Be(1);
        ran.Json.GetProperty("discarded").ValueKind.Should().Be(JsonValueKind.False);
    }
}
