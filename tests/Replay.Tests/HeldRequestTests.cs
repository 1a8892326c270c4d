using DolibarrAgent.Operations;
using DolibarrAgent.Simulator;
using DolibarrAgent.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.Replay.Tests;

/// <summary>A request that a server holds longer than anybody waits, as behind the lock of a table. No call tells how long a server may work.</summary>
public class HeldRequestTests : ReplayTest
{
    private static readonly Fault Held = new Fault.CloseThenEffect(new LateEffect.WhenReleased());

    [Fact]
    public async Task A_new_supplier_is_not_sent_a_second_time_and_the_end_does_not_say_done()
    {
        var (path, replayed) = await HeldAsync(Patience);

        replayed.ExitCode.Should().Be(ExitCode.Unknown);
        replayed.Operations[0].Problems.Should().ContainSingle(p => p.Code.Text == "may-still-come");
        Prod.ReleaseLate().Should().Be(1);
        (await ReplayAsync(path)).ExitCode.Should().Be(ExitCode.Done);
        Suppliers().Should().Be(1);
    }

    [Fact]
    public async Task The_next_plan_says_that_it_was_sent_and_wants_another_code()
    {
        var path = await Two.RecordMainJobAsync();
        var code = (await PlanAsync(path)).Code;
        Prod.Faults = FaultPlan.At(CountedRequests.Writes, 1, Held);
        await ConfirmAsync(path, code);
        Prod.Faults = FaultPlan.None;

        var plan = await PlanAsync(path);

        plan.Notes.Should().Contain(note => note.StartsWith("op1 was sent to erp on ", StringComparison.Ordinal));
        (await ConfirmAsync(path, code)).Should().BeOfType<ConfirmedReplay.Refused>();
    }

    [Fact]
    public async Task It_is_sent_again_where_a_person_said_how_long_the_server_works_and_the_end_says_what_that_rests_on()
    {
        var (path, replayed) = await HeldAsync(Patience with { IsGiven = true });

        replayed.ExitCode.Should().Be(ExitCode.Done);
        replayed.Operations[0].Assumed.Should().Contain("DOLIBARR_SETTLE_SECONDS");
        Prod.ReleaseLate();
        await using var session = Session(Purpose.Look);
        (await session.VerifyAsync(await LoadAsync(path), Cancel)).ExitCode.Should().Be(ExitCode.Conflict, "the server worked longer than was said");
    }

    [Fact]
    public async Task An_invoice_is_sent_again_for_the_server_takes_its_reference_once()
    {
        var path = await Two.RecordMainJobAsync();
        var code = (await PlanAsync(path)).Code;
        Prod.Faults = FaultPlan.At(CountedRequests.Writes, 2, Held);

        var replayed = (await ConfirmAsync(path, code)).Should().BeOfType<ConfirmedReplay.Done>().Subject.Replayed;

        replayed.ExitCode.Should().Be(ExitCode.Done);
        replayed.Operations.Should().OnlyContain(o => o.Assumed.Length == 0);
        Prod.ReleaseLate();
        Prod.EffectCounts["POST /supplierinvoices"].Should().Be(1);
    }

    private async Task<(string Path, Replayed Replayed)> HeldAsync(Patience patience)
    {
        var path = await Two.RecordMainJobAsync();
        var loaded = await LoadAsync(path);
        await using var session = ((SessionResult.Open)ReplaySession.Open(Two.ReplayVariables(), Purpose.Confirm, new SessionOptions(new Silent(), NullLogger.Instance, TimeProvider.System, patience))).Session;
        var code = (await session.PlanAsync(loaded, Cancel)).Code;
        Prod.Faults = FaultPlan.At(CountedRequests.Writes, 1, Held);
        var came = await session.ConfirmAsync(loaded, code, Cancel);
        Prod.Faults = FaultPlan.None;
        return (path, came.Should().BeOfType<ConfirmedReplay.Done>().Subject.Replayed);
    }

    private int Suppliers() => Prod.EffectCounts["POST /thirdparties"];
}
