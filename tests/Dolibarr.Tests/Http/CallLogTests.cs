using DolibarrAgent.Resources;
using Microsoft.Extensions.Logging;

namespace DolibarrAgent.Dolibarr.Tests;

public class CallLogTests
{
    private const string Iban = "FR7630006000011234567890189";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_is_one_line_with_method_path_status_and_tries()
    {
        var log = new LogLines(LogLevel.Information);
        var dolibarr = new FakeDolibarr().On("GET", "/status", Canned.Html(502), Canned.Html(404));
        using var reader = DolibarrReader.Open(dolibarr.Connection with { Log = log });
        await reader.Status.GetAsync(Token);
        log.All.Should().ContainSingle().Which.Should().MatchRegex(@"^GET /\w+/api/index\.php/status 404 in \d+ ms, tries 2 $");
    }

    [Fact]
    public async Task A_call_without_an_answer_is_logged_too()
    {
        var log = new LogLines(LogLevel.Information);
        await using var server = RawServer.ThatHangsUp();
        using var writer = DolibarrWriter.Open(server.Connection with { Log = log }, new WritePermit(server.Connection.Server.Origin));
        await writer.Objects.DeleteAsync(ThirdPartyFields.Resource, 1, Token);
        log.All.Should().ContainSingle().Which.Should().Contain("DELETE /api/index.php/thirdparties/1 no answer");
    }

    [Fact]
    public async Task Bodies_are_logged_at_debug_level_only()
    {
        var log = new LogLines();
        var dolibarr = new FakeDolibarr().On("POST", "/thirdparties", new Canned(200, "4711"));
        using var writer = DolibarrWriter.Open(dolibarr.Connection with { Log = log }, new WritePermit(dolibarr.Connection.Server.Origin));
        await writer.Objects.CreateAsync(Sent.Supplier("Dupont"), Token);
        log.At(LogLevel.Debug).Should().HaveCount(2).And.Contain(line => line.Contains("Dupont", StringComparison.Ordinal)).And.Contain(line => line.Contains("4711", StringComparison.Ordinal));
        log.At(LogLevel.Information).Should().ContainSingle().Which.Should().NotContain("Dupont");
    }

    [Fact]
    public async Task Bank_details_are_masked_in_a_logged_body()
    {
        var log = new LogLines();
        var dolibarr = new FakeDolibarr().On("GET", "/thirdparties/1/bankaccounts", Recording.Answer("thirdparty-bank", "/thirdparties/1/bankaccounts", 1));
        using var reader = DolibarrReader.Open(dolibarr.Connection with { Log = log });
        Known.Ok(await reader.BankAccounts.ListAsync(1, Token)).Should().ContainSingle().Which.Iban.Should().Be(Iban);
        string.Concat(log.All).Should().Contain("\"iban\":\"***\"").And.NotContain(Iban).And.NotContain("AGRIFRPP");
    }

    [Theory]
    [InlineData($$"""{"iban":"{{Iban}}","bic":"AGRIFRPP","number":"00012345678","code_banque":"30006","cle_rib":"89"}""",
        """{"iban":"***","bic":"***","number":"***","code_banque":"***","cle_rib":"***"}""")]
    [InlineData($$"""{"note_private":"pay to {{Iban}}, today"}""", """{"note_private":"pay to FR***, today"}""")]
    [InlineData("""{"note":"IBAN fr76 3000 6000 0112 3456 7890 189"}""", """{"note":"IBAN fr***"}""")]
    [InlineData("""{"filecontent":"JVBERi0xLjQK","filename":"a.pdf"}""", """{"filecontent":"(12 characters)","filename":"a.pdf"}""")]
    [InlineData("""[{"lines":[{"total_ht":"29.33000000","iban":null,"bic":""}]}]""", """[{"lines":[{"total_ht":"29.33000000","iban":null,"bic":""}]}]""")]
    [InlineData($"not json {Iban}", "not json FR***")]
    public void What_is_masked(string body, string masked) => Masking.Mask(body).Should().Be(masked);
}
