using DolibarrAgent.Changesets;

namespace DolibarrAgent.Dolibarr.Tests;

public class ObservedInstanceTests
{
    private const string None = """{"data":[],"pagination":{"total":0,"page":0,"page_count":0,"limit":1}}""";
    private const string Nine = """{"data":[{"id":"9","name":"X","fournisseur":"1","status":"1","code_client":"CANARY-SANDBOX"}],"pagination":{"total":1,"page":0,"page_count":1,"limit":1}}""";

    [Fact]
    public async Task It_is_what_the_key_may_see()
    {
        var observed = await LookAsync(Fake(), canary: "");

        (observed.Identity.Dolibarr, observed.Identity.HighestThirdParty, observed.Identity.HighestSupplierInvoice, observed.HasCanary).Should().Be(("22.0.4", 9, 0, null));
    }

    [Fact]
    public async Task A_company_that_the_key_may_not_read_is_left_out_and_said()
    {
        var observed = await LookAsync(Fake().On("GET", "/setup/company", Canned.Error(403, "Forbidden: Error API open to admin users only")), canary: "");

        observed.Identity.Company.Should().BeNull();
        observed.Unread.Should().ContainSingle().Which.Should().StartWith("the company").And.Contain("admin users only");
    }

    [Fact]
    public async Task A_canary_is_there_by_its_exact_code() => (await LookAsync(Fake(), "CANARY-SANDBOX")).HasCanary.Should().BeTrue();

    [Fact]
    public async Task One_of_a_like_code_is_not_it() => (await LookAsync(Fake(), "CANARY-SANDBO")).HasCanary.Should().BeFalse();

    [Fact]
    public async Task A_canary_that_the_key_may_not_look_for_is_not_absent()
    {
        using var reader = Fake().On("GET", "/users/info", Canned.Error(403, "Forbidden")).Reader();

        Known.Refused(await ObservedInstance.LookAsync(reader, "erp", "CANARY-SANDBOX", TestContext.Current.CancellationToken)).Code.Should().Be(Codes.RightsUnproven);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_was_not_seen()
    {
        using var reader = Fake().On("GET", "/supplierinvoices", new Canned(200, "<html>")).Reader();

        Known.Unanswered(await ObservedInstance.LookAsync(reader, "erp", "", TestContext.Current.CancellationToken)).Code.Should().Be(Codes.NotJson);
    }

    private static FakeDolibarr Fake() => new FakeDolibarr()
        .On("GET", "/status", new Canned(200, """{"success":{"code":200,"dolibarr_version":"22.0.4","access_locked":"0"}}"""))
        .On("GET", "/setup/company", new Canned(200, """{"name":"ACME","currency_code":"EUR","tva_intra":"FR1","idprof1":"303265045"}"""))
        .On("GET", "/thirdparties", new Canned(200, Nine))
        .On("GET", "/supplierinvoices", new Canned(200, None));

    private static async Task<ObservedInstance> LookAsync(FakeDolibarr dolibarr, string canary)
    {
        using var reader = dolibarr.Reader();
        return Known.Ok(await ObservedInstance.LookAsync(reader, "erp", canary, TestContext.Current.CancellationToken));
    }
}
