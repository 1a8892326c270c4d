namespace DolibarrAgent.Simulator.Tests;

public sealed class StatusTests
{
    [Fact]
    public async Task A_production_server_does_not_tell_its_environment_nor_its_time()
    {
        await using var server = await Servers.StartAsync(options => options with { Production = true });
        var members = (await server.CallAsync("GET /status")).Json!["success"]!.AsObject().Select(member => member.Key);
        members.Should().Equal("code", "dolibarr_version", "access_locked");
    }

    [Fact]
    public async Task A_key_is_also_taken_as_a_bearer_token()
    {
        await using var server = await Servers.StartAsync();
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", "agent-key");
        using var answer = await client.GetAsync(new Uri(server.Address, "/api/index.php/status"), TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).Should().Be(200);
    }

    [Fact]
    public async Task Outside_the_api_there_is_nothing()
    {
        await using var server = await Servers.StartAsync();
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(server.Address, "/index.php"), TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).Should().Be(404);
    }
}
