using DolibarrAgent.Changesets;
using DolibarrAgent.Samples;
using DolibarrAgent.Tests;

namespace DolibarrAgent.DolibarrWrite.Tests;

/// <summary>Whose invoice it is, and where it asks to be paid.</summary>
public sealed class SupplierTests : IAsyncLifetime
{
    private TwoInstances two = null!;

    public async ValueTask InitializeAsync() => two = await TwoInstances.StartAsync();

    public ValueTask DisposeAsync() => two.DisposeAsync();

    [Fact]
    public async Task A_supplier_is_found_by_its_SIREN_alone_with_blanks_on_file()
    {
        await PartyAsync("Dupont", """ "idprof1":"303 265 045" """);

        var entered = await Skills.EnterAsync(two, SampleCatalogue.Hosting);

        entered.Changeset.Operations.Should().HaveCount(3);
        entered.Changeset.Warnings.Should().ContainSingle(w => w.Code == "name-differs").Which.Text.Should().Contain("Hébergeur Dupont SARL").And.Contain("'Dupont'");
    }

    [Fact]
    public async Task A_supplier_on_file_by_its_name_alone_is_not_made_a_second_time()
    {
        await PartyAsync("Hebergeur DUPONT", """ "email":"factures@fournisseur.example" """);

        (await RefusedAsync("supplier-by-name")).Should().Contain("Hébergeur Dupont SARL").And.Contain("Hebergeur DUPONT");
    }

    [Fact]
    public async Task A_person_says_that_it_is_the_one_and_its_legal_ids_are_written_there()
    {
        await PartyAsync("Hebergeur DUPONT", """ "email":"factures@fournisseur.example" """);

        var entered = await Skills.EnterAsync(two, SampleCatalogue.Hosting, new PersonDecisions { SupplierCode = await CodeAsync() });

        entered.Changeset.Operations[0].Should().BeOfType<Operation.Update>().Which.Set.TextOf("siren").Should().Be("303265045");
        entered.Changeset.Evidence.OfType<Evidence.Instruction>().Should().ContainSingle().Which.Text.Should().Contain(await CodeAsync());
        Skills.Codes(entered).Should().Contain("supplier-by-person");
        (await Skills.ListAsync(two.Sandbox, "thirdparties")).Should().ContainSingle();
    }

    [Fact]
    public async Task A_code_that_nobody_has_is_refused()
    {
        var refused = (IngestResult.Refused)await Skills.IngestAsync(two, SampleCatalogue.Hosting, new PersonDecisions { SupplierCode = "SU-8" });
        refused.Problems.Should().ContainSingle().Which.Code.Text.Should().Be("supplier-unknown");
    }

    [Fact]
    public async Task A_code_whose_legal_ids_are_others_is_refused()
    {
        await PartyAsync("Hebergeur DUPONT", """ "idprof1":"552081317" """);
        var refused = (IngestResult.Refused)await Skills.IngestAsync(two, SampleCatalogue.Hosting, new PersonDecisions { SupplierCode = await CodeAsync() });
        refused.Problems.Should().ContainSingle().Which.Code.Text.Should().Be("supplier-ids-disagree");
    }

    [Fact]
    public async Task A_SIRET_on_file_belongs_to_the_SIREN_that_it_begins_with()
    {
        await PartyAsync("Dupont Hébergement", """ "idprof2":"303 265 045 00012" """);

        var entered = await Skills.EnterAsync(two, SampleCatalogue.Hosting);

        entered.Changeset.Operations.Should().HaveCount(3, "the supplier is there");
    }

    [Fact]
    public async Task A_VAT_number_on_file_belongs_to_the_SIREN_that_it_ends_with()
    {
        await PartyAsync("Dupont Hébergement", """ "tva_intra":"FR 40 303 265 045" """);
        var invoice = SampleCatalogue.Hosting with { Seller = SampleCatalogue.Hosting.Seller with { VatId = "" } };

        (await Skills.EnterAsync(two, invoice)).Changeset.Operations.Should().HaveCount(3, "the supplier is there");
    }

    [Fact]
    public async Task A_name_a_letter_away_is_shown()
    {
        await PartyAsync("Hébergeur Dupond SARL", """ "idprof1":"552081317" """);

        Skills.Codes(await Skills.EnterAsync(two, SampleCatalogue.Hosting)).Should().Contain("name-resembles");
    }

