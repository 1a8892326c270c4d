using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DolibarrAgent.EndToEnd.Tests;

/// <summary>A call that somebody wants to go another way: by a proxy of the environment, or by a redirect.</summary>
public sealed class DetourTests : IAsyncLifetime
{
    private TwoServers two = null!;

    public async ValueTask InitializeAsync() => two = await TwoServers.StartAsync();

    public ValueTask DisposeAsync() => two.DisposeAsync();

    [Fact]
    public async Task A_proxy_that_the_environment_names_gets_nothing()
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        var (agent, person) = (two.Agent, two.Person);
        foreach (var variables in new[] { agent, person })
        {
            foreach (var name in new[] { "http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "all_proxy" })
            {
                variables[name] = $"http://{proxy.LocalEndpoint}";
            }
            variables["NO_PROXY"] = variables["no_proxy"] = "";
        }

        var ingested = await Ran.AgentAsync(agent, "ingest", two.Mail(), "--json");
        var planned = await Ran.ReplayAsync(person, ingested.Json.GetProperty("changeset").GetString()!, "--json");

        planned.ExitCode.Should().Be(2, planned.ToString());
        proxy.Pending().Should().BeFalse();
    }

    [Fact]
    public async Task A_sandbox_that_sends_the_agent_on_to_prod_is_not_followed()
    {
        using var sends = new TcpListener(IPAddress.Loopback, 0);
        sends.Start();
        var answering = AnswerAsync(sends, $"HTTP/1.1 307 Temporary Redirect\r\nLocation: {two.Prod.Address}api/index.php/status\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        var variables = two.Agent;
        variables["DOLIBARR_SANDBOX_URL"] = $"http://{sends.LocalEndpoint}";

        var ran = await Ran.AgentAsync(variables, "ingest", two.Mail(), "--json");
        sends.Stop();
        await answering;

        ran.ExitCode.Should().NotBe(0);
        (ran.Output + ran.Errors).Should().Contain("redirects are not followed");
        two.Prod.Requests.Should().BeEmpty();
    }

    private static async Task AnswerAsync(TcpListener listener, string answer)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
                await using var stream = client.GetStream();
                _ = await stream.ReadAsync(new byte[65_536], TestContext.Current.CancellationToken);
                await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), TestContext.Current.CancellationToken);
            }
        }
        // It was stopped.
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
        }
    }
}
