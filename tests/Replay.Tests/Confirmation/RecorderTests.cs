using DolibarrAgent.Changesets;
using DolibarrAgent.Review;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>A recorder's signature, and what a plan makes of it.</summary>
public sealed class RecorderTests : SigningTest
{
    private const string Recorder = "agent@accounts.example.org";

    [Fact]
    public async Task The_plan_names_the_recorder_that_signed()
    {
        var changeset = await SignedAsync();

        (await JudgedAsync(changeset)).Recorder.Should().BeOfType<RecorderSignature.Known>().Which.Name.Should().Be(Recorder);
    }

    [Fact]
    public async Task A_code_that_was_shown_for_a_signed_changeset_does_not_confirm_it_without_its_signature()
    {
        var changeset = await SignedAsync();
        var shown = await JudgedAsync(changeset);
        File.Delete(changeset + ".sig");

        await using var session = Judging(Purpose.Confirm);
        Refused(await session.ConfirmAsync(await LoadAsync(changeset), shown.Code, Cancel), "wrong-code");
    }

    [Fact]
    public async Task The_bytes_that_were_read_are_those_that_are_checked()
    {
        var changeset = await SignedAsync();
        var loaded = await LoadAsync(changeset);
        await File.WriteAllTextAsync(changeset, "{}", Cancel);
        await File.WriteAllTextAsync(changeset + ".sig", "none", Cancel);

        (await RecorderCheck.OfAsync(loaded, Gate.Folder, Cancel)).Should().BeOfType<RecorderSignature.Known>();
    }

    [Theory]
    [InlineData("[\"bank-details\"]", false)]
    [InlineData("[\"new-supplier\", \"bank-details\"]", true)]
    [InlineData("[\"always\"]", true)]
    [InlineData("\"required\"", true)]
    [InlineData("\"optional\"", false)]
    public async Task A_policy_asks_for_a_recorder_always_or_for_what_a_plan_bears(string recorder, bool isAsked)
    {
        GateOfTest.NeedsSshKeygen();
        Asking(recorder);

        var plan = await JudgedAsync(await Two.RecordMainJobAsync());

        plan.Problems.Select(problem => problem.Code.Text).Should().BeEquivalentTo(isAsked ? ["recorder-missing"] : Array.Empty<string>());
    }

    [Fact]
    public async Task A_signature_for_another_purpose_is_none()
    {
        var changeset = await SignedAsync();
        File.Move(await Gate.SignAsync(Recorder, changeset), changeset + ".sig", overwrite: true);

        await RefusedAsync(changeset, "recorder-signature-bad");
    }

    [Fact]
    public async Task A_list_of_recorders_that_others_may_write_says_nothing()
    {
        var changeset = await SignedAsync();
        GateOfTest.LetOthersWrite(Gate.AllowedRecorders);

        await RefusedAsync(changeset, "writable-by-others");
    }

    [Fact]
    public async Task What_is_no_file_in_the_place_of_the_signature_is_refused()
    {
        var changeset = await Two.RecordMainJobAsync();
        Directory.CreateDirectory(changeset + ".sig");

        (await LoadedChangeset.LoadAsync(changeset, Cancel)).Should().BeOfType<LoadResult.Bad>().Which.Problems.Should().ContainSingle(problem => problem.Code.Text == "signature-unreadable");
    }

    [Fact]
    public async Task A_recorders_key_among_those_who_may_sign_makes_no_signature_count()
    {
        var changeset = await RecordedAsync(OneForAll, Alice);
        await Gate.RecorderKeyAsync(Recorder);
        await Gate.AllowAsync(Recorder);
        var statement = await StatementAsync(changeset);

        Refused(await ConfirmSignedAsync(changeset, statement, await Gate.SignAsync(Recorder, statement)), "key-in-both-lists");
        Refused(await ConfirmSignedAsync(changeset, statement, await Gate.SignAsync(Alice, statement)), "key-in-both-lists");
    }

    [Fact]
    public async Task A_revert_says_how_to_sign_it_and_is_replayed_once_its_maker_has()
    {
        var changeset = await SignedAsync(validated: false);
        Asking("\"required\"");
        await using (var confirm = Judging(Purpose.Confirm))
        {
            await confirm.ConfirmAsync(await LoadAsync(changeset), (await JudgedAsync(changeset)).Code, Cancel);
        }
        await using var session = Judging(Purpose.Look);
        var made = (await session.RevertAsync(await LoadAsync(changeset), Cancel)).Should().BeOfType<RevertResult.Made>().Subject;
        made.Notes.Should().ContainSingle(note => note.Contains($"ssh-keygen -Y sign -f KEY -n dolibarr-recorder {made.Path}", StringComparison.Ordinal));
        await using (var rehearse = Judging(Purpose.Rehearse))
        {
            await rehearse.RehearseAsync(await LoadAsync(made.Path), Cancel);
        }
        (await JudgedAsync(made.Path)).Problems.Select(problem => problem.Code.Text).Should().Equal("recorder-missing");

        File.Move(await Gate.SignAsync(Recorder, made.Path, "dolibarr-recorder"), made.Path + ".sig");

        (await JudgedAsync(made.Path)).Problems.Should().BeEmpty();
    }

    private void Asking(string recorder) => GateOfTest.Write(Gate.PolicyFile, $$"""
        { "format": "dolibarr-policy/1", "allow": { "thirdparty": ["create", "update", "delete"], "supplierInvoice": ["create", "update", "attach", "validate", "delete"] },
          "enrolment": "optional", "authorMaySign": true, "recorder": {{recorder}} }
        """);

    /// <summary>The main job, recorded by a recorder that signs and is in the list.</summary>
    private async Task<string> SignedAsync(bool validated = true)
    {
        GateOfTest.NeedsSshKeygen();
        Two.More["DOLIBARR_RECORDER_KEY"] = await Gate.RecorderKeyAsync(Recorder);
        return await Two.RecordMainJobAsync(validated);
    }

    private async Task RefusedAsync(string changeset, string code)
    {
        var plan = await JudgedAsync(changeset);
        plan.ExitCode.Should().Be(ExitCode.Refused);
        plan.Problems.Select(problem => problem.Code.Text).Should().Equal(code);
        Writes.Should().Be(0);
    }
}