    [Theory]
    [InlineData("Hebergeur Dupont", "")]
    [InlineData("HÉBERGEUR DUPONT SARL", ",\"email\":\"x@dupont.example\"")]
    public async Task A_model_does_not_create_who_is_on_file_by_name(string onFile, string more)
    {
        await PartyAsync(onFile, $"\"zip\":\"75001\"{more}");
        using var skill = Skills.On(two);

        var refused = await Skills.Plugin(skill).CallAsync("create_third_party", ("name", "Hébergeur Dupont SARL"), ("siren", "303265045"));

        Skills.CodeOf(refused).Should().Be("supplier-by-name");
        (await Skills.ListAsync(two.Sandbox, "thirdparties")).Should().ContainSingle();
    }

    [Fact]
    public async Task A_model_creates_another_company_of_that_name_with_other_legal_ids()
    {
        await PartyAsync("Hébergeur Dupont SARL", """ "idprof1":"552081317" """);
        using var skill = Skills.On(two);

        (await Skills.Plugin(skill).CallAsync("create_third_party", ("name", "Hébergeur Dupont SARL"), ("siren", "303265045"))).Done().GetProperty("done").GetString().Should().Be("op1");
    }

    [Theory]
    [InlineData("siren", "303265045")]
    [InlineData("vat_number", "FR 40 303 265 045")]
    public async Task A_model_does_not_make_a_supplier_on_file_the_seller_of_an_invoice_by_giving_it_its_id(string id, string value)
    {
        await PartyAsync("Hebergeur DUPONT", """ "email":"factures@fournisseur.example" """);
        var handle = (await Skills.ListAsync(two.Sandbox, "thirdparties")).Single().GetProperty("id").GetString()!;
        using var skill = Skills.On(two);
        skill.Documents.Give("x.eml", Skills.Mail(SampleCatalogue.Hosting), Skills.Cancel);

        Skills.CodeOf(await Skills.Plugin(skill).CallAsync("update_third_party", ("third_party", handle), (id, value))).Should().Be("supplier-by-name");
    }

    [Theory]
    [InlineData("idprof1", "303265045")]
    [InlineData("idprof2", "30326504500029")]
    public async Task Of_a_supplier_that_has_one_of_the_sellers_ids_a_model_writes_the_others(string column, string id)
    {
        await PartyAsync("Hebergeur DUPONT", $""" "{column}":"{id}" """);
        var handle = (await Skills.ListAsync(two.Sandbox, "thirdparties")).Single().GetProperty("id").GetString()!;
        using var skill = Skills.On(two);
        skill.Documents.Give("x.eml", Skills.Mail(SampleCatalogue.Hosting), Skills.Cancel);

        (await Skills.Plugin(skill).CallAsync("update_third_party", ("third_party", handle), ("vat_number", "FR40303265045"))).Done().GetProperty("done").GetString().Should().Be("op1");
    }

    [Fact]
    public async Task A_name_that_only_shares_a_word_is_not()
    {
        await PartyAsync("Hébergeur Martin SARL", """ "idprof1":"552081317" """);

        Skills.Codes(await Skills.EnterAsync(two, SampleCatalogue.Hosting)).Should().NotContain("name-resembles");
    }

    [Fact]
    public async Task Ids_that_point_to_two_third_parties_are_refused_with_both()
    {
        await PartyAsync("Dupont Lyon", """ "idprof1":"303265045" """);
        await PartyAsync("Dupont Paris", """ "tva_intra":"FR40303265045" """);

        (await RefusedAsync("several-found")).Should().Contain("Dupont Lyon").And.Contain("Dupont Paris");
    }

    [Fact]
    public async Task A_third_party_with_another_VAT_number_is_not_taken_for_the_supplier()
    {
        await PartyAsync("Dupont", """ "idprof1":"303265045","tva_intra":"FR22424761419" """);

        (await RefusedAsync("supplier-ids-disagree")).Should().Contain("FR22424761419");
    }

