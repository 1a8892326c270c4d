using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr.Tests;

public class TriesTests
{
    private const string Good = """{"success":{"code":200,"dolibarr_version":"22.0.4","access_locked":"0"}}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_read_is_tried_again_after_a_passing_fault(int status)
    {
        var dolibarr = new FakeDolibarr().On("GET", "/status", Canned.Html(status), Canned.Html(status), new Canned(200, Good));
        using var reader = dolibarr.Reader();
        Known.Ok(await reader.Status.GetAsync(Token)).Version.Should().Be("22.0.4");
        dolibarr.ArrivalsAt("/status").Should().HaveCount(3);
    }

    [Fact]
    public async Task A_read_is_tried_four_times_and_no_more()
    {
        var dolibarr = new FakeDolibarr().On("GET", "/status", Canned.Html(502));
        using var reader = dolibarr.Reader();
        var fault = Known.Unanswered(await reader.Status.GetAsync(Token));
        fault.Should().Match<Silence>(it => it.Code == Codes.ServerError && !it.MayHaveTakenEffect);
        dolibarr.ArrivalsAt("/status").Should().HaveCount(4);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(501)]
    public async Task A_definite_answer_is_not_asked_for_again(int status)
    {
        var dolibarr = new FakeDolibarr().On("GET", "/status", Canned.Html(status));
        using var reader = dolibarr.Reader();
        Known.Refused(await reader.Status.GetAsync(Token)).HttpStatus.Should().Be(status);
        dolibarr.ArrivalsAt("/status").Should().ContainSingle();
    }

    [Fact]
    public async Task A_column_that_is_not_there_is_a_503_that_is_not_asked_for_again()
    {
        var dolibarr = new FakeDolibarr().On("GET", "/thirdparties", Recording.Answer("thirdparty-find",
            "/thirdparties?sqlfilters=%28t.idprof1%3A%3D%3A%27303265045%27%29&properties=id,name,tva_intra,ref_ext"));
        using var reader = dolibarr.Reader();
        var error = Known.Refused(await reader.ThirdParties.FindAsync(ThirdPartyFields.Siren, ["303265045"], Token));
        error.Code.Should().Be(Codes.BadFilter);
        error.Message.Should().Contain("column t.idprof1 does not exist").And.NotContain("\n");
        dolibarr.ArrivalsAt("/thirdparties").Should().ContainSingle();
    }

    [Theory]
    [InlineData("ERROR:  57P01: terminating connection due to administrator command")]
    [InlineData("ERROR:  53300: too many connections")]
    [InlineData("ERROR:  40001: could not serialize access")]
    public async Task A_database_that_is_away_or_busy_is_asked_again(string text)
    {
        var dolibarr = new FakeDolibarr().On("GET", "/status", Canned.Error(503, $"Service Unavailable: Error when retrieve : {text}"), new Canned(200, Good));
        using var reader = dolibarr.Reader();
        Known.Ok(await reader.Status.GetAsync(Token));
    }

    [Fact]
    public async Task A_read_is_tried_again_when_its_connection_breaks()
    {
        await using var server = RawServer.ThatHangsUp();
        using var reader = server.Reader();
        Known.Unanswered(await reader.Status.GetAsync(Token)).Should()
            .Match<Silence>(it => it.Code == Codes.Connection && !it.MayHaveTakenEffect);
        server.Arrivals.Should().BeGreaterThanOrEqualTo(4, "the platform itself may send a GET again as well");
    }

    [Fact]
    public async Task A_read_that_gets_no_answer_is_tried_again_and_then_given_up()
    {
        await using var server = RawServer.ThatIsSilent();
        using var reader = server.Reader(Known.QuickLimits with { ReadTry = TimeSpan.FromSeconds(2), ReadRetries = 2 });
        Known.Unanswered(await reader.Status.GetAsync(Token)).Code.Should().Be(Codes.Timeout);
        server.Arrivals.Should().Be(3);
    }

    [Fact]
    public async Task All_tries_together_have_a_limit()
    {
        await using var server = RawServer.ThatIsSilent();
        using var reader = server.Reader(Known.QuickLimits with { ReadTotal = TimeSpan.FromSeconds(1) });
        Known.Unanswered(await reader.Status.GetAsync(Token)).Code.Should().Be(Codes.Timeout);
        server.Arrivals.Should().Be(1);
    }

    [Theory]
    [InlineData(429, "0")]
    [InlineData(503, "1")]
    public async Task A_pause_that_the_server_asks_for_is_made(int status, string seconds)
    {
        var dolibarr = new FakeDolibarr().On("GET", "/status", Html(status, seconds), new Canned(200, Good));
        using var reader = dolibarr.Reader();
        Known.Ok(await reader.Status.GetAsync(Token));
    }

    [Fact]
    public async Task A_pause_beyond_the_limit_is_not_waited_for()
    {
        var dolibarr = new FakeDolibarr().On("GET", "/status", Html(429, "3600"), new Canned(200, Good));
        using var reader = dolibarr.Reader();
        Known.Refused(await reader.Status.GetAsync(Token)).Code.Should().Be(Codes.TooManyRequests);
        dolibarr.ArrivalsAt("/status").Should().ContainSingle();
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_write_is_never_tried_again(int status)
    {
        var dolibarr = new FakeDolibarr().On("POST", "/thirdparties", Html(status, "0"), new Canned(200, "1"));
        using var writer = dolibarr.Writer();
        (await writer.Objects.CreateAsync(Sent.Supplier("X"), Token)).Should().NotBeOfType<Answer<long>.Ok>();
        dolibarr.ArrivalsAt("/thirdparties").Should().ContainSingle();
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_not_answered_with_a_value()
    {
        await using var server = RawServer.ThatIsSilent();
        using var reader = server.Reader();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        stop.CancelAfter(100);
        await FluentActions.Awaiting(() => reader.Status.GetAsync(stop.Token)).Should().ThrowAsync<OperationCanceledException>();
    }

    private static Canned Html(int status, string retryAfter) =>
        Canned.Html(status) with { Headers = new() { ["Retry-After"] = string.Create(CultureInfo.InvariantCulture, $"{retryAfter}") } };
}
