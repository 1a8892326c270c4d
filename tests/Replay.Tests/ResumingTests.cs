using DolibarrAgent.Changesets;
using DolibarrAgent.Simulator;
using DolibarrAgent.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.Replay.Tests;

/// <summary>What a later run makes of one that ended early.</summary>
public class ResumingTests : ReplayTest
{
    [Fact]
    public async Task What_prod_accepted_and_somebody_deleted_before_it_was_read_back_is_not_sent_again()
    {
        var path = await Two.RecordMainJobAsync();
        await DieAsync(path, step => step is { Entry: EntryKind.Answered, Operation: "op2", Written: true });
        await DeleteOnProdAsync("supplierinvoices/5000");

        var plan = await PlanAsync(path);

        plan.ExitCode.Should().Be(ExitCode.Conflict);
        plan.Problems.Should().ContainSingle().Which.Should().Match<Problem>(p => p.Code.Text == "accepted-not-there" && p.Place == "op2" && p.Message.Contains("erp accepted it"));
        (await ConfirmAsync(path, plan.Code)).Should().BeOfType<ConfirmedReplay.Stopped>();
        TwoInstances.Writes(Prod).Count(w => w.Key == "agent").Should().Be(2, "the supplier and the invoice were sent once");
    }

    [Fact]
    public async Task What_stands_in_the_way_of_one_operation_can_be_left_out_with_only()
    {
        var path = await Two.RecordMainJobAsync();
        await DieAsync(path, step => step is { Entry: EntryKind.Answered, Operation: "op2", Written: true });
        await DeleteOnProdAsync("supplierinvoices/5000");

        (await PlanAsync(path)).ExitCode.Should().Be(ExitCode.Conflict);
        await using var session = Session(Purpose.Look, Selection.Only(["op1"]));

        (await session.PlanAsync(await LoadAsync(path), Cancel)).ExitCode.Should().Be(ExitCode.Done);
    }

    [Fact]
    public async Task What_was_sent_by_a_run_that_died_and_arrives_late_is_waited_for_and_not_sent_again()
    {
        var path = await Two.RecordMainJobAsync();
        Prod.Faults = FaultPlan.At(CountedRequests.Writes, 1, new Fault.CloseThenEffect(new LateEffect.WhenReleased()));
        await DieAsync(path, step => step is { Entry: EntryKind.Answered, Operation: "op1", Written: false });
        var code = (await PlanAsync(path)).Code;
        await using var session = ((SessionResult.Open)ReplaySession.Open(Two.ReplayVariables(), Purpose.Confirm, new SessionOptions(new Silent(), NullLogger.Instance, TimeProvider.System, Patience)
        {
            AtStep = step => _ = step is { Entry: EntryKind.Confirmed, Written: true } ? Prod.ReleaseLate() : 0,
        })).Session;

        var replayed = (await session.ConfirmAsync(await LoadAsync(path), code, Cancel)).Should().BeOfType<ConfirmedReplay.Done>().Subject.Replayed;

        replayed.ExitCode.Should().Be(ExitCode.Done);
        Prod.EffectCounts["POST /thirdparties"].Should().Be(1, "the ledger knew that it was on its way");
    }

    [Fact]
    public async Task An_invoice_that_was_paid_before_the_run_that_resumes_is_validated_and_no_conflict()
    {
        var path = await Two.RecordMainJobAsync();
        await DieAsync(path, step => step is { Entry: EntryKind.Answered, Operation: "op4", Written: true });
        await PutOnProdAsync("supplierinvoices/5000", """{"paye":1}""");

        (await PlanAsync(path)).ExitCode.Should().Be(ExitCode.Done);
        (await ConfirmAsync(path, "")).Should().BeOfType<ConfirmedReplay.NothingToDo>();
        await using var session = Session(Purpose.Look);
        (await session.VerifyAsync(await LoadAsync(path), Cancel)).Differences.Should().BeEmpty();
    }

    [Fact]
    public async Task A_creation_that_came_out_with_other_totals_does_not_pass_for_applied_afterwards()
    {
        var path = await Two.RecordMainJobAsync();
        await DieAsync(path, step => step is { Entry: EntryKind.Answered, Operation: "op2", Written: true });
        await PutOnProdAsync("supplierinvoices/5000/lines/5000", """{"description":"VPS & co","qty":2,"pu_ht":99,"tva_tx":20,"product_type":1}""");

        var plan = await PlanAsync(path);

        plan.ExitCode.Should().Be(ExitCode.Conflict);
        plan.Problems.Should().OnlyContain(p => p.Place == "op2");
    }

