using DolibarrAgent.Changesets;

namespace DolibarrAgent.Settings.Tests;

public class SettingsTests
{
    private static readonly Dictionary<string, string?> Both = new()
    {
        [Variables.ProdUrl] = "https://erp.example.com",
        [Variables.ProdApiKey] = "prodkey",
        [Variables.SandboxUrl] = "https://erp-sandbox.example.com",
        [Variables.SandboxApiKey] = "sandboxkey",
    };

    [Fact]
    public void The_target_is_prod_when_unset() => Read(SettingsNeeds.Agent, Both).Target.Should().Be(Target.Prod);

    [Theory]
    [InlineData("prod", Target.Prod)]
    [InlineData("sandbox", Target.Sandbox)]
    public void The_target_is_what_is_set(string text, Target target) =>
        Read(SettingsNeeds.Agent, Both, (Variables.Target, text)).Target.Should().Be(target);

    [Theory]
    [InlineData("Prod")]
    [InlineData("")]
    [InlineData("sandbox ")]
    [InlineData("production")]
    public void Any_other_target_is_a_problem_that_names_both(string text)
    {
        var problem = Problems(SettingsNeeds.Agent, Both, (Variables.Target, text)).Should().ContainSingle().Subject;
        problem.Should().Match<Problem>(it => it.Code.Text == "target-unknown" && it.Place == Variables.Target);
        problem.ToString().Should().Contain("prod").And.Contain("sandbox");
    }

    [Fact]
    public void The_agent_starts_with_the_sandbox_alone()
    {
        var settings = Read(SettingsNeeds.Agent, Without(Both, Variables.ProdUrl, Variables.ProdApiKey), (Variables.Target, "sandbox"));
        settings.At(Target.Sandbox).Should().NotBeNull();
        settings.At(Target.Prod).Should().BeNull();
    }

    [Fact]
    public void The_agent_on_prod_needs_prods_url_and_key() =>
        Problems(SettingsNeeds.Agent, []).Select(problem => problem.Place).Should().Equal(Variables.ProdUrl, Variables.ProdApiKey);

    [Theory]
    [InlineData("w")]
    [InlineData("")]
    public void The_agent_refuses_to_start_when_the_write_key_is_set_at_all(string key)
    {
        Problems(SettingsNeeds.Agent, Both, (Variables.ProdWriteKey, key)).Should().ContainSingle().Which.Code.Text.Should().Be("write-key-present");
        Problems(SettingsNeeds.AgentOffline, [], (Variables.ProdWriteKey, key)).Should().ContainSingle().Which.Code.Text.Should().Be("write-key-present");
    }

    [Fact]
    public void A_plan_needs_both_sides_and_no_write_key()
    {
        Problems(SettingsNeeds.Plan, []).Select(problem => problem.Place).Should()
            .Equal(Variables.ProdUrl, Variables.ProdApiKey, Variables.SandboxUrl, Variables.SandboxApiKey);
        Read(SettingsNeeds.Plan, Both, (Variables.ProdWriteKey, "w")).ProdForWriting.Should().BeNull();
    }

    [Fact]
    public void A_confirmation_needs_the_write_key()
    {
        Problems(SettingsNeeds.Confirm, Both).Should().ContainSingle().Which.Place.Should().Be(Variables.ProdWriteKey);
        var settings = Read(SettingsNeeds.Confirm, Both, (Variables.ProdWriteKey, "writekey"));
        settings.ProdForWriting!.Key.Reveal().Should().Be("writekey");
        settings.Prod!.Key.Reveal().Should().Be("prodkey");
    }

    [Fact]
    public void A_rehearsal_needs_the_sandbox_alone() =>
        Problems(SettingsNeeds.Rehearse, []).Select(problem => problem.Place).Should().Equal(Variables.SandboxUrl, Variables.SandboxApiKey);

    [Fact]
    public void The_urls_default_from_the_domain_and_the_names_of_the_instances()
    {
        var settings = Read(
            SettingsNeeds.Plan,
            Without(Both, Variables.ProdUrl, Variables.SandboxUrl),
            (Variables.Domain, "arcodange.lab"), (Variables.App, "dance-lessons-coach"), (Variables.SandboxEnvironment, "staging"));
        $"{settings.Prod!.Server} {settings.Sandbox!.Server}".Should()
            .Be("https://dance-lessons-coach.arcodange.lab https://dance-lessons-coach-staging.arcodange.lab");
    }

