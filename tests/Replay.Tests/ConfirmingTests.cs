using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

public class ConfirmingTests : ReplayTest
{
    [Theory]
    [InlineData("00000000")]
    [InlineData("")]
    [InlineData("y")]
    [InlineData("yes")]
    public async Task Anything_but_the_plans_code_is_refused_and_nothing_is_written(string code)
    {
        var path = await Two.RecordMainJobAsync();

        (await ConfirmAsync(path, code)).Should().BeOfType<ConfirmedReplay.Refused>().Which.Problem.Code.Text.Should().Be("wrong-code");
        TwoInstances.Writes(Prod).Should().BeEmpty();
    }

    [Fact]
    public async Task The_code_of_a_plan_is_not_in_its_digest_and_confirms_no_other_changeset()
    {
        var path = await Two.RecordMainJobAsync();
        var plan = await PlanAsync(path);
        await SwapAsync(path, changeset => changeset with { Title = "Something else" });

        plan.Code.Should().HaveLength(8).And.NotBe(plan.Digest.Hex[..8]);
        (await ConfirmAsync(path, plan.Code)).Should().BeOfType<ConfirmedReplay.Refused>().Which.Problem.Code.Text.Should().Be("wrong-code");
        TwoInstances.Writes(Prod).Should().BeEmpty();
    }

    [Fact]
    public async Task Nor_does_one_that_is_worked_out_from_the_plan_or_was_never_shown()
    {
        var path = await Two.RecordMainJobAsync();
        var name = (await PlanAsync(path)).Name;

        (await ConfirmAsync(path, name)).Should().BeOfType<ConfirmedReplay.Refused>().Which.Problem.Message.Should().Contain(name).And.Contain("shown");
    }

    [Fact]
    public async Task The_same_situation_has_the_same_code_for_whoever_shares_the_ledger()
    {
        var path = await Two.RecordMainJobAsync();

        (await PlanAsync(path)).Code.Should().Be((await PlanAsync(path)).Code);
    }

    [Fact]
    public async Task Without_the_ledger_that_a_plan_was_shown_in_its_code_confirms_nothing()
    {
        var path = await Two.RecordMainJobAsync();
        var code = (await PlanAsync(path)).Code;
        foreach (var file in Directory.GetFiles(Two.Folder, "ledger*"))
        {
            File.Delete(file);
        }

        (await ConfirmAsync(path, code)).Should().BeOfType<ConfirmedReplay.Refused>().Which.Problem.Code.Text.Should().Be("wrong-code");
        TwoInstances.Writes(Prod).Should().BeEmpty();
    }

    [Fact]
    public async Task A_code_is_void_once_prod_has_moved_in_something_that_the_plan_relies_on()
    {
        using var recorder = await Two.RecorderAsync();
        await EverywhereAsync("""{"name":"Dupont","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR40303265045","phone":"0102"}""");
        var party = new Reference.Found(Fields.None.With("vatNumber", "FR40303265045"));
        TwoInstances.Done(await recorder.DoAsync(new Operation.Update { Id = "", Resource = "thirdparty", On = party, Before = Fields.None, Set = Fields.None.With("phone", "0909") }, Cancel));
        var path = ((Recording.EndResult.Ended)await recorder.FinishAsync(Cancel)).Path;
        var code = (await PlanAsync(path)).Code;
        await ChangeOnProdAsync("thirdparties/5000", """{"name":"Dupont et fils"}""");

        var confirmed = await ConfirmAsync(path, code);

        confirmed.Should().BeOfType<ConfirmedReplay.Refused>().Which.Problem.Code.Text.Should().Be("wrong-code");
        TwoInstances.Writes(Prod).Count().Should().Be(2, "only the person wrote");
    }

    [Fact]
    public async Task Another_changeset_has_another_code()
    {
        var one = await Two.RecordMainJobAsync();
        Two.Sandbox.Reset();
        var other = await Two.RecordMainJobAsync();

        (await PlanAsync(other)).Code.Should().NotBe((await PlanAsync(one)).Code);
    }

    [Fact]
    public async Task A_changeset_whose_bytes_were_changed_after_its_replay_does_not_pass_for_done()
    {
        var path = await Two.RecordMainJobAsync();
        await ReplayAsync(path);
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path, Cancel)).Replace("35.20 EUR", "35.21 EUR", StringComparison.Ordinal), Cancel);

        var plan = await PlanAsync(path);

        plan.ExitCode.Should().Be(ExitCode.Refused);
        plan.Problems.Should().ContainSingle(p => p.Code.Text == "other-than-confirmed");
    }

    [Fact]
    public async Task A_changeset_that_is_still_open_is_refused()
    {
        using var recorder = await Two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(TwoInstances.MainJob("pdf").First() with { From = [] }, Cancel));

        var plan = await PlanAsync(recorder.Path!);

        plan.ExitCode.Should().Be(ExitCode.Refused);
        plan.Problems.Should().ContainSingle(p => p.Code.Text == "changeset-open");
    }

    private static async Task SwapAsync(string path, Func<Changeset, Changeset> change) =>
        await File.WriteAllBytesAsync(path, ChangesetFile.Write(change((await LoadAsync(path)).Changeset)), Cancel);

    private async Task EverywhereAsync(string thirdparty)
    {
        foreach (var instance in new[] { Two.Prod, Two.Sandbox })
        {
            using var person = instance.ClientOf("admin");
            using var body = new StringContent(thirdparty, System.Text.Encoding.UTF8, "application/json");
            (await person.PostAsync(new Uri("thirdparties", UriKind.Relative), body, Cancel)).EnsureSuccessStatusCode();
        }
    }

    private async Task ChangeOnProdAsync(string path, string json)
    {
        using var person = Prod.ClientOf("admin");
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        (await person.PutAsync(new Uri(path, UriKind.Relative), body, Cancel)).EnsureSuccessStatusCode();
    }
}
