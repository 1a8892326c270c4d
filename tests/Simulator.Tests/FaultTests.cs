using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator.Tests;

/// <summary>What a client gets under each fault, and what the server holds afterwards.</summary>
public sealed class FaultTests
{
    private const string Create = "POST /thirdparties";

    [Fact]
    public async Task A_lost_call_gets_a_closed_connection_and_does_nothing()
    {
        await using var server = await StruckAsync(new Fault.Lost());
        (await RawConnection.CreateThirdPartyAsync(server)).Should().Be(new RawConnection("", WasReset: false));
        var entry = server.Requests.Should().ContainSingle().Which;
        (entry.Status, entry.OwnStatus, entry.TookEffect, entry.Fault).Should().Be((0, null, false, new Fault.Lost()));
        await ShouldHoldAsync(server, 0);
    }

    [Fact]
    public async Task The_connection_is_closed_after_the_effect()
    {
        await using var server = await StruckAsync(new Fault.EffectThenClose());
        (await RawConnection.CreateThirdPartyAsync(server)).Should().Be(new RawConnection("", WasReset: false));
        var entry = server.Requests.Should().ContainSingle().Which;
        (entry.Status, entry.OwnStatus, entry.TookEffect, entry.Created).Should().Be((0, 200, true, 1));
        await ShouldHoldAsync(server, 1);
    }

    [Fact]
    public async Task The_connection_is_reset_after_the_effect()
    {
        await using var server = await StruckAsync(new Fault.EffectThenReset());
        (await RawConnection.CreateThirdPartyAsync(server)).Should().Be(new RawConnection("", WasReset: true));
        await ShouldHoldAsync(server, 1);
    }

    [Fact]
    public async Task A_late_answer_comes_whole()
    {
        await using var server = await StruckAsync(new Fault.EffectThenLate(TimeSpan.FromMilliseconds(20)));
        var answer = await server.CallAsync(Create, """{"name":"A"}""");
        (answer.Status, answer.Text).Should().Be((200, "1"));
        server.Requests[0].Status.Should().Be(200);
    }

    [Fact]
    public async Task A_late_answer_is_held_until_the_client_has_gone()
    {
        await using var server = await StruckAsync(new Fault.EffectThenLate());
        using var client = server.ClientOf("agent");
        client.Timeout = TimeSpan.FromMilliseconds(200);
        using var body = new StringContent("""{"name":"A"}""");
        var call = async () => await client.PostAsync(new Uri("thirdparties", UriKind.Relative), body, TestContext.Current.CancellationToken);
        await call.Should().ThrowAsync<TaskCanceledException>();
        await ShouldHoldAsync(server, 1);
    }

    /// <summary>A server that did wait would end the connections after 30 seconds: the limit is below that.</summary>
    [Fact(Timeout = 20_000)]
    public async Task A_server_that_ends_waits_for_no_client()
    {
        var server = await StruckAsync(new Fault.EffectThenLate());
        var call = RawConnection.CreateThirdPartyAsync(server);
        while (server.Requests.Count == 0)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await server.DisposeAsync();
        (await call).Received.Should().BeEmpty();
    }

    [Fact]
    public async Task An_error_is_answered_after_the_effect()
    {
        await using var server = await StruckAsync(new Fault.EffectThenServerError());
        var answer = await server.CallAsync(Create, """{"name":"A"}""");
        answer.Status.Should().Be(500);
        answer.Json!["error"]!["code"]!.GetValue<int>().Should().Be(500);
        (server.Requests[0].Status, server.Requests[0].OwnStatus).Should().Be((500, 200));
        await ShouldHoldAsync(server, 1);
    }

