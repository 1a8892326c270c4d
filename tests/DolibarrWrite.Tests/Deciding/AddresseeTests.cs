using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Samples;
using DolibarrAgent.Tests;

namespace DolibarrAgent.DolibarrWrite.Tests.Deciding;

/// <summary>Whom an invoice is for. The books are those of Arcodange Exemple SAS, SIREN 424761419.</summary>
public sealed class AddresseeTests : IAsyncLifetime
{
    private static readonly SampleInvoice Ours = SampleCatalogue.Hosting;

    private TwoInstances two = null!;

    public async ValueTask InitializeAsync() => two = await TwoInstances.StartAsync();

    public ValueTask DisposeAsync() => two.DisposeAsync();

    [Fact]
    public async Task An_invoice_to_us_is_entered_without_a_word_about_it() =>
        Skills.Codes(await Skills.EnterAsync(two, Ours)).Should().NotContain(code => code.StartsWith("address", StringComparison.Ordinal));

    [Fact]
    public async Task An_invoice_to_another_company_stops_and_says_how_to_go_on()
    {
        var problem = await RefusedAsync(To(Ours, new SampleParty("Boulangerie Sorbier SARL", "443061841", "FR13443061841")));
        problem.Code.Should().Be("addressed-to-another");
        problem.Message.Should().Contain("Boulangerie Sorbier SARL").And.Contain("Arcodange Exemple SAS");
        problem.Remedy.Should().Contain("--buyer-ok");
        TwoInstances.Writes(two.Sandbox).Should().BeEmpty();
    }

    [Fact]
    public async Task The_name_alone_does_not_make_another_companys_number_ours() =>
        (await RefusedAsync(To(Ours, Ours.Buyer with { Siren = "443061841", VatId = "FR13443061841" }))).Code.Should().Be("addressed-to-another");

    [Fact]
    public async Task A_person_can_accept_the_addressee_and_the_review_shows_it()
    {
        var entered = await Skills.EnterAsync(two, To(Ours, new SampleParty("Ancien Nom SA", "443061841", "FR13443061841")), new PersonDecisions { BuyerAccepted = "we were called so until May" });
        entered.Changeset.Warnings.Should().ContainSingle(w => w.Code == "addressee-accepted").Which.Text.Should().Contain("Ancien Nom SA").And.Contain("until May");
        entered.Changeset.Evidence.OfType<Evidence.Instruction>().Single().Text.Should().Contain("until May");
        entered.Changeset.Operations.Should().OnlyContain(o => o.From.Contains(entered.Changeset.Evidence.OfType<Evidence.Instruction>().Single().Id));
    }

    [Fact]
    public async Task An_invoice_of_our_own_is_no_supplier_invoice_whatever_a_person_says()
    {
        var own = Ours with { Seller = Ours.Buyer, Buyer = Ours.Seller };
        (await RefusedAsync(own)).Code.Should().Be("own-invoice");
        (await RefusedAsync(own, new PersonDecisions { BuyerAccepted = "yes" })).Code.Should().Be("own-invoice");
    }

    [Theory]
    [InlineData("ARCODANGE EXEMPLE")]
    [InlineData("Arcodange Exemple SAS, service comptabilité")]
    public async Task Without_a_legal_id_our_name_is_ours_however_it_is_addressed(string name) =>
        Skills.Codes(await Skills.EnterAsync(two, To(Ours, new SampleParty(name, "", "")))).Should().NotContain(code => code.StartsWith("address", StringComparison.Ordinal));

    [Theory]
    [InlineData("Arcodange Exemple SARL")]
    [InlineData("Arcodange Exemple Nord SAS")]
    public async Task Without_a_legal_id_a_name_like_ours_is_another_company(string name) =>
        (await RefusedAsync(To(Ours, new SampleParty(name, "", "")))).Code.Should().Be("addressed-to-another");

    [Fact]
    public async Task Where_nothing_says_who_we_are_each_invoice_says_that_it_was_not_checked()
    {
        two.More.Clear();
        var entered = await Skills.EnterAsync(two, To(Ours, new SampleParty("Boulangerie Sorbier SARL", "443061841", "FR13443061841")));
        entered.Changeset.Warnings.Where(w => w.Code == "addressee-unchecked").Should().ContainSingle().Which.Text.Should().Contain("DOLIBARR_COMPANY_SIREN");
    }

    [Fact]
    public async Task What_the_server_says_of_us_counts_where_the_key_may_read_it()
    {
        two.More.Clear();
        using var skill = Skills.On(two, variables => variables["DOLIBARR_SANDBOX_API_KEY"] = "sandbox-admin-key");
        var result = await Ingest.RunAsync(skill, "invoice.eml", Skills.Mail(To(Ours, new SampleParty("Boulangerie Sorbier SARL", "443061841", "FR13443061841"))), Skills.Cancel);
        Skills.Refused(result).Single().Message.Should().Contain("Arcodange Exemple SAS").And.Contain("erp-sandbox's setup");
    }

    [Fact]
    public async Task A_server_and_settings_that_name_two_companies_stop()
    {
        using var skill = Skills.On(two, variables =>
        {
            variables["DOLIBARR_SANDBOX_API_KEY"] = "sandbox-admin-key";
            variables["DOLIBARR_COMPANY_SIREN"] = "443061841";
            variables.Remove("DOLIBARR_COMPANY_VAT");
        });
        Skills.Refused(await Ingest.RunAsync(skill, "invoice.eml", Skills.Mail(Ours), Skills.Cancel)).Single().Code.Should().Be("company-differs");
    }

    private async Task<Problem> RefusedAsync(SampleInvoice invoice, PersonDecisions? decisions = null) =>
        Skills.Refused(await Skills.IngestAsync(two, invoice, decisions)).Single();

    private static SampleInvoice To(SampleInvoice invoice, SampleParty buyer) => invoice with { Buyer = buyer };
}
