using DolibarrAgent.Changesets;

namespace DolibarrAgent.Dolibarr.Tests;

public class TransportTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed_and_says_where_it_pointed(int status)
    {
        var elsewhere = new FakeDolibarr();
        var location = $"{elsewhere.Connection.Server}/api/index.php/status";
        var dolibarr = new FakeDolibarr().On("GET", "/status", Canned.Html(status) with { Headers = new() { ["Location"] = location } });
        using var reader = dolibarr.Reader();
        var fault = Known.Unanswered(await reader.Status.GetAsync(Token));
        fault.Code.Should().Be(Codes.Redirected);
        fault.Message.Should().Contain(location);
        elsewhere.Arrivals.Should().BeEmpty();
    }

    [Fact]
    public async Task A_redirected_write_may_have_taken_effect()
    {
        var dolibarr = new FakeDolibarr().On("POST", "/thirdparties", Canned.Html(302) with { Headers = new() { ["Location"] = "https://login.example.com/" } });
        using var writer = dolibarr.Writer();
        Known.Unanswered(await writer.Objects.CreateAsync(Sent.Supplier("X"), Token)).Should()
            .Match<Silence>(it => it.Code == Codes.Redirected && it.MayHaveTakenEffect);
    }

    [Fact]
    public void The_platforms_handler_uses_no_proxy_of_the_environment()
    {
        using var wire = Pipeline.Wire(new HttpLimits { Connect = TimeSpan.FromSeconds(7) }, new ServerKey(""));
        (wire.UseProxy, wire.AllowAutoRedirect, wire.UseCookies, wire.ConnectTimeout).Should().Be((false, false, false, TimeSpan.FromSeconds(7)));
    }

    [Fact]
    public async Task The_key_goes_in_one_header_and_not_in_the_url()
    {
        var dolibarr = new FakeDolibarr();
        using var reader = dolibarr.Reader();
        await reader.Status.GetAsync(Token);
        var arrival = dolibarr.ArrivalsAt("/status").Should().ContainSingle().Subject;
        arrival.Headers.Where(header => header.Value.Contains(Known.Secret, StringComparison.Ordinal)).Should().ContainSingle().Which.Key.Should().BeEquivalentTo("DOLAPIKEY");
        arrival.Query.Should().BeEmpty();
    }

    [Fact]
    public async Task The_key_goes_to_no_other_server()
    {
        var (mine, other) = (new FakeDolibarr(), RawServer.ThatHangsUp());
        await using (other)
        {
            using var http = Pipeline.Open(mine.Connection, permit: null);
            await FluentActions.Awaiting(() => http.GetAsync(other.Url, Token)).Should().ThrowAsync<InvalidOperationException>().WithMessage("*does not go to*");
            other.Arrivals.Should().Be(0);
        }
    }

    [Fact]
    public async Task An_answer_over_the_limit_is_not_read()
    {
        var dolibarr = new FakeDolibarr().On("GET", "/status", new Canned(200, new string(' ', 2_000)));
        using var reader = DolibarrReader.Open(dolibarr.Connection with { Limits = Known.QuickLimits with { LargestAnswer = 1_000 } });
        Known.Unanswered(await reader.Status.GetAsync(Token)).Code.Should().Be(Codes.TooLarge);
        dolibarr.ArrivalsAt("/status").Should().ContainSingle();
    }

    [Fact]
    public async Task An_answer_over_the_limit_is_not_read_when_it_does_not_say_its_length_either()
    {
        await using var server = RawServer.ThatSays("HTTP/1.1 200 OK\r\n\r\n" + new string(' ', 5_000));
        using var reader = server.Reader(Known.QuickLimits with { LargestAnswer = 1_000 });
        Known.Unanswered(await reader.Status.GetAsync(Token)).Code.Should().Be(Codes.TooLarge);
    }

    [Fact]
    public async Task A_write_whose_answer_is_over_the_limit_may_have_taken_effect()
    {
        var dolibarr = new FakeDolibarr().On("POST", "/thirdparties", new Canned(200, new string(' ', 2_000)));
        var connection = dolibarr.Connection with { Limits = Known.QuickLimits with { LargestAnswer = 1_000 } };
        using var writer = DolibarrWriter.Open(connection, new WritePermit(connection.Server.Origin));
        Known.Unanswered(await writer.Objects.CreateAsync(Sent.Supplier("X"), Token)).MayHaveTakenEffect.Should().BeTrue();
    }

    [Fact]
    public async Task A_cookie_is_not_sent_back()
    {
        var dolibarr = new FakeDolibarr().On("GET", "/status", Canned.Html(404) with { Headers = new() { ["Set-Cookie"] = "session=1; Path=/" } });
        using var reader = dolibarr.Reader();
        await reader.Status.GetAsync(Token);
        await reader.Status.GetAsync(Token);
        dolibarr.ArrivalsAt("/status").Should().HaveCount(2).And.NotContain(arrival => arrival.Headers.ContainsKey("Cookie"));
    }

    [Theory]
    [InlineData("<html>welcome</html>")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"success\":")]
    [InlineData("{\"success\":{\"dolibarr_version\":\"22\",\"dolibarr_version\":\"21\"}}")]
    [InlineData("{\"ok\":true}")]
    public async Task A_success_that_is_not_dolibarrs_json_is_not_an_answer(string body)
    {
        var dolibarr = new FakeDolibarr().On("GET", "/status", new Canned(200, body));
        using var reader = dolibarr.Reader();
        Known.Unanswered(await reader.Status.GetAsync(Token)).Should()
            .Match<Silence>(it => it.Code == Codes.NotJson && !it.MayHaveTakenEffect);
    }

    [Theory]
    [InlineData("<html>done</html>")]
    [InlineData("")]
    [InlineData("{\"id\":1}")]
    [InlineData("-1")]
    [InlineData("\"\"")]
    public async Task A_write_whose_success_cannot_be_read_may_have_taken_effect(string body)
    {
        var dolibarr = new FakeDolibarr().On("POST", "/thirdparties", new Canned(200, body));
        using var writer = dolibarr.Writer();
        Known.Unanswered(await writer.Objects.CreateAsync(Sent.Supplier("X"), Token)).Should()
            .Match<Silence>(it => it.Code == Codes.NotJson && it.MayHaveTakenEffect);
    }
}
