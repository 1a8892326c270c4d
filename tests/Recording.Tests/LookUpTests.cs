using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;
using DolibarrAgent.Simulator;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Recording.Tests;

/// <summary>What is looked up before anything is recorded: products by a supplier's own reference, suppliers and invoices by what a document says.</summary>
public sealed class LookUpTests : IAsyncLifetime
{
    private TwoInstances two = null!;
    private Recorder recorder = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        two = await TwoInstances.StartAsync();
        recorder = await two.RecorderAsync();
    }

    public async ValueTask DisposeAsync()
    {
        recorder.Dispose();
        await two.DisposeAsync();
    }

    [Theory]
    [InlineData("F/100-A", "ART-1")]
    [InlineData(" F/100-A ", "ART-1")]
    [InlineData("O'NEIL (2)", "ART-2")]
    [InlineData("NO\u00a0BREAK", "ART-2")]
    [InlineData("f/100-a", "")]
    [InlineData("100-A", "")]
    [InlineData("", "")]
    public async Task A_product_is_found_by_the_suppliers_own_reference(string reference, string found)
    {
        await SuppliedAsync();

        var products = Ok(await recorder.Read.Products.FindBySupplierReferenceAsync([reference], 1, Cancel));

        string.Join(' ', products.Select(product => product.Product.Ref)).Should().Be(found);
    }

    [Fact]
    public async Task Under_the_same_reference_another_supplier_sells_another_product()
    {
        await SuppliedAsync();

        // The answer also holds what the first one calls it.
        var products = Ok(await recorder.Read.Products.FindBySupplierReferenceAsync(["F/100-A", "O'NEIL (2)"], 2, Cancel));

        products.Select(product => (product.Product.Ref, product.SupplierReference)).Should().Equal(("ART-2", "F/100-A"));
    }

    [Fact]
    public async Task Many_references_are_looked_up_together_and_each_comes_with_what_is_known_of_its_product()
    {
        await SuppliedAsync();

        var products = Ok(await recorder.Read.Products.FindBySupplierReferenceAsync(["F/100-A", "O'NEIL (2)", "NOPE"], 1, Cancel));

        products.Select(product => (product.Product.Ref, product.SupplierReference, product.Product.Kind, product.Product.IsBought)).Should()
            .Equal(("ART-1", "F/100-A", LineKind.Goods, true), ("ART-2", "O'NEIL (2)", LineKind.Service, false));
    }

    [Fact]
    public async Task A_key_that_may_not_read_products_is_told_the_right()
    {
        await SuppliedAsync();
        two.Sandbox.SetRights("agent", SimulatedKey.Kinds["buyer"]);
        using var mine = await two.RecorderAsync();

        var refused = (await mine.Read.Products.FindBySupplierReferenceAsync(["F/100-A"], 1, Cancel)).Should().BeOfType<Answer<System.Collections.Immutable.ImmutableArray<SuppliedProduct>>.Refused>().Subject.Problem;
        (refused.Code, refused.Message.Contains("produit.lire", StringComparison.Ordinal)).Should().Be((Codes.RightMissing, true));
    }

    [Theory]
    [InlineData("siren", "303265045", "1")]
    [InlineData("siren", "303.265.045", "1")]
    [InlineData("vatNumber", "FR 40 303 265 045", "2")]
    [InlineData("siret", "303265045 00012", "3")]
    [InlineData("company by siret", "303 265 045", "3 4")]
    [InlineData("company by siret", "30326504500012", "3 4")]
    [InlineData("company by siret", "303265", "")]
    [InlineData("company by vatNumber", "303265045", "2")]
    [InlineData("company by vatNumber", "123456789", "")]
    [InlineData("company by siret", "", "")]
    [InlineData("siren", "' or '1'='1", "")]
    [InlineData("siren", "30\"32(650)45", "1")]
    public async Task A_third_party_is_found_by_a_number_however_it_is_spaced_on_file(string by, string value, string found)
    {
        foreach (var ids in new[] { "\"idprof1\":\"303 265 045\"", "\"tva_intra\":\"FR40303265045\"", "\"idprof2\":\"303 265 045 00012\"", "\"idprof2\":\"30326504500020\"", "\"idprof2\":\"99303265045000\"", "\"tva_intra\":\"DE123456789\"" })
        {
            await PostAsync("thirdparties", $$"""{"name":"Dupont","fournisseur":1,"code_fournisseur":"auto","country_id":1,{{ids}}}""");
        }

        var field = ThirdPartyFields.All[by.Split(' ')[^1]]!;
        var look = by.StartsWith("company", StringComparison.Ordinal) ? ObjectLook.ForCompany(field, value) : ObjectLook.For(field, value);
        var parties = Ok(await recorder.Read.Objects.FindAsync(ThirdPartyFields.Resource, [look], Cancel));

        string.Join(' ', parties.Select(party => party.Id)).Should().Be(found);
        parties.Should().AllSatisfy(party => party.Held.TextOf("country").Should().Be("FR"));
    }

    [Theory]
    [InlineData("F-2026-1", "2026-11-20", "1 2")]
    [InlineData("f 2026/1", "2026-11-20", "1 2")]
    [InlineData("F-2026-1", "2026-11-21", "")]
    [InlineData("F-2026-11", "2026-11-20", "")]
    [InlineData("O'NEIL \"(7)\"", "2026-11-20", "3")]
    [InlineData("--", "2026-11-20", "")]
    public async Task The_same_document_is_found_whoever_its_supplier_is(string reference, string date, string found)
    {
        await PostAsync("thirdparties", """{"name":"First","fournisseur":1,"code_fournisseur":"auto"}""");
        await PostAsync("thirdparties", """{"name":"Second","fournisseur":1,"code_fournisseur":"auto"}""");
        foreach (var (supplier, number) in new[] { (1, "F-2026-1"), (2, "F 2026 1"), (2, "O'NEIL (7)"), (1, "F-2026-1-B") })
        {
            await PostAsync("supplierinvoices", $$"""{"socid":{{supplier}},"ref_supplier":"{{number}}","date":"2026-11-20","lines":[{"desc":"VPS","qty":2,"subprice":10.5,"tva_tx":20}]}""");
        }

        var invoices = Ok(await recorder.Read.SupplierInvoices.FindAlikeAsync(reference, DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), Cancel));

        string.Join(' ', invoices.Select(invoice => invoice.Id)).Should().Be(found);
    }

    private async Task SuppliedAsync()
    {
        await PostAsync("thirdparties", """{"name":"First","fournisseur":1,"code_fournisseur":"auto"}""");
        await PostAsync("thirdparties", """{"name":"Second","fournisseur":1,"code_fournisseur":"auto"}""");
        await PostAsync("products", """{"ref":"ART-1","label":"An article","status_buy":1}""");
        await PostAsync("products", """{"ref":"ART-2","label":"Advice","type":1}""");
        foreach (var (product, supplier, reference) in new[] { (1, 1, "F/100-A"), (2, 1, "O'NEIL (2)"), (2, 1, "NO BREAK"), (2, 2, "F/100-A") })
        {
            await PostAsync($"products/{product}/purchase_prices", $$"""{"qty":1,"buyprice":5,"price_base_type":"HT","fourn_id":{{supplier}},"availability":0,"ref_fourn":"{{reference}}","tva_tx":20}""");
        }
    }

    private async Task PostAsync(string path, string json)
    {
        using var person = two.Sandbox.ClientOf("admin");
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        (await person.PostAsync(new Uri(path, UriKind.Relative), body, Cancel)).EnsureSuccessStatusCode();
    }

    private static T Ok<T>(Answer<T> answer) => answer.Should().BeOfType<Answer<T>.Ok>($"{answer}").Subject.Value;
}
