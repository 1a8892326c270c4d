using System.Text;
using DolibarrAgent.Dolibarr;
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

        var refused = (await mine.Read.Products.FindBySupplierReferenceAsync(["F/100-A"], 1, Cancel)).Should().BeOfType<Answer<System.Collections.Immutable.ImmutableArray<SuppliedProduct>>.Refused>().Subject.Error;
        (refused.Code, refused.Message.Contains("produit.lire", StringComparison.Ordinal)).Should().Be((ErrorCodes.RightMissing, true));
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
