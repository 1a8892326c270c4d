using DolibarrAgent.Tests;

namespace DolibarrAgent.EndToEnd.Tests;

/// <summary>A server that has a certificate that is trusted, and not the key that was enrolled: nothing is sent to it, before a run or in the middle.</summary>
public sealed class TlsKeyTests : IAsyncLifetime
{
    private GuardedPair pair = null!;

    public async ValueTask InitializeAsync() => pair = await GuardedPair.StartAsync(secure: true);

    public ValueTask DisposeAsync() => pair.DisposeAsync();

    [Fact]
    public async Task Each_instance_is_enrolled_with_its_key_and_needs_no_canary_then()
    {
        var ran = await pair.EnrollAsync("--json");

        ran.ExitCode.Should().Be(0, ran.ToString());
        (await File.ReadAllTextAsync(pair.Targets, TestContext.Current.CancellationToken)).Should()
            .Contain(Front.KeyOf(pair.Certificates.Prod!)).And.Contain(Front.KeyOf(pair.Certificates.Sandbox!));
    }

    [Fact]
    public async Task A_server_with_another_key_gets_no_request_at_all_and_both_keys_are_shown()
    {
        await pair.EnrolledAsync();
        pair.Prod.ForgetRequests();
        pair.SandboxName.Flip();

        var ran = await pair.IngestAsync();

        ran.ExitCode.Should().Be(4, ran.ToString());
        (ran.Output + ran.Errors).Should().Contain("tls-key-changed").And.Contain(Front.KeyOf(pair.Certificates.Prod!)).And.Contain(Front.KeyOf(pair.Certificates.Sandbox!));
        pair.Prod.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task It_is_not_enrolled_in_the_place_of_the_other_unless_a_person_says_so()
    {
        await pair.EnrolledAsync();
        pair.Prod.ForgetRequests();
        pair.SandboxName.Flip();

        var ran = await pair.EnrollAsync("sandbox");

        ran.ExitCode.Should().Be(4);
        ran.Errors.Should().Contain("tls-key-changed").And.Contain("--again");
        pair.Prod.Requests.Should().BeEmpty("the API key went to nobody");
    }

    [Fact]
    public async Task An_agent_whose_sandbox_resolves_to_prod_in_the_middle_of_its_run_writes_nothing_there()
    {
        await pair.EnrolledAsync();
        pair.Prod.ForgetRequests();
        pair.SandboxName.FlipsAfterWrites = 1;

        var ran = await pair.IngestAsync();

        ran.ExitCode.Should().NotBe(0);
        GuardedPair.Writes(pair.Sandbox).Should().Be(1, "it flipped in the middle");
        (ran.Output + ran.Errors).Should().Contain("presents the TLS key");
        pair.Prod.Requests.Should().OnlyContain(r => r.Key == "reader" && r.Method == "GET", "prod is read as itself; what is meant for the sandbox does not arrive, with its API key, not even a read");
    }

    [Fact]
    public async Task A_replay_whose_prod_resolves_to_another_in_the_middle_of_its_run_writes_nothing_there()
    {
        await pair.EnrolledAsync();
        var (path, code) = await pair.PlannedAsync();
        pair.Sandbox.ForgetRequests();
        pair.ProdName.FlipsAfterWrites = 1;

        var ran = await Ran.ReplayAsync(pair.Person, "--confirm", path, "--code", code, "--json");

        ran.ExitCode.Should().NotBe(0);
        GuardedPair.Writes(pair.Prod).Should().Be(1, "it flipped in the middle");
        (ran.Output + ran.Errors).Should().Contain("presents the TLS key");
        GuardedPair.Writes(pair.Sandbox).Should().Be(0);
    }
}
