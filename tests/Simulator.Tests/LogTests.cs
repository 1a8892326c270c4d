using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator.Tests;

public sealed class LogTests
{
    [Fact]
    public async Task Every_call_is_logged_with_who_and_what_and_its_status()
    {
        await using var server = await Servers.StartAsync();
        await server.CallAsync("POST /thirdparties", """{"name":"A"}""");
        await server.CallAsync("GET /thirdparties/99?x=1", key: "read");
        server.Requests.Select(request => (request.Number, request.Method, request.Path, request.Key, request.Status, request.Body)).Should().Equal(
            (1, "POST", "/api/index.php/thirdparties", "agent", 200, """{"name":"A"}"""),
            (2, "GET", "/api/index.php/thirdparties/99?x=1", "read", 404, null));
    }

    [Fact]
    public async Task A_file_is_logged_by_its_hash_and_length()
    {
        await using var server = await Servers.StartAsync();
        await server.CallAsync("POST /documents/upload", """{"filename":"a","modulepart":"supplier_invoice","ref":"x","filecontent":"SECRETCONTENT"}""");
        var body = server.Requests.Should().ContainSingle().Which.Body;
        body.Should().NotContain("SECRETCONTENT").And.Contain("length:13");
    }

    [Fact]
    public async Task A_key_in_the_query_is_not_logged()
    {
        await using var server = await Servers.StartAsync();
        await server.CallAsync("GET /status?DOLAPIKEY=agent-key");
        server.Requests.Should().ContainSingle().Which.ToLine().Should().NotContain("agent-key");
    }

    [Fact]
    public async Task The_log_can_be_read_and_reset_without_a_key()
    {
        await using var server = await Servers.StartAsync();
        await server.SupplierAsync();
        using var client = new HttpClient { BaseAddress = server.Address };
        var log = JsonNode.Parse(await client.GetStringAsync(new Uri("/simulator/log", UriKind.Relative), TestContext.Current.CancellationToken));
        log!.AsArray().Should().ContainSingle().Which!["status"]!.GetValue<int>().Should().Be(200);
        using var reset = await client.PostAsync(new Uri("/simulator/reset", UriKind.Relative), null, TestContext.Current.CancellationToken);
        server.Requests.Should().BeEmpty();
        (await server.CallAsync("GET /thirdparties")).Status.Should().Be(404);
    }

    [Fact]
    public async Task A_write_whose_client_goes_away_still_takes_effect()
    {
        await using var server = await Servers.StartAsync(options => options with { Latency = TimeSpan.FromMilliseconds(300) });
        using var client = server.ClientOf("agent");
        client.Timeout = TimeSpan.FromMilliseconds(100);
        using var body = new StringContent("""{"name":"A"}""");
        var call = async () => await client.PostAsync(new Uri("thirdparties", UriKind.Relative), body, TestContext.Current.CancellationToken);
        await call.Should().ThrowAsync<TaskCanceledException>();
        for (var tries = 0; server.Requests.Count == 0 && tries < 500; tries++)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        (await server.CallAsync("GET /thirdparties/1")).Status.Should().Be(200);
    }
}
