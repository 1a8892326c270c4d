using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>Bank details on prod: by two signatures, once, and alone.</summary>
public class BankAccountTests : SigningTest
{
    private const string Old = "FR7630006000011234567890189";
    private const string New = "DE89370400440532013000";

    private static Reference.Found Known { get; } = new(Fields.None.With("vatNumber", "FR22424761419").With("name", "Imprimerie Martin"));

    [Fact]
    public async Task A_changed_iban_is_changed_on_prod_once_two_people_have_signed()
    {
        var path = await RecordChangeAsync();

        (await BothSignAsync(path)).Should().BeOfType<ConfirmedReplay.Done>().Which.Replayed.ExitCode.Should().Be(ExitCode.Done);

        (await AccountsAsync()).Should().Contain(New).And.NotContain(Old);
        (await JudgedAsync(path)).HasNothingToDo.Should().BeTrue();
    }

    [Fact]
    public async Task Without_a_policy_they_are_not_replayed_at_all()
    {
        var path = await RecordChangeAsync();

        (await PlanAsync(path)).ExitCode.Should().Be(ExitCode.Refused);
    }

    [Fact]
    public async Task An_owner_that_is_named_by_an_id_alone_is_refused_for_a_signer_could_not_see_who_it_is()
    {
        var path = await RecordNewAsync();
        var changeset = (await LoadAsync(path)).Changeset;
        var owner = new Reference.Found(Known.Keys.Where(key => key != "name"));
        var operations = changeset.Operations.Select(operation => operation is Operation.Create create ? create with { Set = create.Set.With("thirdparty", owner) } : operation);
        await File.WriteAllBytesAsync(path, ChangesetFile.Write(changeset with { Operations = [.. operations] }), Cancel);

        (await JudgedAsync(path)).Problems.Should().Contain(p => p.Code.Text == "owner-unnamed" && p.Code.Kind == ProblemKind.Refusal);
    }

    [Fact]
    public async Task One_signature_is_one_too_few()
    {
        var path = await RecordChangeAsync();
        var statement = await StatementAsync(path);

        Refused(await ConfirmSignedAsync(path, statement, await Gate.SignAsync(Alice, statement)), "signatures-missing");
    }

    [Fact]
    public async Task An_account_whose_answer_was_lost_is_found_by_its_iban_and_not_entered_twice()
    {
        var path = await RecordNewAsync();
        Prod.Faults = Simulator.FaultPlan.At(Simulator.CountedRequests.Writes, 1, new Simulator.Fault.EffectThenClose());

        (await BothSignAsync(path)).Should().BeOfType<ConfirmedReplay.Done>().Which.Replayed.ExitCode.Should().Be(ExitCode.Done);

        Prod.Effects.Count(e => e.Call.EndsWith("bankaccounts", StringComparison.Ordinal)).Should().Be(2, "the one that was there, and this one");
    }

    [Fact]
    public async Task A_label_that_is_taken_on_prod_is_a_conflict_before_anything_is_sent()
    {
        var path = await RecordNewAsync();
        await SendAsync(Prod, HttpMethod.Post, "thirdparties/5000/bankaccounts", """{"label":"New","iban":"BE68539007547034"}""");

        (await JudgedAsync(path)).Problems.Should().ContainSingle(p => p.Code.Text == "label-taken" && p.Code.Kind == ProblemKind.Conflict);
    }

    [Fact]
    public async Task What_the_server_failed_at_half_way_is_not_sent_again_and_its_empty_row_is_named()
    {
        var path = await RecordNewAsync();
        Prod.Faults = Simulator.FaultPlan.At(Simulator.CountedRequests.Writes, 1, new Simulator.Fault.HalfThenServerError());

        var replayed = (await BothSignAsync(path)).Should().BeOfType<ConfirmedReplay.Done>().Subject.Replayed;

        replayed.Operations.Should().ContainSingle().Which.Problems.Should().ContainSingle(p => p.Code.Text == "half-done");
        Prod.Effects.Count(e => e.Key == "agent" && e.Call.EndsWith("bankaccounts", StringComparison.Ordinal)).Should().Be(1);
    }

    [Fact]
    public async Task An_account_is_not_given_a_label_that_another_has()
    {
        await PrepareAsync();
        await SendAsync(Two.Sandbox, HttpMethod.Post, "thirdparties/1/bankaccounts", """{"label":"second","iban":"BE68539007547034"}""");
        var on = new Reference.Found(Fields.None.With("thirdparty", Known).With("iban", Old));

        using var recorder = await Two.RecorderAsync();
        (await recorder.DoAsync(new Operation.Update { Id = "", Resource = "bankAccount", On = on, Before = Fields.None, Set = Fields.None.With("label", "second") }, Cancel))
            .Should().BeOfType<Recording.RecordResult.Refused>().Which.Problems.Should().ContainSingle(p => p.Code.Text == "label-taken");
    }