    [Fact]
    public async Task A_bank_account_that_fails_half_way_leaves_an_empty_row_and_a_third_party_nothing()
    {
        await using var server = await Servers.StartAsync(options => options with { Faults = FaultPlan.At(CountedRequests.Writes, 1, new Fault.HalfThenServerError()).And(FaultPlan.At(CountedRequests.Writes, 3, new Fault.HalfThenServerError())) });
        (await server.CallAsync(Create, """{"name":"A"}""")).Status.Should().Be(500);
        await ShouldHoldAsync(server, 0);
        await server.CallAsync(Create, """{"name":"A"}""");

        (await server.CallAsync("POST /thirdparties/1/bankaccounts", """{"label":"main","iban":"FR7630006000011234567890189"}""")).Status.Should().Be(500);

        (await server.CallAsync("GET /thirdparties/1/bankaccounts")).Json!.AsArray().Should().ContainSingle().Which!["iban"]!.GetValue<string>().Should().BeEmpty();
    }

    [Fact]
    public async Task A_stopped_database_shows_a_page_with_202_and_one_that_starts_knows_no_key()
    {
        await using var server = await Servers.StartAsync(options => options with { Faults = FaultPlan.At(CountedRequests.All, 1, new Fault.DatabaseDown()).And(FaultPlan.At(CountedRequests.All, 2, new Fault.KeyUnread())) });

        var page = await server.CallAsync(Create, """{"name":"A"}""");

        (page.Status, page.MediaType).Should().Be((202, "text/html"));
        (await server.CallAsync(Create, """{"name":"A"}""")).Status.Should().Be(401);
        await ShouldHoldAsync(server, 0);
    }

    [Fact]
    public async Task A_page_is_answered_after_the_effect()
    {
        await using var server = await StruckAsync(new Fault.EffectThenHtml());
        var answer = await server.CallAsync(Create, """{"name":"A"}""");
        (answer.Status, answer.MediaType).Should().Be((200, "text/html"));
        answer.Text.Should().StartWith("<!DOCTYPE html>");
        await ShouldHoldAsync(server, 1);
    }

    [Fact]
    public async Task Half_of_the_answer_is_sent_after_the_effect()
    {
        await using var server = await StruckAsync(new Fault.EffectThenTruncated(), options => options with { FirstId = 42 });
        var connection = await RawConnection.CreateThirdPartyAsync(server);
        connection.Received.Should().StartWith("HTTP/1.1 200 OK\r\n").And.Contain("Content-Length: 3\r\n");
        (connection.Body, connection.WasReset).Should().Be(("4", false));
        await ShouldHoldAsync(server, 1);
    }

    [Fact]
    public async Task An_answer_without_a_body_cannot_be_halved_and_is_not_sent()
    {
        await using var server = await Servers.StartAsync();
        var invoice = await server.DraftAsync(await server.SupplierAsync(), "F-1");
        server.Faults = FaultPlan.At(CountedRequests.All, 1, new Fault.EffectThenTruncated());
        var connection = await RawConnection.SendAsync(server, $"POST /api/index.php/supplierinvoices/{invoice}/settodraft", "");
        connection.Received.Should().BeEmpty();
        (server.Requests[^1].Status, server.Requests[^1].OwnStatus, server.Requests[^1].TookEffect).Should().Be((0, 304, false));
    }

    [Fact]
    public async Task An_endless_answer_goes_on_until_the_client_leaves()
    {
        await using var server = await StruckAsync(new Fault.EffectThenEndless());
        var connection = await RawConnection.SendAsync(server, "POST /api/index.php/thirdparties", """{"name":"A"}""", atMost: 5_000_000);
        connection.Received.Should().StartWith("HTTP/1.1 200 OK\r\n");
        connection.Received.Length.Should().BeGreaterThanOrEqualTo(5_000_000);
        await ShouldHoldAsync(server, 1);
    }

