using DolibarrAgent.Changesets;

namespace DolibarrAgent.Dolibarr.Tests;

/// <summary>A database that is away: 202 with a page while it is stopped, 401 for a right key while it starts.</summary>
public class OutageTests
{
    private const string Good = """{"success":{"code":200,"dolibarr_version":"22.0.4","access_locked":"0"}}""";

    // As a real 22.0.4 shows it.
    private static readonly Canned Page = new(
        202,
        "DolibarrHasDetectedError.<br>\nInformationToHelpDiagnose:<br>\n<b>Date:</b> 20261130024230<br>\n<b>Dolibarr:</b> 22.0.4 - https://www.dolibarr.org<br>\n"
        + "<b>Message:</b> host=127.0.0.1, port=15432, user=doli_sandbox, databasename=doli_sandbox, Host, login or password incorrect<br>\n",
        "text/html; charset=UTF-8");

    private static readonly Canned ProductionPage = new(
        202,
        "This website or feature is currently temporarily not available or failed after a technical error.<br><br>This may be due to a maintenance operation. Current status of operation (2026-11-30T03:31:40Z) are on next line...<br><br>\nDolibarr has detected a technical error. You can read log file or set option $dolibarr_main_prod to '0' in your config file to get more information.",
        "text/html; charset=UTF-8");

    private static readonly Canned WrongKey = Canned.Error(401, "Unauthorized: Error user not valid (not found with api key or bad status or bad validity dates) (conf->entity=1)");

    private static readonly HttpLimits Quick = new() { Outage = TimeSpan.FromMilliseconds(5), OutagePause = TimeSpan.FromMilliseconds(1), RetryDelay = TimeSpan.FromMilliseconds(1) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_read_waits_for_the_database_and_says_so_once()
    {
        var told = new List<string>();
        var dolibarr = new FakeDolibarr().On("GET", "/status", Page, Page, Page, new Canned(200, Good));
        using var reader = DolibarrReader.Open(dolibarr.Connection with { Limits = Quick, Waiting = told.Add });

        Known.Ok(await reader.Status.GetAsync(Token)).Version.Should().Be("22.0.4");

        told.Should().ContainSingle().Which.Should().Contain("its database seems to be away");
    }

    [Fact]
    public async Task A_stopped_database_is_called_that_and_not_a_wrong_URL()
    {
        var dolibarr = new FakeDolibarr().On("GET", "/status", Page);
        using var reader = DolibarrReader.Open(dolibarr.Connection with { Limits = Quick });

        var fault = Known.Unanswered(await reader.Status.GetAsync(Token));

        fault.Code.Should().Be(Codes.DatabaseDown);
        fault.Message.Should().Contain("cannot reach its database.").And.NotContain("Check the URL");
    }

    [Fact]
    public async Task A_production_server_does_not_say_why_so_a_write_may_have_taken_effect()
    {
        var dolibarr = new FakeDolibarr().On("POST", "/thirdparties", ProductionPage);
        using var writer = DolibarrWriter.Open(dolibarr.Connection with { Limits = Quick }, new WritePermit(dolibarr.Connection.Server.Origin));

        var fault = Known.Unanswered(await writer.Objects.CreateAsync(Sent.Supplier("A"), Token));

        fault.Should().Match<Silence>(it => it.Code == Codes.DatabaseDown && it.MayHaveTakenEffect && it.Message.Contains("technical errors"));
    }

    [Fact]
    public async Task A_key_that_worked_a_moment_ago_is_asked_with_again()
    {
        var dolibarr = new FakeDolibarr().On("GET", "/status", new Canned(200, Good), WrongKey, WrongKey, new Canned(200, Good));
        using var reader = DolibarrReader.Open(dolibarr.Connection with { Limits = Quick });

        Known.Ok(await reader.Status.GetAsync(Token));

        Known.Ok(await reader.Status.GetAsync(Token)).Version.Should().Be("22.0.4");
    }

    [Fact]
    public async Task A_key_that_worked_a_moment_ago_and_is_refused_for_long_is_not_called_wrong()
    {
        var dolibarr = new FakeDolibarr().On("GET", "/status", new Canned(200, Good), WrongKey);
        using var reader = DolibarrReader.Open(dolibarr.Connection with { Limits = Quick });
        Known.Ok(await reader.Status.GetAsync(Token));

        Known.Unanswered(await reader.Status.GetAsync(Token)).Should().Match<Silence>(fault => fault.Code == Codes.KeyUnread && !fault.MayHaveTakenEffect);
    }

    [Fact]
    public async Task A_key_that_never_worked_is_wrong_at_once()
    {
        var dolibarr = new FakeDolibarr().On("GET", "/status", WrongKey);
        using var reader = DolibarrReader.Open(dolibarr.Connection with { Limits = Quick });

        Known.Refused(await reader.Status.GetAsync(Token)).Code.Should().Be(Codes.WrongKey);
        dolibarr.ArrivalsAt("/status").Should().ContainSingle();
    }

    [Fact]
    public async Task A_write_that_met_a_stopped_database_is_known_to_have_done_nothing()
    {
        var dolibarr = new FakeDolibarr().On("POST", "/thirdparties", Page);
        using var writer = DolibarrWriter.Open(dolibarr.Connection with { Limits = Quick }, new WritePermit(dolibarr.Connection.Server.Origin));

        var fault = Known.Unanswered(await writer.Objects.CreateAsync(Sent.Supplier("A"), Token));

        fault.Should().Match<Silence>(it => it.Code == Codes.DatabaseDown && !it.MayHaveTakenEffect);
        dolibarr.ArrivalsAt("/thirdparties").Should().ContainSingle();
    }
}