    [Fact]
    public async Task An_iban_that_somebody_changed_on_prod_since_stops_it()
    {
        var path = await RecordChangeAsync();
        await SendAsync(Prod, HttpMethod.Put, "thirdparties/5000/bankaccounts/5000", """{"iban":"BE68539007547034"}""");

        (await JudgedAsync(path)).ExitCode.Should().Be(ExitCode.Conflict);
    }

    [Fact]
    public async Task A_changeset_that_hides_them_among_others_is_refused()
    {
        var path = await RecordChangeAsync();
        var loaded = await LoadAsync(path);
        var phone = new Operation.Update { Id = "op2", Resource = "thirdparty", On = Known, Before = Fields.None.With("phone", "0101010101"), Set = Fields.None.With("phone", "0202020202"), After = Fields.None.With("phone", "0202020202") };
        await File.WriteAllBytesAsync(path, ChangesetFile.Write(loaded.Changeset with { Operations = loaded.Changeset.Operations.Add(phone) }), Cancel);

        (await JudgedAsync(path)).Problems.Should().ContainSingle(p => p.Code.Text == "not-alone" && p.Code.Kind == ProblemKind.Refusal);
    }

    [Fact]
    public async Task A_revert_leaves_them_to_a_person()
    {
        var path = await RecordChangeAsync();
        await BothSignAsync(path);

        await using var session = Judging(Purpose.Look);
        (await session.RevertAsync(await LoadAsync(path), Cancel)).Should().BeOfType<RevertResult.Nothing>().Which.Left.Should().ContainSingle(p => p.Code.Text == "by-hand");
    }

    [Fact]
    public async Task A_revert_leaves_a_new_one_to_a_person_too()
    {
        await PrepareAsync();
        var path = await RecordAsync(new Operation.Create { Id = "", Resource = "bankAccount", Keys = ["iban"], Set = Fields.None.With("thirdparty", Known).With("iban", New) });
        await BothSignAsync(path);

        await using var session = Judging(Purpose.Look);
        (await session.RevertAsync(await LoadAsync(path), Cancel)).Should().BeOfType<RevertResult.Nothing>().Which.Left.Should().ContainSingle(p => p.Code.Text == "by-hand" && p.Remedy.Contains("erp", StringComparison.Ordinal));
    }

    private async Task<ConfirmedReplay> BothSignAsync(string path)
    {
        var statement = await StatementAsync(path);
        return await ConfirmSignedAsync(path, statement, await Gate.SignAsync(Alice, statement), await Gate.SignAsync(Bob, statement));
    }

    /// <summary>A supplier with an account on both sides, and a policy that allows to change accounts.</summary>
    private async Task PrepareAsync()
    {
        GateOfTest.NeedsSshKeygen();
        GateOfTest.Write(Gate.PolicyFile, """{ "format": "dolibarr-policy/1", "allow": { "bankAccount": ["create", "update"] }, "enrolment": "optional", "authorMaySign": true }""");
        await Gate.AllowAsync(Alice);
        await Gate.AllowAsync(Bob);
        foreach (var (instance, id) in new[] { (Prod, 5000), (Two.Sandbox, 1) })
        {
            await SendAsync(instance, HttpMethod.Post, "thirdparties", """{"name":"Imprimerie Martin","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR22424761419","phone":"0101010101"}""");
            await SendAsync(instance, HttpMethod.Post, $"thirdparties/{id}/bankaccounts", $$"""{"label":"main","iban":"{{Old}}"}""");
        }
    }

    private async Task<string> RecordNewAsync()
    {
        await PrepareAsync();
        return await RecordAsync(new Operation.Create { Id = "", Resource = "bankAccount", Keys = ["iban"], Set = Fields.None.With("thirdparty", Known).With("iban", New).With("label", "new") });
    }

    private async Task<string> RecordChangeAsync()
    {
        await PrepareAsync();
        var on = new Reference.Found(Fields.None.With("thirdparty", Known).With("iban", Old));
        return await RecordAsync(new Operation.Update { Id = "", Resource = "bankAccount", On = on, Before = Fields.None, Set = Fields.None.With("iban", New) });
    }

    private async Task<string> RecordAsync(Operation operation)
    {
        using var recorder = await Two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(operation, Cancel));
        return await FinishAsync(recorder);
    }

    private async Task<string> AccountsAsync()
    {
        using var person = Prod.ClientOf("admin");
        return await (await person.GetAsync(new Uri("thirdparties/5000/bankaccounts", UriKind.Relative), Cancel)).Content.ReadAsStringAsync(Cancel);
    }

    private static async Task SendAsync(Simulator.SimulatedDolibarr instance, HttpMethod method, string path, string json)
    {
        using var person = instance.ClientOf("admin");
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") };
        (await person.SendAsync(request, Cancel)).EnsureSuccessStatusCode();
    }
}
