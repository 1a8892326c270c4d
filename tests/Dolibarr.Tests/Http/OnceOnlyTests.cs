using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr.Tests;

public class OnceOnlyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Shows that the guard is needed: if the platform ever stops doing this, this test says so.
    [Theory]
    [InlineData("DELETE")]
    [InlineData("POST")]
    public async Task Without_the_guard_a_request_without_content_arrives_more_than_once(string method)
    {
        await using var server = RawServer.ThatHangsUpOnTheSecond();
        await SendTwoAsync(server, method, content: null);
        server.Arrivals.Should().BeGreaterThan(2);
    }

    [Theory]
    [InlineData("DELETE")]
    [InlineData("POST")]
    public async Task An_empty_content_is_enough_to_be_sent_once(string method)
    {
        await using var server = RawServer.ThatHangsUpOnTheSecond();
        await SendTwoAsync(server, method, new ByteArrayContent([]));
        server.Arrivals.Should().Be(2);
    }

    [Fact]
    public async Task A_delete_whose_connection_breaks_arrives_once_and_may_have_taken_effect()
    {
        await using var server = RawServer.ThatHangsUp();
        using var writer = server.Writer();
        var fault = Known.Unanswered(await writer.SupplierInvoices.DeleteAsync(1, Token));
        server.Arrivals.Should().Be(1);
        fault.Should().Match<Silence>(it => it.Code == Codes.Connection && it.MayHaveTakenEffect);
    }

    [Fact]
    public async Task A_delete_on_a_connection_that_was_used_before_arrives_once_too()
    {
        await using var server = RawServer.ThatHangsUpOnTheSecond();
        using var writer = server.Writer();
        Known.Ok(await writer.Objects.CreateAsync(Sent.Supplier("X"), Token));
        Known.Unanswered(await writer.Objects.DeleteAsync(ThirdPartyFields.Resource, 1, Token)).MayHaveTakenEffect.Should().BeTrue();
        server.Arrivals.Should().Be(2);
    }

    [Fact]
    public async Task A_create_whose_connection_breaks_arrives_once_and_may_have_taken_effect()
    {
        await using var server = RawServer.ThatHangsUp();
        using var writer = server.Writer();
        Known.Unanswered(await writer.Objects.CreateAsync(Sent.Supplier("X"), Token)).MayHaveTakenEffect.Should().BeTrue();
        server.Arrivals.Should().Be(1);
    }

    [Fact]
    public async Task A_write_that_found_no_server_took_no_effect()
    {
        var server = RawServer.ThatHangsUp();
        using var writer = server.Writer();
        await server.DisposeAsync();
        var fault = Known.Unanswered(await writer.Objects.CreateAsync(Sent.Supplier("X"), Token));
        fault.Should().Match<Silence>(it => it.Code == Codes.Connection && !it.MayHaveTakenEffect);
    }

    [Fact]
    public async Task A_write_that_gets_no_answer_in_time_was_sent_once_and_may_have_taken_effect()
    {
        await using var server = RawServer.ThatIsSilent();
        using var writer = server.Writer(Known.QuickLimits with { Write = TimeSpan.FromSeconds(1) });
        var fault = Known.Unanswered(await writer.Objects.CreateAsync(Sent.Supplier("X"), Token));
        fault.Should().Match<Silence>(it => it.Code == Codes.Timeout && it.MayHaveTakenEffect);
        server.Arrivals.Should().Be(1);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"succ")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"suc")]
    [InlineData("HTTP/1.1 2")]
    [InlineData("nonsense\r\n\r\n")]
    public async Task An_answer_that_breaks_off_is_not_an_answer_and_a_write_may_have_taken_effect(string bytes)
    {
        await using var server = RawServer.ThatSays(bytes);
        using var writer = server.Writer();
        Known.Unanswered(await writer.SupplierInvoices.ValidateAsync(1, Token)).Should()
            .Match<Silence>(it => it.Code == Codes.Connection && it.MayHaveTakenEffect);
        server.Arrivals.Should().Be(1);
    }

    private static async Task SendTwoAsync(RawServer server, string method, HttpContent? content)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        (await http.GetAsync(server.Url, Token)).Dispose();
        using var request = new HttpRequestMessage(new HttpMethod(method), server.Url) { Content = content };
        await FluentActions.Awaiting(() => http.SendAsync(request, Token)).Should().NotThrowAsync<OperationCanceledException>()
            .ContinueWith(_ => { }, Token, TaskContinuationOptions.None, TaskScheduler.Default);
    }
}