    [Fact]
    public async Task A_closed_supplier_is_refused()
    {
        var id = await Skills.SupplierByHandAsync(two);
        await Skills.ByHandAsync(two.Sandbox, HttpMethod.Put, $"thirdparties/{id}", """{"status":0}""");

        (await RefusedAsync("supplier-unfit")).Should().Contain("closed");
    }

    [Fact]
    public async Task A_customer_is_refused_as_supplier()
    {
        await Skills.ByHandAsync(two.Sandbox, HttpMethod.Post, "thirdparties", """{"name":"Dupont","client":1,"fournisseur":0,"code_client":"-1","idprof1":"303265045"}""");

        (await RefusedAsync("supplier-unfit")).Should().Contain("not marked as a supplier");
    }

    [Fact]
    public async Task An_account_that_is_not_on_file_is_the_first_warning_and_no_IBAN_is_ever_written()
    {
        var id = await Skills.SupplierByHandAsync(two);
        await Skills.ByHandAsync(two.Sandbox, HttpMethod.Post, $"thirdparties/{id}/bankaccounts", """{"iban":"FR1420041010050500013M02606","label":"main"}""");

        var entered = await Skills.EnterAsync(two, SampleCatalogue.Hosting);

        entered.Changeset.Warnings[0].Code.Should().Be("iban-not-on-file");
        entered.Changeset.Warnings[0].Text.Should().Contain("FR7630006000011234567890189").And.Contain("FR1420041010050500013M02606");
        TwoInstances.Writes(two.Sandbox).Where(w => w.Key == "agent").Should().NotContain(w => w.Body!.Contains("FR7630006000011234567890189", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_account_that_is_on_file_with_blanks_is_not_a_warning()
    {
        var id = await Skills.SupplierByHandAsync(two);
        await Skills.ByHandAsync(two.Sandbox, HttpMethod.Post, $"thirdparties/{id}/bankaccounts", """{"iban":"FR76 3000 6000 0112 3456 7890 189","label":"main"}""");

        Skills.Codes(await Skills.EnterAsync(two, SampleCatalogue.Hosting)).Should().NotContain(c => c.StartsWith("iban", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_no_account_is_on_file_the_documents_own_proves_nothing()
    {
        await Skills.SupplierByHandAsync(two);

        Skills.Codes(await Skills.EnterAsync(two, SampleCatalogue.Hosting)).Should().Contain("iban-unknown").And.NotContain("iban-not-on-file");
    }

    [Fact]
    public async Task The_same_amount_of_the_same_day_under_another_number_is_a_possible_duplicate()
    {
        await Skills.EnterAsync(two, SampleCatalogue.Hosting);

        var again = await Skills.EnterAsync(two, SampleCatalogue.Hosting with { Number = "F-2026-1bis" });

        again.Changeset.Warnings.Should().ContainSingle(w => w.Code == "possible-duplicate").Which.Text.Should().Contain("'F-2026-1'");
    }

    [Fact]
    public async Task Wrong_check_digits_warn_and_do_not_refuse()
    {
        var seller = SampleCatalogue.Dupont with { Siren = "303265046", VatId = "FR40303265046", Siret = null };

        Skills.Codes(await Skills.EnterAsync(two, SampleCatalogue.Hosting with { Seller = seller })).Should().Contain(["siren-check-digit", "vat-id-key"]);
    }

    /// <summary>The code that the server gave the one supplier on file.</summary>
    private async Task<string> CodeAsync() => (await Skills.ListAsync(two.Sandbox, "thirdparties")).Single().GetProperty("code_fournisseur").GetString()!;

    private Task<string> PartyAsync(string name, string more) =>
        Skills.ByHandAsync(two.Sandbox, HttpMethod.Post, "thirdparties", $$"""{"name":"{{name}}","fournisseur":1,"code_fournisseur":"-1",{{more}}}""");

    private async Task<string> RefusedAsync(string code)
    {
        using var skill = Skills.On(two);
        var problem = Skills.Refused(await Ingest.RunAsync(skill, "x.eml", Skills.Mail(SampleCatalogue.Hosting), Skills.Cancel)).Should().ContainSingle().Subject;
        problem.Code.Text.Should().Be(code);
        TwoInstances.Writes(two.Sandbox).Should().NotContain(w => w.Key == "agent");
        return problem.Message;
    }
}
