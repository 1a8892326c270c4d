using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>A selection of a changeset: with what it needs, and named by the confirmation.</summary>
public class OnlySomeTests : ReplayTest
{
    [Fact]
    public async Task What_is_selected_comes_with_what_it_needs_and_the_rest_stays_undone()
    {
        var path = await Two.RecordMainJobAsync();

        var replayed = await ReplayAsync(path, Selection.Only(["op3"]));

        replayed.ExitCode.Should().Be(ExitCode.Done);
        replayed.Operations.Select(o => (o.Operation.Id, o.Outcome)).Should().Equal(("op1", Outcomes.Applied), ("op2", Outcomes.Applied), ("op3", Outcomes.Applied));
        TwoInstances.Writes(Prod).Should().NotContain(w => w.Path.EndsWith("/validate", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_rest_can_be_replayed_later_and_nothing_is_done_twice()
    {
        var path = await Two.RecordMainJobAsync();
        await ReplayAsync(path, Selection.Only(["op2"]));

        var rest = await ReplayAsync(path, Selection.All);

        rest.Operations.Select(o => o.Outcome).Should().Equal(Outcomes.AlreadyApplied, Outcomes.AlreadyApplied, Outcomes.Applied, Outcomes.Applied);
        TwoInstances.Writes(Prod).Should().HaveCount(4);
    }

    [Fact]
    public async Task The_code_of_the_whole_does_not_confirm_a_part_nor_the_code_of_a_part_the_whole()
    {
        var path = await Two.RecordMainJobAsync();
        var loaded = await LoadAsync(path);
        await using var all = Session(Purpose.Confirm);
        await using var some = Session(Purpose.Confirm, Selection.Only(["op1"]));
        // The same operations by another selection are not the same word of a person.
        await using var every = Session(Purpose.Confirm, Selection.Only(["op4"]));
        var codes = new[] { await CodeOf(all), await CodeOf(some), await CodeOf(every) };

        codes.Should().OnlyHaveUniqueItems();
        (await some.ConfirmAsync(loaded, codes[0], Cancel)).Should().BeOfType<ConfirmedReplay.Refused>();
        (await all.ConfirmAsync(loaded, codes[1], Cancel)).Should().BeOfType<ConfirmedReplay.Refused>();
        TwoInstances.Writes(Prod).Should().BeEmpty();

        async Task<string> CodeOf(ReplaySession session) => (await session.PlanAsync(loaded, Cancel)).Code;
    }

    [Fact]
    public async Task An_operation_that_is_not_there_is_named_and_nothing_is_planned()
    {
        var path = await Two.RecordMainJobAsync();
        await using var session = Session(Purpose.Look, Selection.Only(["op1", "op9"]));

        var plan = await session.PlanAsync(await LoadAsync(path), Cancel);

        plan.ExitCode.Should().Be(ExitCode.Error);
        plan.Problems.Should().ContainSingle().Which.Message.Should().Contain("'op9'");
        plan.Operations.Should().BeEmpty();
    }

    [Fact]
    public async Task A_conflict_in_what_is_not_selected_does_not_stop_what_is()
    {
        using var recorder = await Two.RecorderAsync();
        var supplier = Fields.None.With("name", "Bleu SARL").With("supplier", true).With("siren", "552081317");
        TwoInstances.Done(await recorder.DoAsync(new Operation.Create { Id = "", Resource = "thirdparty", Set = supplier, Keys = ["siren"] }, Cancel));
        TwoInstances.Done(await recorder.DoAsync(new Operation.Create { Id = "", Resource = "thirdparty", Set = TwoInstances.Supplier, Keys = ["vatNumber"] }, Cancel));
        var path = await FinishAsync(recorder);
        await EnterOnProdAsync("thirdparties", """{"name":"Bleu","fournisseur":1,"code_fournisseur":"auto","idprof1":"552081317"}""");

        (await PlanAsync(path)).ExitCode.Should().Be(ExitCode.Conflict);
        (await ReplayAsync(path, Selection.Only(["op2"]))).ExitCode.Should().Be(ExitCode.Done);
    }
}
