using DolibarrAgent.DolibarrWrite;
using DolibarrAgent.Samples;
using DolibarrAgent.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.EndToEnd.Tests.Hostile;

/// <summary>What the environment says once the agent runs is heard no more.</summary>
public sealed class FlippedEnvironmentTests : IAsyncLifetime
{
    private Attacked attacked = null!;

    public async ValueTask InitializeAsync() => attacked = await Attacked.StartAsync();

    public ValueTask DisposeAsync() => attacked.DisposeAsync();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Flipped_in_mid_run_it_changes_neither_the_target_nor_the_way_there()
    {
        var variables = attacked.Anew();
        using var skill = Attacked.SkillWith(variables);
        await skill.Documents.GiveAsync("mail.eml", SampleEmail.With(SampleCatalogue.Hosting).ToBytes(), Cancel);
        var model = new ObedientModel(DolibarrPlugin.Of(skill, NullLogger.Instance));
        await model.CallAsync("create_third_party", new() { ["name"] = "Before the flip" }, Cancel);
        var prod = attacked.Two.Prod.Address.ToString();
        Dictionary<string, string> flipped = new()
        {
            ["DOLIBARR_TARGET"] = "prod",
            ["DOLIBARR_SANDBOX_URL"] = prod,
            ["DOLIBARR_SANDBOX_API_KEY"] = "prod-agent-key",
            ["DOLIBARR_PROD_WRITE_KEY"] = "prod-agent-key",
            ["HTTP_PROXY"] = prod,
            ["http_proxy"] = prod,
            ["ALL_PROXY"] = prod,
        };
        var before = flipped.Keys.ToDictionary(name => name, Environment.GetEnvironmentVariable);
        try
        {
            foreach (var (name, value) in flipped)
            {
                Environment.SetEnvironmentVariable(name, value);
                variables[name] = value;
            }

            var entered = await model.CallAsync("enter_invoice", new() { ["invoice"] = "invoice1" }, Cancel);
            await model.CallAsync("finish_changeset", null, Cancel);
            var next = await model.CallAsync("create_third_party", new() { ["name"] = "In the next changeset" }, Cancel);

            entered.Should().Contain("\"validated\":true");
            next.Should().Contain("\"done\"");
        }
        finally
        {
            foreach (var (name, value) in before)
            {
                Environment.SetEnvironmentVariable(name, value);
            }
        }
        TwoInstances.Writes(attacked.Two.Prod).Should().BeEmpty("with the target at the sandbox prod is read at most");
        TwoInstances.Writes(attacked.Two.Sandbox).Should().HaveCountGreaterThan(4);
    }

    [Fact]
    public async Task A_session_on_prod_stays_one_that_writes_nothing()
    {
        var variables = attacked.Anew();
        variables["DOLIBARR_TARGET"] = "prod";
        using var skill = Attacked.SkillWith(variables);
        variables["DOLIBARR_TARGET"] = "sandbox";
        var model = new ObedientModel(DolibarrPlugin.Of(skill, NullLogger.Instance));

        await model.ObeyAsync(Payload.Ours[2].Text, Cancel);

        model.Results.Should().Contain(r => r.Contains("target-is-prod", StringComparison.Ordinal)).And.NotContain(r => r.Contains("\"done\"", StringComparison.Ordinal));
        TwoInstances.Writes(attacked.Two.Prod).Concat(TwoInstances.Writes(attacked.Two.Sandbox)).Should().BeEmpty();
    }
}