    [Fact]
    public void A_url_that_is_set_comes_before_the_domain() =>
        Read(SettingsNeeds.Agent, Both, (Variables.Domain, "arcodange.lab")).Prod!.Server.ToString().Should().Be("https://erp.example.com");

    [Theory]
    [InlineData("https://ERP.example.com:443/sandbox")]
    [InlineData("https://erp.example.com.")]
    public void Prod_and_sandbox_on_one_server_are_refused(string sandbox) =>
        Problems(SettingsNeeds.Plan, Both, (Variables.SandboxUrl, sandbox)).Should().ContainSingle().Which.Code.Text.Should().Be("same-origin");

    [Fact]
    public void The_same_server_is_refused_even_where_only_the_sandbox_is_needed() => Problems(
        SettingsNeeds.Agent,
        Without(Both, Variables.ProdApiKey),
        (Variables.Target, "sandbox"), (Variables.ProdUrl, "http://127.0.0.1:8080"), (Variables.SandboxUrl, "http://localhost:8080/sandbox"))
        .Should().ContainSingle().Which.Code.Text.Should().Be("same-origin");

    [Fact]
    public void The_sandbox_cannot_be_prod() =>
        Problems(SettingsNeeds.Agent, Both, (Variables.SandboxEnvironment, "prod")).Should().ContainSingle().Which.Code.Text.Should().Be("sandbox-is-prod");

    [Fact]
    public void All_problems_come_together_and_each_says_where()
    {
        var problems = Problems(
            SettingsNeeds.Agent,
            [],
            (Variables.Target, "Prod"), (Variables.ProdWriteKey, "w"), (Variables.ProdUrl, "http://erp.example.com/api/index.php"),
            (Variables.ProdApiKey, "a b"), (Variables.SandboxUrl, "nonsense"), (Variables.App, "ERP"));
        problems.Select(problem => (problem.Place, problem.Code.Text)).Should().Equal(
            (Variables.Target, "target-unknown"),
            (Variables.ProdWriteKey, "write-key-present"),
            (Variables.App, "name-not-kebab-case"),
            (Variables.ProdUrl, "url-not-https"),
            (Variables.ProdUrl, "url-names-api"),
            (Variables.ProdApiKey, "key-malformed"),
            (Variables.SandboxUrl, "url-malformed"));
    }

    [Fact]
    public void No_problem_repeats_a_key() =>
        string.Concat(Problems(SettingsNeeds.Agent, Both, (Variables.ProdWriteKey, "hush-w"), (Variables.ProdApiKey, "hush p"), (Variables.SandboxApiKey, "hush\ts")))
            .Should().NotContain("hush");

    [Fact]
    public void The_folder_and_the_ledger_have_defaults()
    {
        var settings = Read(SettingsNeeds.FoldersOnly, []);
        (settings.ChangesetsFolder, settings.Ledger).Should().Be(("changesets", new LedgerPlace.File(Path.Combine("changesets", "ledger.db"))));
        Read(SettingsNeeds.FoldersOnly, [], (Variables.Changesets, "/data/cs")).Ledger.Should().Be(new LedgerPlace.File(Path.Combine("/data/cs", "ledger.db")));
        Read(SettingsNeeds.FoldersOnly, [], (Variables.Ledger, "/data/l.db")).Ledger.Should().Be(new LedgerPlace.File("/data/l.db"));
    }

    private static ProgramSettings Read(
        SettingsNeeds needs, Dictionary<string, string?> variables, params (string Name, string Value)[] more) =>
        Known.Valid(ProgramSettings.Read(Joined(variables, more), needs));

    private static IEnumerable<Problem> Problems(SettingsNeeds needs, Dictionary<string, string?> variables, params (string Name, string Value)[] more) =>
        ProgramSettings.Read(Joined(variables, more), needs).AllProblems;

    private static Dictionary<string, string?> Joined(Dictionary<string, string?> variables, (string Name, string Value)[] more)
    {
        var joined = new Dictionary<string, string?>(variables);
        foreach (var (name, value) in more)
        {
            joined[name] = value;
        }

        return joined;
    }

    private static Dictionary<string, string?> Without(Dictionary<string, string?> variables, params string[] names) =>
        variables.Where(pair => !names.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value);
}
