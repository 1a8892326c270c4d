using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

public class LookingAtBothSidesTests : ReplayTest
{
    [Fact]
    public async Task Another_version_of_Dolibarr_on_prod_is_noted()
    {
        var path = await Two.RecordMainJobAsync();
        (await PlanAsync(path)).Notes.Should().BeEmpty();
        var changeset = (await LoadAsync(path)).Changeset;
        await File.WriteAllBytesAsync(path, Changesets.ChangesetFile.Write(changeset with { Recorded = changeset.Recorded with { On = changeset.Recorded.On with { Dolibarr = "21.0.1" } } }), Cancel);

        (await PlanAsync(path)).Notes.Should().ContainSingle(note => note.Contains("21.0.1", StringComparison.Ordinal) && note.Contains("22.0.4", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_gone_from_the_sandbox_is_refused_until_it_is_rehearsed()
    {
        var path = await Two.RecordMainJobAsync();
        Two.Sandbox.Reset();
        (await PlanAsync(path)).Problems.Should().Contain(p => p.Code.Text == "gone-from-sandbox" && p.Code.Kind == ProblemKind.Refusal);

        await using (var session = Session(Purpose.Rehearse))
        {
            (await session.RehearseAsync(await LoadAsync(path), Cancel)).Should().BeOfType<ConfirmedReplay.Done>().Which.Replayed.ExitCode.Should().Be(ExitCode.Done);
        }

        (await PlanAsync(path)).ExitCode.Should().Be(ExitCode.Waits);
        TwoInstances.Writes(Prod).Should().BeEmpty();
    }

    [Fact]
    public async Task A_sandbox_may_be_reset_and_rehearsed_again_and_again()
    {
        var path = await Two.RecordMainJobAsync();
        for (var i = 0; i < 2; i++)
        {
            Two.Sandbox.Reset();
            await using var session = Session(Purpose.Rehearse);
            (await session.RehearseAsync(await LoadAsync(path), Cancel)).Should().BeOfType<ConfirmedReplay.Done>().Which.Replayed.ExitCode.Should().Be(ExitCode.Done);
        }
    }

    [Theory]
    [InlineData("prod-blind-key", "societe.client.voir")]
    [InlineData("prod-none-key", "fournisseur.facture.lire")]
    public async Task A_key_that_lacks_a_right_to_read_prod_is_refused_by_the_rights_name(string key, string right)
    {
        var path = await Two.RecordMainJobAsync();
        var variables = new Dictionary<string, string?>(Two.ReplayVariables()) { ["DOLIBARR_PROD_API_KEY"] = key };

        var plan = await PlanWithAsync(path, variables, Purpose.Look);

        plan.ExitCode.Should().Be(ExitCode.Refused);
        plan.Problems.Should().Contain(p => p.Code.Text == "right-missing" && p.Message.Contains(right, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_whose_rights_cannot_be_proven_is_refused()
    {
        var path = await Two.RecordMainJobAsync();
        var variables = new Dictionary<string, string?>(Two.ReplayVariables()) { ["DOLIBARR_PROD_API_KEY"] = "prod-mute-key" };

        var plan = await PlanWithAsync(path, variables, Purpose.Look);

        plan.ExitCode.Should().Be(ExitCode.Refused);
        plan.Problems.Should().ContainSingle(p => p.Code.Text == "rights-unproven");
    }

    [Fact]
    public async Task A_write_key_that_may_only_read_is_refused_before_anything_is_sent()
    {
        var path = await Two.RecordMainJobAsync();
        var variables = new Dictionary<string, string?>(Two.ReplayVariables()) { ["DOLIBARR_PROD_WRITE_KEY"] = "prod-reader-key" };

        var plan = await PlanWithAsync(path, variables, Purpose.Confirm);

        plan.Problems.Should().Contain(p => p.Message.Contains("societe.creer", StringComparison.Ordinal));
        TwoInstances.Writes(Prod).Should().BeEmpty();
    }

    [Fact]
    public async Task Verifying_finds_what_a_person_has_changed_on_prod_since()
    {
        var path = await Two.RecordMainJobAsync();
        var replayed = await ReplayAsync(path);
        (await VerifyAsync(path)).ExitCode.Should().Be(ExitCode.Done);
        using var person = Prod.ClientOf("admin");
        using var body = new StringContent("""{"date_echeance":"2027-01-31"}""", System.Text.Encoding.UTF8, "application/json");
        await person.PutAsync(new Uri($"supplierinvoices/{replayed.Operations[1].Id}", UriKind.Relative), body, Cancel);

        var verified = await VerifyAsync(path);

        verified.ExitCode.Should().Be(ExitCode.Conflict);
        verified.Differences.Should().Contain(d => d.Message.Contains("2027-01-31", StringComparison.Ordinal) && d.Message.Contains("2026-12-20", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verifying_before_a_replay_says_that_it_waits()
    {
        (await VerifyAsync(await Two.RecordMainJobAsync())).ExitCode.Should().Be(ExitCode.Waits);
    }

    private async Task<Verified> VerifyAsync(string path)
    {
        await using var session = Session(Purpose.Look);
        return await session.VerifyAsync(await LoadAsync(path), Cancel);
    }

    private static async Task<Plan> PlanWithAsync(string path, Dictionary<string, string?> variables, Purpose purpose)
    {
        await using var session = ((SessionResult.Open)ReplaySession.Open(variables, purpose, new SessionOptions(null!, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, TimeProvider.System, Patience))).Session;
        return await session.PlanAsync(await LoadAsync(path), Cancel);
    }
}