    [Fact]
    public async Task A_refusal_of_a_server_that_did_it_all_the_same_is_looked_at_and_found_done()
    {
        var path = await Two.RecordMainJobAsync();
        Prod.Faults = FaultPlan.At(CountedRequests.Writes, 2, new Fault.EffectThenServerError());

        var replayed = await ReplayAsync(path);

        replayed.ExitCode.Should().Be(ExitCode.Done);
        Prod.EffectCounts["POST /supplierinvoices"].Should().Be(1);
    }

    [Fact]
    public async Task Told_that_there_are_too_many_requests_it_waits_and_goes_on()
    {
        var path = await Two.RecordMainJobAsync();
        Prod.Faults = FaultPlan.At(CountedRequests.Writes, 3, new Fault.TooManyRequests());

        (await ReplayAsync(path)).ExitCode.Should().Be(ExitCode.Done);
    }

    [Fact]
    public async Task Once_an_answer_stays_out_nothing_more_is_begun_until_it_is_known_what_became_of_it()
    {
        using var recorder = await Two.RecorderAsync();
        foreach (var n in Enumerable.Range(1, 4))
        {
            TwoInstances.Done(await recorder.DoAsync(new Operation.Create { Id = "", Resource = "thirdparty", Set = Fields.None.With("name", $"Supplier {n}").With("supplier", true), Keys = ["name"] }, Cancel));
        }
        var path = await FinishAsync(recorder);
        Prod.Faults = FaultPlan.At(CountedRequests.Writes, 1, new Fault.EffectThenClose());

        (await ReplayAsync(path)).ExitCode.Should().Be(ExitCode.Done);

        var afterTheFirst = Prod.Requests.SkipWhile(r => r.Method == "GET").Skip(1).First();
        afterTheFirst.Method.Should().Be("GET", "it asks first, and sends the second then");
    }

    [Fact]
    public async Task A_validation_waits_for_a_change_that_is_yet_to_be_made_and_is_not_a_conflict_meanwhile()
    {
        using var recorder = await Two.RecorderAsync();
        foreach (var operation in TwoInstances.MainJob("pdf").Take(2))
        {
            TwoInstances.Done(await recorder.DoAsync(operation with { From = [] }, Cancel));
        }
        TwoInstances.Done(await recorder.DoAsync(new Operation.Update { Id = "", Resource = "supplierInvoice", On = new Reference.Created("op2"), Before = Fields.None, Set = Fields.None.With("lines", [TwoInstances.Line("VPS", "5", "10")]) }, Cancel));
        TwoInstances.Done(await recorder.DoAsync(new Operation.Validate { Id = "", Resource = "supplierInvoice", On = new Reference.Created("op2") }, Cancel));
        var path = await FinishAsync(recorder);
        await ReplayAsync(path, Selection.Only(["op2"]));

        (await PlanAsync(path)).Problems.Should().BeEmpty("its totals will be what the change makes them");
        (await ReplayAsync(path)).ExitCode.Should().Be(ExitCode.Done);
    }

    /// <summary>Runs until a step, at which the process is gone.</summary>
    private async Task DieAsync(string path, Func<Step, bool> at)
    {
        var options = new SessionOptions(new Silent(), NullLogger.Instance, TimeProvider.System, Patience) { AtStep = step => { if (at(step)) { throw new OperationCanceledException("The process is gone."); } } };
        await using var session = ((SessionResult.Open)ReplaySession.Open(Two.ReplayVariables(), Purpose.Confirm, options)).Session;
        var loaded = await LoadAsync(path);
        var code = (await session.PlanAsync(loaded, Cancel)).Code;
        await FluentActions.Awaiting(() => session.ConfirmAsync(loaded, code, Cancel)).Should().ThrowAsync<OperationCanceledException>();
    }

    private async Task PutOnProdAsync(string path, string json)
    {
        using var person = Prod.ClientOf("admin");
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        (await person.PutAsync(new Uri(path, UriKind.Relative), body, Cancel)).EnsureSuccessStatusCode();
    }

    private async Task DeleteOnProdAsync(string path)
    {
        using var person = Prod.ClientOf("admin");
        (await person.DeleteAsync(new Uri(path, UriKind.Relative), Cancel)).EnsureSuccessStatusCode();
    }
}
