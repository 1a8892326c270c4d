using DolibarrAgent.Dolibarr;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>What signatures confirm, by the real ssh-keygen.</summary>
public sealed class SigningTests : SigningTest
{
    [Fact]
    public async Task A_good_signature_replays_the_plan_and_the_ledger_keeps_who_signed_what()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        var statement = await StatementAsync(changeset);

        var came = await ConfirmSignedAsync(changeset, statement, await Gate.SignAsync(Alice, statement));

        came.Should().BeOfType<ConfirmedReplay.Done>().Which.Replayed.ExitCode.Should().Be(ExitCode.Done);
        var confirmed = await ConfirmedAsync(changeset);
        confirmed.Statement.Should().Be(Changesets.Digest.Of(await File.ReadAllBytesAsync(statement, Cancel)).Hex);
        confirmed.Signers.Should().ContainSingle().Which.Should().MatchRegex(@"^alice@example\.org \(SHA256:[A-Za-z0-9+/]{43}\)$");
    }

    [Fact]
    public async Task Two_of_three_are_enough_where_two_are_asked_for()
    {
        var changeset = await RecordedAsync(TwoForAll, Alice, Bob, "carol@example.org");
        var statement = await StatementAsync(changeset);

        var came = await ConfirmSignedAsync(changeset, statement, await Gate.SignAsync(Alice, statement), await Gate.SignAsync("carol@example.org", statement));

        came.Should().BeOfType<ConfirmedReplay.Done>();
    }

    [Fact]
    public async Task One_is_not_enough_where_two_are_asked_for()
    {
        var changeset = await RecordedAsync(TwoForAll, Alice, Bob);
        var statement = await StatementAsync(changeset);

        Refused(await ConfirmSignedAsync(changeset, statement, await Gate.SignAsync(Alice, statement)), "signatures-missing");
    }

    [Fact]
    public async Task The_same_person_twice_is_one_signer()
    {
        var changeset = await RecordedAsync(TwoForAll, Alice, Bob);
        var statement = await StatementAsync(changeset);

        Refused(await ConfirmSignedAsync(changeset, statement, await Gate.SignAsync(Alice, statement), await Gate.SignAsync(Alice, statement)), "signatures-missing");
    }

    [Fact]
    public async Task The_same_person_with_two_keys_is_one_signer()
    {
        var changeset = await RecordedAsync(TwoForAll, Alice, Bob);
        await Gate.AllowAsync("second-key", Alice);
        var statement = await StatementAsync(changeset);

        Refused(await ConfirmSignedAsync(changeset, statement, await Gate.SignAsync(Alice, statement), await Gate.SignAsync("second-key", statement)), "signatures-missing");
    }

    [Fact]
    public async Task The_same_key_under_two_names_is_one_signer()
    {
        var changeset = await RecordedAsync(TwoForAll, Alice);
        await Gate.AllowAsync(Alice, Bob);
        var statement = await StatementAsync(changeset);

        Refused(await ConfirmSignedAsync(changeset, statement, await Gate.SignAsync(Alice, statement), await Gate.SignAsync(Alice, statement)), "signatures-missing");
    }

    [Fact]
    public void A_key_counts_once_and_so_does_a_name_however_it_is_typed() =>
        SignerCount.Counted([new Signer(Alice, "SHA256:a"), new Signer(Bob, "SHA256:a"), new Signer("ALICE@example.org", "SHA256:b")]).Should().ContainSingle();

    [Fact]
    public async Task Somebody_who_may_sign_and_is_not_among_those_the_rule_names_does_not_count()
    {
        var changeset = await RecordedAsync("""{ "for": ["always"], "signers": 1, "of": ["bob@example.org"] }""", Alice, Bob);
        var statement = await StatementAsync(changeset);

        Refused(await ConfirmSignedAsync(changeset, statement, await Gate.SignAsync(Alice, statement)), "signatures-missing");
    }

    [Fact]
    public async Task A_stranger_is_refused()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        var statement = await StatementAsync(changeset);

        Refused(await ConfirmSignedAsync(changeset, statement, await Gate.SignAsync("eve@example.org", statement)), "not-allowed");
    }

    [Fact]
    public async Task A_stranger_beside_a_good_signer_is_refused_too()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        var statement = await StatementAsync(changeset);

        Refused(await ConfirmSignedAsync(changeset, statement, await Gate.SignAsync(Alice, statement), await Gate.SignAsync("eve@example.org", statement)), "not-allowed");
    }

    [Fact]
    public async Task A_signature_for_another_purpose_is_refused()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        var statement = await StatementAsync(changeset);

        Refused(await ConfirmSignedAsync(changeset, statement, await Gate.SignAsync(Alice, statement, "file")), "bad-signature");
    }

    [Fact]
    public async Task What_is_not_a_signature_at_all_is_refused()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        var statement = await StatementAsync(changeset);
        GateOfTest.Write(statement + ".sig", "Good \"dolibarr-changeset\" signature for alice@example.org with ED25519 key SHA256:abc");

        Refused(await ConfirmSignedAsync(changeset, statement, statement + ".sig"), "not-allowed");
    }

    [Fact]
    public async Task The_code_alone_is_refused_and_says_which_signatures_are_missing_and_why()
    {
        var changeset = await RecordedAsync(TwoForAll, Alice, Bob);
        var plan = await JudgedAsync(changeset);

        await using var session = Judging(Purpose.Confirm);
        var came = await session.ConfirmAsync(await LoadAsync(changeset), plan.Code, Cancel);

        Refused(came, "signatures-missing");
        ((ConfirmedReplay.Refused)came).Problem.Message.Should().Contain("2 signatures by different people out of alice@example.org, bob@example.org, carol@example.org, because of always");
    }

    [Fact]
    public async Task Where_the_policy_asks_for_no_signature_the_code_is_enough()
    {
        var changeset = await RecordedAsync("");
        await using var session = Judging(Purpose.Confirm);

        (await session.ConfirmAsync(await LoadAsync(changeset), (await JudgedAsync(changeset)).Code, Cancel)).Should().BeOfType<ConfirmedReplay.Done>();
    }

    [Fact]
    public async Task A_replay_that_was_cut_short_goes_on_with_the_same_signature()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        var statement = await StatementAsync(changeset);
        var signature = await Gate.SignAsync(Alice, statement);
        await DieAsync(changeset, statement, signature);

        (await ConfirmSignedAsync(changeset, statement, signature)).Should().BeOfType<ConfirmedReplay.Done>().Which.Replayed.ExitCode.Should().Be(ExitCode.Done);
        Prod.EffectCounts["POST /supplierinvoices"].Should().Be(1);
    }

    [Fact]
    public async Task A_replay_that_was_cut_short_does_not_go_on_once_the_statement_has_expired()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        var statement = await StatementAsync(changeset);
        var signature = await Gate.SignAsync(Alice, statement);
        await DieAsync(changeset, statement, signature);
        var before = Writes;
        Clock.Ahead = TimeSpan.FromHours(25);

        var came = await ConfirmSignedAsync(changeset, statement, signature);

        came.Should().BeOfType<ConfirmedReplay.Refused>().Which.Problems.Should().ContainSingle(p => p.Code.Text == "expired");
        Writes.Should().Be(before);
    }

    [Fact]
    public async Task A_statement_whose_replay_came_to_its_end_counts_no_more()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        var statement = await StatementAsync(changeset);
        var signature = await Gate.SignAsync(Alice, statement);
        await EndedAsync(changeset, statement, "failed 4");

        Refused(await ConfirmSignedAsync(changeset, statement, signature), "signature-used");
    }

    [Fact]
    public async Task A_replay_in_which_an_outcome_stayed_unknown_is_not_at_its_end()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        var statement = await StatementAsync(changeset);
        await EndedAsync(changeset, statement, "applied 1", "unknown 3");

        (await ConfirmSignedAsync(changeset, statement, await Gate.SignAsync(Alice, statement))).Should().BeOfType<ConfirmedReplay.Done>();
    }

    private async Task DieAsync(string changeset, string statement, string signature)
    {
        await using var session = Judging(Purpose.Confirm, at: step => { if (step is { Entry: EntryKind.Outcome, Operation: "op1", Written: true }) { throw new OperationCanceledException("The process is gone."); } });
        var loaded = await LoadAsync(changeset);
        await FluentActions.Awaiting(() => session.ConfirmAsync(loaded, new SignedFiles(statement, [signature]), Cancel)).Should().ThrowAsync<OperationCanceledException>();
    }

    private async Task<ConfirmedBody> ConfirmedAsync(string changeset)
    {
        await using var ledger = (await Ledger.OpenToReadAsync(Place, TimeProvider.System, Cancel))!;
        return Past.Read(await ledger.OfAsync((await LoadAsync(changeset)).Changeset.Id, Cancel), "erp").Confirmed.Should().ContainSingle().Subject;
    }
}
