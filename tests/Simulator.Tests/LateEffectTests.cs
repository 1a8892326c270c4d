using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator.Tests;

/// <summary>Calls that got stuck on their way and take effect when nobody waits for them any longer.</summary>
public sealed class LateEffectTests
{
    [Fact]
    public async Task The_client_is_told_nothing_and_the_effect_takes_place_when_it_is_released()
    {
        await using var server = await StruckAsync(new LateEffect.WhenReleased());
        (await RawConnection.CreateThirdPartyAsync(server)).Should().Be(new RawConnection("", WasReset: false));
        server.Effects.Should().BeEmpty();
        (await server.CallAsync("GET /thirdparties/1")).Status.Should().Be(404);
        server.ReleaseLate().Should().Be(1);
        (await server.CallAsync("GET /thirdparties/1")).Status.Should().Be(200);
        server.ReleaseLate().Should().Be(0);
    }

    [Fact]
    public async Task It_is_logged_when_it_came_and_again_when_it_took_effect()
    {
        await using var server = await StruckAsync(new LateEffect.WhenReleased());
        await RawConnection.CreateThirdPartyAsync(server);
        await server.CallAsync("GET /status");
        server.ReleaseLate();
        server.Requests.Select(entry => (entry.Number, entry.Call, entry.TookEffect, entry.OwnStatus, entry.LateEffectOf)).Should().Equal(
            (1, "POST /thirdparties", false, null, null),
            (2, "GET /status", false, 200, null),
            (3, "POST /thirdparties", true, 200, 1));
        server.Effects.Should().ContainSingle().Which.Number.Should().Be(3);
    }

    [Fact]
    public async Task It_takes_effect_after_a_time_on_the_server_s_clock()
    {
        var clock = new ManualClock();
        await using var server = await StruckAsync(new LateEffect.AfterTime(TimeSpan.FromSeconds(30)), clock);
        await RawConnection.CreateThirdPartyAsync(server);
        clock.Advance(TimeSpan.FromSeconds(29));
        server.Effects.Should().BeEmpty();
        clock.Advance(TimeSpan.FromSeconds(1));
        server.Effects.Should().ContainSingle().Which.At.Should().Be(clock.GetUtcNow());
    }

    [Fact]
    public async Task What_was_released_does_not_take_effect_again_when_its_time_comes()
    {
        var clock = new ManualClock();
        await using var server = await StruckAsync(new LateEffect.AfterTime(TimeSpan.FromSeconds(30)), clock);
        await RawConnection.CreateThirdPartyAsync(server);
        server.ReleaseLate();
        clock.Advance(TimeSpan.FromSeconds(60));
        server.Effects.Should().ContainSingle();
    }

    [Fact]
    public async Task It_takes_effect_after_a_number_of_further_calls_and_before_the_answer_to_the_last()
    {
        await using var server = await StruckAsync(new LateEffect.AfterRequests(2));
        await RawConnection.CreateThirdPartyAsync(server);
        (await server.CallAsync("GET /thirdparties/1")).Status.Should().Be(404);
        (await server.CallAsync("GET /thirdparties/1")).Status.Should().Be(404);
        server.Effects.Should().ContainSingle();
        (await server.CallAsync("GET /thirdparties/1")).Status.Should().Be(200);
    }

    [Fact]
    public async Task It_meets_what_was_done_meanwhile()
    {
        await using var server = await Servers.StartAsync();
        var supplier = await server.SupplierAsync();
        server.Faults = FaultPlan.At(CountedRequests.Writes, 1, new Fault.CloseThenEffect(new LateEffect.WhenReleased()));
        await RawConnection.SendAsync(server, "POST /api/index.php/supplierinvoices", Servers.Draft(supplier, "F-1"));
        await server.DraftAsync(supplier, "F-1");
        server.ReleaseLate();
        (server.Requests[^1].OwnStatus, server.Requests[^1].TookEffect, server.Requests[^1].LateEffectOf).Should().Be((500, false, 2));
        server.EffectCounts["POST /supplierinvoices"].Should().Be(1);
    }

    [Fact]
    public async Task A_reset_forgets_it()
    {
        var clock = new ManualClock();
        await using var server = await StruckAsync(new LateEffect.AfterTime(TimeSpan.FromSeconds(30)), clock);
        await RawConnection.CreateThirdPartyAsync(server);
        server.Reset();
        clock.Advance(TimeSpan.FromSeconds(60));
        server.ReleaseLate().Should().Be(0);
        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Other_faults_leave_it_waiting()
    {
        await using var server = await StruckAsync(new LateEffect.WhenReleased());
        await RawConnection.CreateThirdPartyAsync(server);
        server.Faults = FaultPlan.None;
        server.ReleaseLate().Should().Be(1);
    }

    [Fact]
    public async Task It_can_be_released_over_the_network()
    {
        await using var server = await StruckAsync(new LateEffect.WhenReleased());
        await RawConnection.CreateThirdPartyAsync(server);
        using var client = new HttpClient { BaseAddress = server.Address };
        using var answer = await client.PostAsync(new Uri("/simulator/release", UriKind.Relative), null, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        JsonNode.Parse(text)!["released"]!.GetValue<int>().Should().Be(1);
        server.Effects.Should().ContainSingle();
    }

    private static Task<SimulatedDolibarr> StruckAsync(LateEffect when, TimeProvider? clock = null) =>
        Servers.StartAsync(options => options with
        {
            Faults = FaultPlan.At(CountedRequests.Writes, 1, new Fault.CloseThenEffect(when)),
            Clock = clock ?? options.Clock,
        });
}
