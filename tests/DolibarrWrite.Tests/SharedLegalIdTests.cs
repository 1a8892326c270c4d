using DolibarrAgent.Samples;
using DolibarrAgent.Tests;

namespace DolibarrAgent.DolibarrWrite.Tests;

/// <summary>A legal id that points to a supplier of another name and another address: companies of one VAT group share a number.</summary>
public sealed class SharedLegalIdTests : IAsyncLifetime
{
    private TwoInstances two = null!;

    public async ValueTask InitializeAsync() => two = await TwoInstances.StartAsync();

    public ValueTask DisposeAsync() => two.DisposeAsync();

    [Fact]
    public async Task Is_for_a_person()
    {
        await PartyAsync("Groupe Alpha Logistique", "59000");

        (await CodesAsync(PersonDecisions.None)).Should().Equal("legal-id-shared");
    }

    [Fact]
    public async Task Is_entered_under_the_supplier_that_a_person_names()
    {
        await PartyAsync("Groupe Alpha Logistique", "59000");

        Skills.Codes(await Skills.EnterAsync(two, SampleCatalogue.Hosting, new PersonDecisions { SupplierCode = await CodeAsync("Groupe Alpha Logistique") })).Should().Contain("supplier-by-person");
    }

    [Fact]
    public async Task Stays_with_its_holder_where_a_person_names_another_who_does_not_have_it()
    {
        await PartyAsync("Groupe Alpha Logistique", "59000");
        await PartyAsync("Hébergeur Dupont SARL", SampleCatalogue.Dupont.Postcode, vatNumber: "");

        var entered = await Skills.EnterAsync(two, SampleCatalogue.Hosting, new PersonDecisions { SupplierCode = await CodeAsync("Hébergeur Dupont SARL") });

        entered.Changeset.Operations.Should().HaveCount(3, "the supplier is there, and the number is not written to it");
    }

    [Fact]
    public async Task Is_only_a_warning_where_no_address_says_that_it_is_another()
    {
        await PartyAsync("Groupe Alpha Logistique", "");

        Skills.Codes(await Skills.EnterAsync(two, SampleCatalogue.Hosting)).Should().Contain("name-differs");
    }

    [Fact]
    public async Task Is_the_suppliers_where_only_the_address_is_another()
    {
        await PartyAsync("Hébergeur Dupont", "59000");

        (await Skills.EnterAsync(two, SampleCatalogue.Hosting)).Changeset.Operations.Should().HaveCount(3, "the supplier is there, and has moved");
    }

    private async Task<IEnumerable<string>> CodesAsync(PersonDecisions decisions) =>
        ((IngestResult.Refused)await Skills.IngestAsync(two, SampleCatalogue.Hosting, decisions)).Problems.Select(p => p.Code.Text);

    private async Task<string> CodeAsync(string name) =>
        (await Skills.ListAsync(two.Sandbox, "thirdparties")).Single(p => p.GetProperty("name").GetString() == name).GetProperty("code_fournisseur").GetString()!;

    private Task<string> PartyAsync(string name, string zip, string vatNumber = "FR40303265045") => Skills.ByHandAsync(
        two.Sandbox, HttpMethod.Post, "thirdparties", $$"""{"name":"{{name}}","fournisseur":1,"code_fournisseur":"-1","tva_intra":"{{vatNumber}}","zip":"{{zip}}"}""");
}
