using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr.Tests;

public class SmallResourcesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_is_configured_so_calls_itself_non_production()
    {
        using var reader = new FakeDolibarr().On("GET", "/status", Recording.Answer("status", "/status")).Reader();
        (Known.Ok(await reader.Status.GetAsync(Token)) with { Clock = null }).Should().Be(new ServerStatus("22.0.4", false, "non-production", "UTC"));
    }

    [Fact]
    public async Task A_production_server_names_no_environment()
    {
        using var reader = new FakeDolibarr().On("GET", "/status", new Canned(200, """{"success":{"code":200,"dolibarr_version":"22.0.4","access_locked":"0"}}""")).Reader();
        Known.Ok(await reader.Status.GetAsync(Token)).Should().Be(new ServerStatus("22.0.4", true, "", ""));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_wrong_or_missing_key_is_a_401(int nth)
    {
        using var reader = new FakeDolibarr().On("GET", "/status", Recording.Answer("status", "/status", nth)).Reader();
        Known.Refused(await reader.Status.GetAsync(Token)).Code.Should().Be(Codes.WrongKey);
    }

    [Fact]
    public async Task A_call_that_the_server_does_not_have_is_a_501_in_plain_text()
    {
        using var reader = new FakeDolibarr().On("GET", "/status", Recording.Answer("status", "/nothing")).Reader();
        var error = Known.Refused(await reader.Status.GetAsync(Token));
        (error.Code, error.Message).Should().Be((Codes.UnknownRoute, "API not found (failed to include API file)."));
    }

    [Fact]
    public async Task A_country_is_found_by_its_code()
    {
        using var reader = new FakeDolibarr().On("GET", "/setup/dictionary/countries/byCode/FR", Recording.Answer("dictionaries", "/setup/dictionary/countries/byCode/FR")).Reader();
        Known.Ok(await reader.Countries.ByCodeAsync("FR", Token)).Should().Be(new Country(1, "FR", "France"));
    }

    [Fact]
    public async Task The_company_is_shown_to_administrators_only()
    {
        using var reader = new FakeDolibarr().On("GET", "/setup/company", Recording.Answer("dictionaries", "/setup/company"), Recording.Answer("dictionaries", "/setup/company", 1)).Reader();
        Known.Refused(await reader.Company.GetAsync(Token)).Code.Should().Be(Codes.Forbidden);
        Known.Ok(await reader.Company.GetAsync(Token)).Should().Be(new CompanyProfile { Name = "ACME sandbox", CurrencyCode = "EUR" });
    }

    [Fact]
    public async Task The_company_is_read_with_its_legal_ids()
    {
        var company = Recording.Answer("dictionaries", "/setup/company", 1).With(("idprof1", "\"303265045\""), ("idprof2", "\"303 265 045 00012\""), ("tva_intra", "\"FR40303265045\""));
        using var reader = new FakeDolibarr().On("GET", "/setup/company", company).Reader();
        var read = Known.Ok(await reader.Company.GetAsync(Token));
        (read.Siren, read.Siret, read.VatNumber).Should().Be(("303265045", "303 265 045 00012", "FR40303265045"));
    }

    [Theory]
    [InlineData(200, "\"1\"", "1")]
    [InlineData(400, """{"error":{"code":400,"message":"Bad Request: Error Bad or unknown value for constantname"}}""", "")]
    public async Task A_constant_is_read_and_one_that_is_unset_is_empty(int status, string body, string value)
    {
        using var reader = new FakeDolibarr().On("GET", $"/setup/conf/{Constants.VatRoundingOfSuppliers}", new Canned(status, body)).Reader();
        Known.Ok(await reader.Constants.GetAsync(Constants.VatRoundingOfSuppliers, Token)).Should().Be(value);
    }

    [Fact]
    public async Task A_constant_is_shown_to_administrators_only()
    {
        using var reader = new FakeDolibarr().On("GET", $"/setup/conf/{Constants.Currency}", new Canned(403, """{"error":{"code":403,"message":"Forbidden: Error API open to admin users only"}}""")).Reader();
        Known.Refused(await reader.Constants.GetAsync(Constants.Currency, Token)).Code.Should().Be(Codes.Forbidden);
    }

    [Fact]
    public void An_object_has_a_page_for_a_person()
    {
        var server = Known.Server("https://host/dolibarr/");
        server.Page(ThirdPartyFields.Resource.PageOf(4)).AbsoluteUri.Should().Be("https://host/dolibarr/societe/card.php?socid=4");
        server.Page(SupplierInvoiceFields.Resource.PageOf(7)).AbsoluteUri.Should().Be("https://host/dolibarr/fourn/facture/card.php?facid=7");
    }
}
