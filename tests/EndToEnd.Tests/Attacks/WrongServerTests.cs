
namespace DolibarrAgent.EndToEnd.Tests;

/// <summary>Prod and the sandbox taken for each other, before a program starts: only GETs reach either.</summary>
public sealed class WrongServerTests : IAsyncLifetime
{
    private GuardedPair pair = null!;

    public async ValueTask InitializeAsync()
    {
        pair = await GuardedPair.StartAsync();
        await pair.EnrolledAsync();
    }

    public ValueTask DisposeAsync() => pair.DisposeAsync();

    [Fact]
    public async Task The_pair_as_it_was_enrolled_does_the_main_job()
    {
        var (path, code) = await pair.PlannedAsync();

        (await Ran.ReplayAsync(pair.Person, "--confirm", path, "--code", code)).ExitCode.Should().Be(0);

        GuardedPair.Writes(pair.Prod).Should().BePositive();
    }

    [Fact]
    public async Task An_agent_whose_urls_were_swapped_writes_nowhere()
    {
        var variables = Swapped(pair.Agent);

        var ran = await Ran.AgentAsync(variables, "ingest", (await Mail()), "--json");

        Refused(ran, "other-origin", "canary-missing");
    }

    [Fact]
    public async Task An_agent_that_is_told_only_a_sandbox_whose_url_is_prods_writes_nowhere()
    {
        var variables = Swapped(pair.Agent);
        variables.Remove("DOLIBARR_PROD_URL");
        variables["DOLIBARR_APP"] = "other";

        var ran = await Ran.AgentAsync(variables, "ingest", (await Mail()), "--json");

        Refused(ran, "origin-of-another");
    }

    [Fact]
    public async Task An_agent_whose_sandbox_resolves_to_prod_writes_nowhere()
    {
        pair.SandboxName.Flip();

        Refused(await pair.IngestAsync(), "canary-missing");
    }

    [Fact]
    public async Task A_replay_whose_urls_were_swapped_writes_nowhere()
    {
        var (path, code) = await pair.PlannedAsync();
        var before = Writes;

        var ran = await Ran.ReplayAsync(Swapped(pair.Person), "--confirm", path, "--code", code, "--json");

        Refused(ran, before, "other-origin", "canary-on-prod", "canary-missing");
    }

    [Fact]
    public async Task A_replay_whose_prod_resolves_to_the_sandbox_writes_nowhere()
    {
        var (path, code) = await pair.PlannedAsync();
        var before = Writes;
        pair.ProdName.Flip();

        Refused(await Ran.ReplayAsync(pair.Person, "--confirm", path, "--code", code, "--json"), before, "canary-on-prod");
    }

    [Fact]
    public async Task Nor_one_whose_sandbox_resolves_to_prod()
    {
        var (path, code) = await pair.PlannedAsync();
        var before = Writes;
        pair.SandboxName.Flip();

        Refused(await Ran.ReplayAsync(pair.Person, "--confirm", path, "--code", code, "--json"), before, "canary-missing");
    }

    [Fact]
    public async Task A_rehearsal_whose_sandbox_resolves_to_prod_writes_nowhere()
    {
        var (path, _) = await pair.PlannedAsync();
        var before = Writes;
        pair.SandboxName.Flip();

        Refused(await Ran.ReplayAsync(pair.Person, "rehearse", path, "--json"), before, "canary-missing");
    }

    [Fact]
    public async Task A_sandbox_without_its_canary_is_not_written_to()
    {
        pair.Sandbox.Reset();

        Refused(await pair.IngestAsync(), "canary-missing");
    }

    [Fact]
    public async Task A_prod_with_the_canary_is_not_written_to()
    {
        var (path, code) = await pair.PlannedAsync();
        var before = Writes;
        await GuardedPair.EnterCanaryAsync(pair.Prod);

        Refused(await Ran.ReplayAsync(pair.Person, "--confirm", path, "--code", code, "--json"), before, "canary-on-prod");
    }

    [Theory]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public async Task What_is_enrolled_counts_only_where_nobody_else_could_have_written_it(UnixFileMode more)
    {
        var (path, _) = await pair.PlannedAsync();
        var before = Writes;
        Open(pair.Targets, more);

        Refused(await Ran.ReplayAsync(pair.Person, path, "--json"), before, "writable-by-others");
        Refused(await pair.IngestAsync(), before, "writable-by-others");
    }

    [Fact]
    public async Task So_does_a_ledger()
    {
        var (path, code) = await pair.PlannedAsync();
        (await Ran.ReplayAsync(pair.Person, "--confirm", path, "--code", "wrong")).ExitCode.Should().Be(4);
        var before = Writes;
        Open(Path.Combine(pair.Folder, "changesets", "ledger.db"), UnixFileMode.OtherWrite);

        Refused(await Ran.ReplayAsync(pair.Person, "--confirm", path, "--code", code, "--json"), before, "writable-by-others");
        Refused(await Ran.ReplayAsync(pair.Person, path, "--json"), before, "writable-by-others");
    }

    private (int Prod, int Sandbox) Writes => (GuardedPair.Writes(pair.Prod), GuardedPair.Writes(pair.Sandbox));

    private async Task<string> Mail()
    {
        var path = Path.Combine(pair.Folder, "mail.eml");
        await File.WriteAllBytesAsync(path, Samples.SampleEmail.With(Samples.SampleCatalogue.Hosting).ToBytes(), TestContext.Current.CancellationToken);
        return path;
    }

    private void Refused(Ran ran, params string[] codes) => Refused(ran, (0, 0), codes);

    private void Refused(Ran ran, (int Prod, int Sandbox) writesBefore, params string[] codes)
    {
        ran.ExitCode.Should().Be(4, ran.ToString());
        foreach (var code in codes)
        {
            (ran.Output + ran.Errors).Should().Contain(code);
        }
        Writes.Should().Be(writesBefore);
    }

    private static Dictionary<string, string> Swapped(Dictionary<string, string> variables)
    {
        (variables["DOLIBARR_PROD_URL"], variables["DOLIBARR_SANDBOX_URL"]) = (variables["DOLIBARR_SANDBOX_URL"], variables["DOLIBARR_PROD_URL"]);
        return variables;
    }

    private static void Open(string file, UnixFileMode more)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other rights.");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, File.GetUnixFileMode(file) | more);
        }
    }
}
