using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Samples;
using DolibarrAgent.Simulator;
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
        problem.Code.Text.Should().Be("addressed-to-another");
        problem.Message.Should().Contain("Boulangerie Sorbier SARL").And.Contain("Arcodange Exemple SAS");
        problem.Remedy.Should().Contain("--buyer-ok");
        TwoInstances.Writes(two.Sandbox).Should().BeEmpty();
    }

    [Fact]
    public async Task The_name_alone_does_not_make_another_companys_number_ours() =>
        (await RefusedAsync(To(Ours, Ours.Buyer with { Siren = "443061841", VatId = "FR13443061841" }))).Code.Text.Should().Be("addressed-to-another");

    [Fact]
    public async Task A_person_can_accept_the_addressee_and_the_review_shows_it()
    {
        var entered = await Skills.EnterAsync(two, To(Ours, new SampleParty("Ancien Nom SA", "443061841", "FR13443061841")), new PersonDecisions { BuyerAccepted = "we were called so until May" });
        entered.Changeset.Warnings.Should().ContainSingle(w => w.Code == "addressee-accepted").Which.Text.Should().Contain("Ancien Nom SA").And.Contain("until May");
        entered.Changeset.Evidence.OfType<Evidence.Instruction>().Single().Text.Should().Contain("until May");
        entered.Changeset.Operations.Should().OnlyContain(o => o.From.Contains(entered.Changeset.Evidence.OfType<Evidence.Instruction>().Single().Id));
    }

    [Fact]
    public async Task An_invoice_of_our_own_is_not_a_supplier_invoice_whatever_a_person_says()
    {
        var own = Ours with { Seller = Ours.Buyer, Buyer = Ours.Seller };
        (await RefusedAsync(own)).Code.Text.Should().Be("own-invoice");
        (await RefusedAsync(own, new PersonDecisions { BuyerAccepted = "yes" })).Code.Text.Should().Be("own-invoice");
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
        (await RefusedAsync(To(Ours, new SampleParty(name, "", "")))).Code.Text.Should().Be("addressed-to-another");

    [Theory]
    [InlineData("Dépannage Service SARL")]
    [InlineData("DEPANNAGE SERVICE, service comptabilité")]
    public async Task A_word_for_a_department_may_be_part_of_our_own_name(string name)
    {
        (two.More["DOLIBARR_COMPANY_NAME"], two.More["DOLIBARR_COMPANY_SIREN"], two.More["DOLIBARR_COMPANY_VAT"]) = ("Dépannage Service SARL", null, null);

        Skills.Codes(await Skills.EnterAsync(two, To(Ours, new SampleParty(name, "", "")))).Should().NotContain(code => code.StartsWith("address", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_buyer_of_whom_nothing_can_be_compared_is_named_to_the_person()
    {
        two.More["DOLIBARR_COMPANY_NAME"] = null;

        var entered = await Skills.EnterAsync(two, To(Ours, new SampleParty("Boulangerie Sorbier SARL", "", "")));

        entered.Changeset.Warnings.Should().ContainSingle(w => w.Code == "addressee-missing").Which.Text.Should().Contain("Boulangerie Sorbier SARL").And.Contain("424761419");
    }

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

    [Theory]
    [InlineData("443061841", null)]
    [InlineData(null, "FR13443061841")]
    public async Task A_server_and_settings_that_name_two_companies_stop(string? siren, string? vatNumber)
    {
        await using var sandbox = await SimulatedDolibarr.StartAsync(
            new SimulatorOptions { Keys = [SimulatedKey.Read("admin=sandbox-admin-key:admin", out _)!], Company = new SimulatedCompany { Name = "Arcodange Exemple SAS", Siren = "424761419" } }, Skills.Cancel);
        using var skill = Skills.On(two, variables =>
        {
            variables["DOLIBARR_SANDBOX_URL"] = sandbox.Address.ToString();
            variables["DOLIBARR_SANDBOX_API_KEY"] = "sandbox-admin-key";
            variables["DOLIBARR_COMPANY_SIREN"] = siren;
            variables["DOLIBARR_COMPANY_VAT"] = vatNumber;
        });
        Skills.Refused(await Ingest.RunAsync(skill, "invoice.eml", Skills.Mail(Ours), Skills.Cancel)).Single().Code.Text.Should().Be("company-differs");
    }

    [Fact]
    public async Task A_server_that_fails_when_it_is_asked_who_we_are_does_not_switch_the_check_off()
    {
        two.More.Clear();
        two.Sandbox.Faults = FailingAt("setup/company", await ReadsOfAnEntryAsync());
        using var skill = AsAdministrator();
        var toAnother = To(Ours, new SampleParty("Boulangerie Sorbier SARL", "443061841", "FR13443061841")) with { Number = "F-2026-2" };

        Skills.Refused(await Ingest.RunAsync(skill, "invoice.eml", Skills.Mail(toAnother), Skills.Cancel)).Single().Code.Text.Should().NotStartWith("address");
        two.Sandbox.Faults = FaultPlan.None;
        Skills.Refused(await Ingest.RunAsync(skill, "invoice.eml", Skills.Mail(toAnother), Skills.Cancel)).Single().Code.Text.Should().Be("addressed-to-another", "it is asked again");
    }

    private async Task<List<string>> ReadsOfAnEntryAsync()
    {
        using var skill = AsAdministrator();
        await Ingest.RunAsync(skill, "invoice.eml", Skills.Mail(Ours), Skills.Cancel);
        return [.. two.Sandbox.Requests.Where(r => r.Method == "GET").Select(r => r.Path)];
    }

    /// <summary>The reads of an entry come again in the same order, and each of the four tries of this one fails.</summary>
    private static FaultPlan FailingAt(string path, List<string> reads) =>
        Enumerable.Range(reads.FindIndex(read => read.Contains(path, StringComparison.Ordinal)) + 1, 4)
            .Aggregate(FaultPlan.None, (plan, number) => plan.And(FaultPlan.At(CountedRequests.Reads, number, new Fault.Unavailable())));

    private Skill AsAdministrator() => Skills.On(two, variables => variables["DOLIBARR_SANDBOX_API_KEY"] = "sandbox-admin-key");

    private async Task<Problem> RefusedAsync(SampleInvoice invoice, PersonDecisions? decisions = null) =>
        Skills.Refused(await Skills.IngestAsync(two, invoice, decisions)).Single();

    private static SampleInvoice To(SampleInvoice invoice, SampleParty buyer) => invoice with { Buyer = buyer };
}
