using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.Replay.Tests;

/// <summary>Prod, or the ledger, comes from an older backup than the other.</summary>
public class RestoredTests : ReplayTest
{
    [Fact]
    public async Task A_prod_that_lost_what_was_replayed_is_a_conflict_that_says_when_it_was_done()
    {
        var path = await ReplayedAndLostAsync();

        var plan = await PlanAsync(path);

        plan.ExitCode.Should().Be(ExitCode.Conflict);
        plan.Problems.Should().Contain(p => p.Code.Text == "gone-from-target" && p.Place == "op1"
            && p.Message.Contains("The ledger says that this was done on erp on 20", StringComparison.Ordinal) && p.Remedy.Contains("--again-after-restore", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_person_who_says_so_confirms_a_new_plan_and_it_is_done_again_once()
    {
        var path = await ReplayedAndLostAsync();
        var effects = Prod.Effects.Count;

        var replayed = await AgainAsync(path);

        replayed.ExitCode.Should().Be(ExitCode.Done);
        (Prod.Effects.Count - effects).Should().Be(4);
        (await AgainPlanAsync(path)).HasNothingToDo.Should().BeTrue();
        (await PlanAsync(path)).HasNothingToDo.Should().BeTrue("the ledger has the second replay");
    }

    [Fact]
    public async Task The_code_of_the_first_plan_does_not_confirm_the_second()
    {
        var path = await Two.RecordMainJobAsync();
        var beginning = Prod.Remember();
        var code = (await PlanAsync(path)).Code;
        await ConfirmAsync(path, code);
        Prod.Restore(beginning);
        await AgainPlanAsync(path);

        await using var session = AfterRestore(Purpose.Confirm);
        (await session.ConfirmAsync(await LoadAsync(path), code, Cancel)).Should().BeOfType<ConfirmedReplay.Refused>();
    }

    [Fact]
    public async Task Nothing_is_written_beside_what_was_replayed_with_another_ledger()
    {
        var path = await Two.RecordMainJobAsync();
        await ReplayAsync(path, Selection.Only(["op1", "op2"]));
        Two.More["DOLIBARR_LEDGER"] = Path.Combine(Two.Folder, "another.db");
        var effects = Prod.Effects.Count;

        var plan = await PlanAsync(path);

        plan.ExitCode.Should().Be(ExitCode.Conflict);
        plan.Problems.Should().Contain(p => p.Code.Text == "other-ledger" && p.Place == "op1").And.Contain(p => p.Code.Text == "other-ledger" && p.Place == "op2");
        Prod.Effects.Count.Should().Be(effects);
    }

    [Fact]
    public async Task Where_another_ledger_did_all_of_it_that_is_only_told()
    {
        var path = await Two.RecordMainJobAsync();
        await ReplayAsync(path);
        Two.More["DOLIBARR_LEDGER"] = Path.Combine(Two.Folder, "another.db");

        var plan = await PlanAsync(path);

        plan.HasNothingToDo.Should().BeTrue();
        plan.Notes.Should().Contain(note => note.Contains("another ledger", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_person_who_lost_the_ledger_goes_on_with_what_is_missing()
    {
        var path = await Two.RecordMainJobAsync();
        await ReplayAsync(path, Selection.Only(["op1", "op2"]));
        Two.More["DOLIBARR_LEDGER"] = Path.Combine(Two.Folder, "another.db");

        (await AgainAsync(path)).ExitCode.Should().Be(ExitCode.Done);

        Prod.EffectCounts["POST /thirdparties"].Should().Be(1);
    }

    /// <summary>Replayed, and then prod is as it was before.</summary>
    private async Task<string> ReplayedAndLostAsync()
    {
        var path = await Two.RecordMainJobAsync();
        var beginning = Prod.Remember();
        (await ReplayAsync(path)).ExitCode.Should().Be(ExitCode.Done);
        Prod.Restore(beginning);
        return path;
    }

    private ReplaySession AfterRestore(Purpose purpose) => ((SessionResult.Open)ReplaySession.Open(
        Two.ReplayVariables(), purpose, new SessionOptions(new Silent(), NullLogger.Instance, TimeProvider.System, Patience) { AgainAfterRestore = true })).Session;

    private async Task<Plan> AgainPlanAsync(string path)
    {
        await using var session = AfterRestore(Purpose.Look);
        return await session.PlanAsync(await LoadAsync(path), Cancel);
    }

    private async Task<Replayed> AgainAsync(string path)
    {
        var code = (await AgainPlanAsync(path)).Code;
        await using var session = AfterRestore(Purpose.Confirm);
        return (await session.ConfirmAsync(await LoadAsync(path), code, Cancel)).Should().BeOfType<ConfirmedReplay.Done>().Subject.Replayed;
    }
}
