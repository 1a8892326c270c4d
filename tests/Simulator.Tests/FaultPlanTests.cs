using System.Collections.Immutable;

namespace DolibarrAgent.Simulator.Tests;

/// <summary>Which calls are struck.</summary>
public sealed class FaultPlanTests
{
    private static readonly ImmutableArray<Fault> Kinds = [new Fault.TooManyRequests(), new Fault.Unavailable(), new Fault.EffectThenHtml(), new Fault.EffectThenServerError()];

    [Theory]
    [InlineData(CountedRequests.All, 3)]
    [InlineData(CountedRequests.Writes, 7)]
    [InlineData(CountedRequests.Reads, 5)]
    public async Task A_call_is_struck_by_its_number_among_all_among_the_writes_or_among_the_reads(CountedRequests counted, int struck)
    {
        await using var server = await Servers.StartAsync(options => options with { Faults = FaultPlan.At(counted, 3, new Fault.Unavailable()) });
        foreach (var call in new[] { "POST /thirdparties", "GET /status", "GET /thirdparties", "DELETE /thirdparties/9" })
        {
            await server.CallAsync(call);
            await server.CallAsync(call);
        }

        server.Requests.Where(entry => entry.Fault is not null).Should().ContainSingle().Which.Number.Should().Be(struck);
    }

    [Fact]
    public async Task Numbers_start_again_when_the_faults_are_set()
    {
        await using var server = await Servers.StartAsync();
        await server.CallAsync("GET /status");
        var plan = FaultPlan.At(CountedRequests.All, 1, new Fault.Unavailable());
        server.Faults = plan;
        (await server.CallAsync("GET /status")).Status.Should().Be(503);
        (await server.CallAsync("GET /status")).Status.Should().Be(200);
        server.Faults = plan;
        (await server.CallAsync("GET /status")).Status.Should().Be(503);
        server.Faults = FaultPlan.None;
        (await server.CallAsync("GET /status")).Status.Should().Be(200);
    }

    [Fact]
    public async Task Two_plans_strike_together()
    {
        await using var server = await Servers.StartAsync(options => options with
        {
            Faults = FaultPlan.At(CountedRequests.All, 1, new Fault.Unavailable()).And(FaultPlan.At(CountedRequests.All, 2, new Fault.TooManyRequests())),
        });
        (await server.CallAsync("GET /status")).Status.Should().Be(503);
        (await server.CallAsync("GET /status")).Status.Should().Be(429);
        (await server.CallAsync("GET /status")).Status.Should().Be(200);
    }

    [Fact]
    public void Where_two_plans_strike_one_call_the_first_does() =>
        FaultPlan.At(CountedRequests.Writes, 1, new Fault.Lost()).And(FaultPlan.At(CountedRequests.All, 1, new Fault.Unavailable()))
            .Strikes(1, isWrite: true, 1).Should().Be(new Fault.Lost());

    [Fact]
    public void The_same_seed_strikes_the_same_calls_in_the_same_way() =>
        Struck(42, 0.2).Should().Equal(Struck(42, 0.2)).And.NotEqual(Struck(43, 0.2));

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0.05, 400, 600)]
    [InlineData(1, 10_000, 10_000)]
    public void The_rate_is_the_share_of_calls_that_are_struck(double rate, int least, int most) =>
        Struck(42, rate).Count(fault => fault is not null).Should().BeInRange(least, most);

    [Fact]
    public void Every_kind_is_chosen_about_as_often() =>
        Struck(7, 1).CountBy(fault => fault!.Name).Should().HaveCount(Kinds.Length).And.OnlyContain(count => count.Value > 2300 && count.Value < 2700);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Neighbouring_seeds_have_nothing_in_common_nor_are_they_shifted(int by) =>
        Struck(1, 0.5).Skip(by).Zip(Struck(2, 0.5)).Count(pair => pair.First is null == pair.Second is null).Should().BeInRange(4700, 5300);

    [Fact]
    public void A_seed_can_strike_writes_alone()
    {
        var plan = FaultPlan.Seeded(CountedRequests.Writes, 1, 1, Kinds);
        plan.Strikes(1, isWrite: false, 1).Should().BeNull();
        plan.Strikes(2, isWrite: true, 1).Should().NotBeNull();
    }

    [Fact]
    public void A_plan_that_cannot_be_is_not_made()
    {
        ((Action[])
        [
            () => FaultPlan.At(CountedRequests.All, 0, new Fault.Lost()),
            () => FaultPlan.Seeded(CountedRequests.All, 1, 1.5, Kinds),
            () => FaultPlan.Seeded(CountedRequests.All, 1, -0.1, Kinds),
            () => FaultPlan.Seeded(CountedRequests.All, 1, 0.5, []),
        ]).Should().AllSatisfy(make => make.Should().Throw<ArgumentException>());
    }

    private static IEnumerable<Fault?> Struck(long seed, double rate)
    {
        var plan = FaultPlan.Seeded(CountedRequests.All, seed, rate, Kinds);
        return [.. Enumerable.Range(1, 10_000).Select(number => plan.Strikes(number, isWrite: true, number))];
    }
}
