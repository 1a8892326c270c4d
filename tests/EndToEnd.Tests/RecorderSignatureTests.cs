using DolibarrAgent.Tests;

namespace DolibarrAgent.EndToEnd.Tests;

/// <summary>The agent signs what it has finished, and who replays knows it from what somebody else wrote. With the real programs and the real ssh-keygen.</summary>
public sealed class RecorderSignatureTests : IAsyncLifetime
{
    private const string Recorder = "agent@accounts.example.org";

    private readonly GateOfTest gate = new();
    private TwoServers two = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Dictionary<string, string> Person => new(two.Person, StringComparer.Ordinal) { ["DOLIBARR_GATE"] = gate.Folder };

    public async ValueTask InitializeAsync()
    {
        GateOfTest.NeedsSshKeygen();
        two = await TwoServers.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        gate.Dispose();
        if (two is not null)
        {
            await two.DisposeAsync();
        }
    }

    [Fact]
    public async Task What_a_listed_recorder_signed_is_said_first_and_replayed_where_the_policy_asks_for_it()
    {
        Required();
        var changeset = await IngestedAsync(await gate.RecorderKeyAsync(Recorder));

        var review = await Ran.ReplayAsync(Person, "review", changeset);
        review.Output.Split('\n').Take(3).Should().ContainMatch($"*Recorded by {Recorder} (signed)*", review.Output);
        (await Ran.ReplayAsync(Person, "review", changeset, "--language", "fr")).Output.Should().Contain($"Enregistré par {Recorder} (signé)");

        var replayed = await Ran.ReplayAsync(Person, "--confirm", changeset, "--code", await CodeAsync(changeset));
        replayed.ExitCode.Should().Be(0, replayed.Errors);
        (await Ran.ReplayAsync(Person, "history", changeset)).Output.Should().MatchRegex($"recorder:\\s+signed\\s+{Recorder}\\s+SHA256:");
    }

    [Fact]
    public async Task What_nobody_signed_is_told_to_be_as_good_as_written_by_hand()
    {
        var changeset = await IngestedAsync(key: null);

        var review = await Ran.ReplayAsync(Person, "review", changeset);

        review.ExitCode.Should().Be(0);
        review.Output.Should().Contain("Not signed: nothing shows that a recorder wrote it.");
        (await Ran.ReplayAsync(Person, "--confirm", changeset, "--code", await CodeAsync(changeset))).ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task What_nobody_signed_is_refused_where_the_policy_asks_for_a_recorder()
    {
        Required();
        var changeset = await IngestedAsync(key: null);

        await RefusedAsync(changeset, "recorder-missing");
    }

    [Fact]
    public async Task A_recorder_that_is_not_in_the_list_is_named_by_its_key_and_refused_where_the_policy_asks_for_one()
    {
        Required();
        var changeset = await IngestedAsync(await gate.RecorderKeyAsync(Recorder, listed: false));

        (await Ran.ReplayAsync(Person, "review", changeset)).Output.Should().Contain("Signed by an unknown key, SHA256:");
        await RefusedAsync(changeset, "recorder-unknown");
    }

    [Fact]
    public async Task A_byte_that_was_changed_after_signing_is_refused_whatever_the_policy_says()
    {
        var changeset = await IngestedAsync(await gate.RecorderKeyAsync(Recorder));
        await File.WriteAllTextAsync(changeset, (await File.ReadAllTextAsync(changeset, Cancel)).Replace("35.20 EUR", "35.21 EUR", StringComparison.Ordinal), Cancel);

        var review = await Ran.ReplayAsync(Person, "review", changeset);
        review.ExitCode.Should().Be(4);
        review.Errors.Should().Contain("recorder-signature-bad");
        await RefusedAsync(changeset, "recorder-signature-bad");
    }

    [Fact]
    public async Task A_discarded_changeset_keeps_no_signature()
    {
        var variables = new Dictionary<string, string>(two.Agent, StringComparer.Ordinal) { ["DOLIBARR_RECORDER_KEY"] = await gate.RecorderKeyAsync(Recorder) };
        var changeset = await IngestedAsync(variables["DOLIBARR_RECORDER_KEY"]);
        File.Exists(changeset + ".sig").Should().BeTrue();

        var discarded = await Ran.AgentAsync(variables, "discard", changeset);

        discarded.ExitCode.Should().Be(0, discarded.Errors);
        File.Exists(changeset + ".sig").Should().BeFalse();
    }

    [Fact]
    public async Task A_key_that_others_may_read_stops_the_agent_before_it_records()
    {
        var key = await gate.RecorderKeyAsync(Recorder);
        GateOfTest.LetOthersWrite(key);

        var ran = await Ran.AgentAsync(new Dictionary<string, string>(two.Agent, StringComparer.Ordinal) { ["DOLIBARR_RECORDER_KEY"] = key }, "ingest", two.Mail());

        ran.ExitCode.Should().Be(4, ran.Errors);
        (ran.Output + ran.Errors).Should().Contain("read-by-others").And.Contain("chmod 600");
        TwoServers.Writes(two.Sandbox).Should().Be(0);
        Directory.GetFiles(two.Folder, "changeset.json", SearchOption.AllDirectories).Should().BeEmpty();
    }

    private void Required() => gate.Policy("""{ "for": ["iban-changed"], "signers": 1 }""", "\"authorMaySign\": true, \"recorder\": \"required\"");

    private async Task<string> IngestedAsync(string? key)
    {
        var variables = two.Agent;
        if (key is not null)
        {
            variables["DOLIBARR_RECORDER_KEY"] = key;
        }
        var ran = await Ran.AgentAsync(variables, "ingest", two.Mail(), "--json");
        ran.ExitCode.Should().Be(0, ran.ToString());
        return ran.Json.GetProperty("changeset").GetString()!;
    }

    private async Task<string> CodeAsync(string changeset)
    {
        var planned = await Ran.ReplayAsync(Person, changeset, "--json");
        planned.ExitCode.Should().Be(2, planned.ToString());
        return planned.Json.GetProperty("plan").GetProperty("code").GetString()!;
    }

    private async Task RefusedAsync(string changeset, string code)
    {
        var planned = await Ran.ReplayAsync(Person, changeset, "--json");
        planned.ExitCode.Should().Be(4, planned.ToString());
        planned.Output.Should().Contain(code);
        TwoServers.Writes(two.Prod).Should().Be(0);
    }
}
