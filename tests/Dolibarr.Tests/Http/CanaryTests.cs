using DolibarrAgent.Resources;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Dolibarr.Tests;

/// <summary>A server that repeats the key in every way that it has. The key must come out nowhere.</summary>
public class CanaryTests
{
    private static readonly string InUrl = Uri.EscapeDataString(Known.Secret);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, int, string> Echoes => new()
    {
        { "application/json", 401, $$$"""{"error":{"code":401,"message":"Unauthorized: {{{Known.Secret}}}","0":"{{{Known.Secret}}}"}}""" },
        { "application/json", 400, $$$"""{"error":{"code":400,"message":"Bad Request: {{{Known.Secret}}} already exists"}}""" },
        { "application/json", 404, $$$"""{"error":{"code":404,"message":"{{{Known.Secret}}}"}}""" },
        { "application/json", 500, $$$"""{"error":{"code":500,"message":"Error creating","0":"ERROR:  22001: {{{Known.Secret}}}"}}""" },
        { "text/html", 403, $"Access refused, SQL or Script injection protection {Known.Secret} {InUrl}" },
        { "text/html", 403, $"<b>{Known.Secret}</b>" },
        { "text/html", 502, $"<html>{Known.Secret} {InUrl}</html>" },
        { "text/html", 200, $"<html>DOLAPIKEY: {Known.Secret}</html>" },
        { "text/html", 302, "" },
        { "application/json", 200, $$$"""{"success":"{{{Known.Secret}}}"}""" },
        { "text/html", 418, Known.Secret },
    };

    [Theory]
    [MemberData(nameof(Echoes))]
    public async Task It_does_not_come_out_of_what_a_server_echoes(string type, int status, string body)
    {
        var canned = new Canned(status, body, type) { Headers = new() { ["Location"] = $"https://elsewhere.example/?DOLAPIKEY={InUrl}" } };
        var dolibarr = new FakeDolibarr().On("GET", "/thirdparties/1", canned).On("DELETE", "/thirdparties/1", canned).On("GET", "/users/info", canned);
        await AssertSilentAsync(dolibarr.Connection);
    }

    [Fact]
    public void It_does_not_come_out_of_a_connection_that_is_printed()
    {
        var endpoint = new Endpoint(Instance.Of("erp"), Known.Server("https://erp.example.com"), Known.Key());

        $"{Connection.To(endpoint)}".Should().Contain("erp.example.com").And.NotContain(Known.Secret);
    }

    [Fact]
    public async Task It_does_not_come_out_of_a_connection_that_breaks()
    {
        await using var server = RawServer.ThatHangsUp();
        await AssertSilentAsync(server.Connection);
    }

    [Fact]
    public async Task It_does_not_come_out_of_a_timeout()
    {
        await using var server = RawServer.ThatIsSilent();
        var brief = TimeSpan.FromMilliseconds(100);
        await AssertSilentAsync(server.Connection with { Limits = Known.QuickLimits with { ReadTry = brief, Write = brief, ReadRetries = 1 } });
    }

    [Fact]
    public async Task It_does_not_come_out_of_an_answer_that_is_too_large()
    {
        await using var server = RawServer.ThatSays($"HTTP/1.1 200 OK\r\nX-Echo: {Known.Secret}\r\n\r\n{new string('x', 5_000)}");
        await AssertSilentAsync(server.Connection with { Limits = Known.QuickLimits with { LargestAnswer = 100 } });
    }

    [Fact]
    public async Task It_does_not_come_out_of_nonsense()
    {
        await using var server = RawServer.ThatSays($"HTTP/9.9 {Known.Secret}\r\n{Known.Secret}\r\n\r\n");
        await AssertSilentAsync(server.Connection);
    }

    [Fact]
    public async Task It_does_not_come_out_of_a_server_that_is_not_there()
    {
        var server = RawServer.ThatHangsUp();
        await server.DisposeAsync();
        await AssertSilentAsync(server.Connection);
    }

    [Fact]
    public async Task It_does_not_come_out_of_a_write_that_is_stopped_here()
    {
        var connection = new FakeDolibarr().Connection;
        using var http = Pipeline.Open(connection, permit: null);
        var stopped = await FluentActions.Awaiting(() => http.DeleteAsync(new Uri($"{connection.Server.Api}/thirdparties/1"), Token))
            .Should().ThrowAsync<WriteRefusedException>();
        stopped.Which.ToString().Should().NotContain(Known.Secret);
    }

    private static async Task AssertSilentAsync(Connection connection)
    {
        var log = new LogLines();
        using var reader = DolibarrReader.Open(connection with { Log = log });
        using var writer = DolibarrWriter.Open(connection with { Log = log }, new WritePermit(connection.Server.Origin));
        string[] said =
        [
            $"{await reader.ThirdParties.GetAsync(1, Token)}",
            $"{await reader.ThirdParties.FindAsync(ThirdPartyFields.Name, ["x"], Token)}",
            $"{await writer.Objects.DeleteAsync(ThirdPartyFields.Resource, 1, Token)}",
            .. log.All,
        ];
        said.Should().HaveCountGreaterThan(3).And.AllSatisfy(text => text.Should().NotContain(Known.Secret).And.NotContain(InUrl));
    }
}
