using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

public class BankAccountTests : RevertTest
{
    private const string Old = "FR7630006000011234567890189";
    private const string New = "DE89370400440532013000";

    [Fact]
    public async Task A_changed_iban_is_changed_on_prod_once()
    {
        var path = await RecordChangeAsync();

        (await ReplayAsync(path)).ExitCode.Should().Be(ExitCode.Done);

        (await ProdAsync("thirdparties/5000/bankaccounts")).Should().Contain(New).And.NotContain(Old);
        (await PlanAsync(path)).HasNothingToDo.Should().BeTrue();
    }

    [Fact]
    public async Task An_account_whose_answer_was_lost_is_found_by_its_iban_and_not_entered_twice()
    {
        await KnownEverywhereAsync();
        var path = await RecordAsync(mainJob: false, new Operation.Create { Id = "", Resource = "bankAccount", Keys = ["iban"], Set = Fields.None.With("thirdparty", Known).With("iban", New).With("label", "new") });
        Prod.Faults = Simulator.FaultPlan.At(Simulator.CountedRequests.Writes, 1, new Simulator.Fault.EffectThenClose());

        (await ReplayAsync(path)).ExitCode.Should().Be(ExitCode.Done);

        Prod.Effects.Count(e => e.Call.EndsWith("bankaccounts", StringComparison.Ordinal)).Should().Be(1);
    }

    [Fact]
    public async Task An_iban_that_somebody_changed_on_prod_since_stops_it()
    {
        var path = await RecordChangeAsync();
        await OnProdAsync(HttpMethod.Put, "thirdparties/5000/bankaccounts/5000", """{"iban":"BE68539007547034"}""");

        (await PlanAsync(path)).ExitCode.Should().Be(ExitCode.Conflict);
    }

    [Fact]
    public async Task A_changeset_that_hides_it_among_others_is_refused()
    {
        var path = await RecordChangeAsync();
        var loaded = await LoadAsync(path);
        var phone = new Operation.Update { Id = "op2", Resource = "thirdparty", On = Known, Before = Fields.None.With("phone", "0101010101"), Set = Fields.None.With("phone", "0202020202"), After = Fields.None.With("phone", "0202020202") };
        await File.WriteAllBytesAsync(path, ChangesetFile.Write(loaded.Changeset with { Operations = loaded.Changeset.Operations.Add(phone) }), Cancel);

        (await PlanAsync(path)).Problems.Should().ContainSingle(p => p.Problem.Code == "not-alone" && p.Gate == ExitCode.Refused);
    }

    [Fact]
    public async Task A_revert_leaves_it_to_a_person()
    {
        var path = await RecordChangeAsync();
        await ReplayAsync(path);

        (await RevertAsync(path)).Should().BeOfType<RevertResult.Nothing>().Which.Left.Should().ContainSingle(p => p.Code == "by-hand");
    }

    private async Task<string> RecordChangeAsync()
    {
        await KnownEverywhereAsync();
        await SendAsync(Prod, HttpMethod.Post, "thirdparties/5000/bankaccounts", $$"""{"label":"main","iban":"{{Old}}"}""");
        await SendAsync(Two.Sandbox, HttpMethod.Post, "thirdparties/1/bankaccounts", $$"""{"label":"main","iban":"{{Old}}"}""");
        return await RecordAsync(mainJob: false, new Operation.Update
        {
            Id = "",
            Resource = "bankAccount",
            On = new Reference.Found(Fields.None.With("thirdparty", Known).With("iban", Old)),
            Before = Fields.None,
            Set = Fields.None.With("iban", New),
        });
    }
}
