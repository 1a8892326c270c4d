using DolibarrAgent.Changesets;

namespace DolibarrAgent.Dolibarr.Tests;

public class DictionariesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Terms_of_payment_are_read_with_what_they_mean()
    {
        using var reader = new FakeDolibarr().On("GET", "/setup/dictionary/payment_terms", Recording.Answer("dictionaries", "/setup/dictionary/payment_terms?limit=20")).Reader();
        var terms = Known.Ok(await reader.Dictionaries.PaymentTermsAsync(Token));
        terms.Should().HaveCount(12);
        terms[2].Should().Be(new PaymentTerms { Id = 3, Code = "30DENDMONTH", Label = "30 days end of month", Days = 30, Rule = DueRule.EndOfMonth });
    }

    [Fact]
    public async Task Means_of_payment_are_read()
    {
        using var reader = new FakeDolibarr().On("GET", "/setup/dictionary/payment_types", Recording.Answer("dictionaries", "/setup/dictionary/payment_types?limit=20")).Reader();
        Known.Ok(await reader.Dictionaries.PaymentMeansAsync(Token)).Should().Contain(new PaymentMeans(2, "VIR", "Credit Transfer")).And.HaveCount(5);
    }

    [Fact]
    public async Task Only_entries_that_are_switched_on_are_asked_for_and_all_of_them()
    {
        var fake = new FakeDolibarr().On("GET", "/setup/dictionary/payment_terms", new Canned(200, "[]"));
        using var reader = fake.Reader();
        Known.Ok(await reader.Dictionaries.PaymentTermsAsync(Token)).Should().BeEmpty();
        fake.ArrivalsAt("/setup/dictionary/payment_terms").Should().ContainSingle().Which.Query.Should().Contain("active", "1").And.Contain("limit", "0");
    }

    [Fact]
    public async Task A_key_that_may_not_read_them_is_told_which_rights_open_them()
    {
        using var reader = new FakeDolibarr().On("GET", "/setup/dictionary/payment_terms", Canned.Error(403, "Forbidden")).Reader();
        var refused = Known.Refused(await reader.Dictionaries.PaymentTermsAsync(Token));
        refused.Code.Should().Be(Codes.RightMissing);
        refused.Remedy.Should().Contain("facture.lire").And.Contain("commande.lire").And.Contain("propal.lire");
    }

    [Fact]
    public async Task An_entry_without_a_code_is_none()
    {
        using var reader = new FakeDolibarr().On("GET", "/setup/dictionary/payment_types", new Canned(200, """[{"id":"9","code":"","type":"2","label":"Other","module":null}]""")).Reader();
        Known.Ok(await reader.Dictionaries.PaymentMeansAsync(Token)).Should().BeEmpty();
    }
}
