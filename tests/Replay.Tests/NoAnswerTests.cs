using DolibarrAgent.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace DolibarrAgent.Replay.Tests;

/// <summary>A write whose answer does not come is not failed: it is asked for, by marker, key and state.</summary>
public class NoAnswerTests : ReplayTest
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task An_answer_that_is_lost_after_the_effect_leaves_everything_there_once(int lost)
    {
        var replayed = await ReplayThroughAsync(proxy => proxy.LosesAnswer = number => number == lost);

        replayed.ExitCode.Should().Be(ExitCode.Done);
        TwoInstances.Writes(Prod).Should().HaveCount(4, "what took effect was not sent again");
    }

    [Fact]
    public async Task When_every_answer_is_lost_everything_is_there_once()
    {
        var replayed = await ReplayThroughAsync(proxy => proxy.LosesAnswer = _ => true);

        replayed.ExitCode.Should().Be(ExitCode.Done);
        TwoInstances.Writes(Prod).Should().HaveCount(4);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_request_that_is_lost_before_the_effect_is_sent_again_once_the_server_must_be_done(int lost)
    {
        var replayed = await ReplayThroughAsync(proxy => proxy.LosesRequest = number => number == lost);

        replayed.ExitCode.Should().Be(ExitCode.Done);
        TwoInstances.Writes(Prod).Should().HaveCount(4);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_a_server_failed_at_is_not_sent_again_by_the_same_run(int write)
    {
        var path = await Two.RecordMainJobAsync();
        var code = (await PlanAsync(path)).Code;
        Prod.Faults = Simulator.FaultPlan.At(Simulator.CountedRequests.Writes, write, new Simulator.Fault.HalfThenServerError());

        var replayed = (await ConfirmAsync(path, code)).Should().BeOfType<ConfirmedReplay.Done>().Subject.Replayed;

        replayed.Operations[write - 1].Problems.Should().ContainSingle(p => p.Code.Text == "server-error");
        TwoInstances.Writes(Prod).Should().HaveCount(write);
        (await PlanAsync(path)).Notes.Should().Contain(note => note.Contains("failed at it", StringComparison.Ordinal));
        (await ReplayAsync(path)).ExitCode.Should().Be(ExitCode.Done);
    }

    [Fact]
    public async Task A_key_that_is_refused_in_passing_leaves_everything_there_once()
    {
        var path = await Two.RecordMainJobAsync();
        var code = (await PlanAsync(path)).Code;
        Prod.Faults = Simulator.FaultPlan.At(Simulator.CountedRequests.Writes, 1, new Simulator.Fault.KeyUnread())
            .And(Simulator.FaultPlan.At(Simulator.CountedRequests.Writes, 3, new Simulator.Fault.KeyUnread()));

        (await ConfirmAsync(path, code)).Should().BeOfType<ConfirmedReplay.Done>().Which.Replayed.ExitCode.Should().Be(ExitCode.Done);

        Prod.Effects.Should().HaveCount(4);
    }

    [Fact]
    public async Task When_nothing_ever_arrives_the_outcome_is_unknown_and_nothing_that_depends_on_it_is_tried()
    {
        var replayed = await ReplayThroughAsync(proxy => proxy.LosesRequest = _ => true);

        replayed.ExitCode.Should().Be(ExitCode.Unknown);
        replayed.Operations.Select(o => o.Outcome).Should().Equal(Outcomes.Unknown, Outcomes.NotReached, Outcomes.NotReached, Outcomes.NotReached);
    }

    private async Task<Replayed> ReplayThroughAsync(Action<LossyProxy> losing)
    {
        var path = await Two.RecordMainJobAsync();
        await using var proxy = await LossyProxy.BeforeAsync(Prod.Address);
        losing(proxy);
        var variables = new Dictionary<string, string?>(Two.ReplayVariables()) { ["DOLIBARR_PROD_URL"] = proxy.Address.ToString() };
        await using var session = ((SessionResult.Open)ReplaySession.Open(variables, Purpose.Confirm, new SessionOptions(new Silent(), NullLogger.Instance, TimeProvider.System, Patience))).Session;
        var loaded = await LoadAsync(path);
        var code = (await session.PlanAsync(loaded, Cancel)).Code;
        return (await session.ConfirmAsync(loaded, code, Cancel)).Should().BeOfType<ConfirmedReplay.Done>().Subject.Replayed;
    }
}