    [Theory]
    [InlineData("too-many-requests", 429, "text/html", null)]
    [InlineData("too-many-requests:7", 429, "text/html", "7")]
    [InlineData("unavailable", 503, "application/json", null)]
    [InlineData("unavailable:7", 503, "application/json", "7")]
    [InlineData("proxy-unavailable", 503, "text/html", null)]
    [InlineData("proxy-unavailable:7", 503, "text/html", "7")]
    [InlineData("redirect-302:http://other.example/x", 302, null, null)]
    [InlineData("redirect-307:http://other.example/x", 307, null, null)]
    [InlineData("redirect-308:http://other.example/x", 308, null, null)]
    public async Task Before_the_effect_another_answer_is_given(string fault, int status, string? mediaType, string? retryAfter)
    {
        await using var server = await StruckAsync(FaultText.Read(fault, out _)!);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add("DOLAPIKEY", "agent-key");
        using var body = new StringContent("""{"name":"A"}""");
        using var answer = await client.PostAsync(new Uri(server.Address, "/api/index.php/thirdparties"), body, TestContext.Current.CancellationToken);
        ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType).Should().Be((status, mediaType));
        answer.Headers.RetryAfter?.ToString().Should().Be(retryAfter);
        answer.Headers.Location?.ToString().Should().Be(fault.StartsWith("redirect", StringComparison.Ordinal) ? "http://other.example/x" : null);
        var entry = server.Requests.Should().ContainSingle().Which;
        (entry.Status, entry.OwnStatus, entry.TookEffect).Should().Be((status, null, false));
        await ShouldHoldAsync(server, 0);
    }

    [Fact]
    public async Task A_read_is_struck_too()
    {
        await using var server = await StruckAsync(new Fault.EffectThenHtml());
        (await server.CallAsync("GET /status")).MediaType.Should().Be("text/html");
        (server.Requests[0].TookEffect, server.Requests[0].OwnStatus).Should().Be((false, 200));
    }

    [Fact]
    public async Task What_the_resource_refuses_takes_no_effect_whatever_the_client_is_told()
    {
        await using var server = await StruckAsync(new Fault.EffectThenHtml());
        (await server.CallAsync(Create, "{}")).Status.Should().Be(200);
        (server.Requests[0].OwnStatus, server.Requests[0].TookEffect).Should().Be((400, false));
        server.Effects.Should().BeEmpty();
    }

    [Fact]
    public async Task The_log_line_names_the_fault_and_says_whether_it_took_effect()
    {
        await using var server = await StruckAsync(new Fault.TooManyRequests(TimeSpan.FromSeconds(7)));
        await server.CallAsync(Create, """{"name":"A"}""");
        var line = JsonNode.Parse(server.Requests[0].ToLine())!;
        line["fault"]!.GetValue<string>().Should().Be("too-many-requests:7");
        line["tookEffect"]!.GetValue<bool>().Should().BeFalse();
        line["ownStatus"].Should().BeNull();
    }

    [Fact]
    public async Task The_connection_ends_in_the_way_asked_for_every_time()
    {
        await using var server = await Servers.StartAsync();
        for (var time = 0; time < 50; time++)
        {
            server.Faults = FaultPlan.At(CountedRequests.All, 1, new Fault.EffectThenClose()).And(FaultPlan.At(CountedRequests.All, 2, new Fault.EffectThenReset()));
            (await RawConnection.CreateThirdPartyAsync(server)).Should().Be(new RawConnection("", WasReset: false));
            (await RawConnection.CreateThirdPartyAsync(server)).Should().Be(new RawConnection("", WasReset: true));
        }
    }

    private static Task<SimulatedDolibarr> StruckAsync(Fault fault, Func<SimulatorOptions, SimulatorOptions>? change = null) =>
        Servers.StartAsync(options => (change?.Invoke(options) ?? options) with { Faults = FaultPlan.At(CountedRequests.All, 1, fault) });

    private static async Task ShouldHoldAsync(SimulatedDolibarr server, int thirdParties)
    {
        server.Effects.Should().HaveCount(thirdParties);
        var listed = await server.CallAsync("GET /thirdparties");
        (listed.Status == 404 ? 0 : listed.Json!.AsArray().Count).Should().Be(thirdParties);
    }
}
