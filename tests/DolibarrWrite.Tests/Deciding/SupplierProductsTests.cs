using DolibarrAgent.Changesets;
using DolibarrAgent.Samples;
using DolibarrAgent.Simulator;
using DolibarrAgent.Tests;

namespace DolibarrAgent.DolibarrWrite.Tests.Deciding;

/// <summary>A line is a product of ours where the supplier's reference on it says so, on both instances.</summary>
public sealed class SupplierProductsTests : IAsyncLifetime
{
    private static readonly SampleInvoice Invoice = SampleCatalogue.Hosting with { Lines = [new("Serveur", 1, 100m, 20) { SellerItem = "SRV-9" }] };

    private TwoInstances two = null!;

    public async ValueTask InitializeAsync() => two = await TwoInstances.StartAsync();

    public ValueTask DisposeAsync() => two.DisposeAsync();

    [Fact]
    public async Task A_reference_that_is_on_file_puts_the_product_and_its_kind_on_the_line()
    {
        await SuppliedAsync(two.Sandbox, "SRV-9", type: 0);
        await ProductAsync(two.Prod, type: 0);

        var entered = await Skills.EnterAsync(two, Invoice);

        Line(entered).Should().Be("goods product=ART-1 reference=SRV-9");
        Skills.Codes(entered).Should().NotContain(["kind-assumed", "product-kind-differs"]);
    }

    [Fact]
    public async Task What_prod_does_not_have_is_not_put_on_the_line_so_that_the_replay_does_not_stand_still()
    {
        await SuppliedAsync(two.Sandbox, "SRV-9", type: 0);

        Line(await Skills.EnterAsync(two, Invoice)).Should().Be("service product= reference=SRV-9");
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public async Task A_product_that_is_no_longer_bought_on_either_side_is_not_put_on_the_line(int sandbox, int prod)
    {
        await SuppliedAsync(two.Sandbox, "SRV-9", type: 0, bought: sandbox);
        await ProductAsync(two.Prod, type: 0, bought: prod);

        Line(await Skills.EnterAsync(two, Invoice)).Should().Be("service product= reference=SRV-9");
    }

    [Fact]
    public async Task Another_suppliers_reference_says_nothing()
    {
        await Skills.ByHandAsync(two.Sandbox, HttpMethod.Post, "thirdparties", """{"name":"Zwiebel GmbH","fournisseur":1,"code_fournisseur":"-1"}""");
        await ProductAsync(two.Sandbox, type: 0);
        await ReferenceAsync(two.Sandbox, supplier: "1", "SRV-9");
        await ProductAsync(two.Prod, type: 0);
        await Skills.SupplierByHandAsync(two);

        Line(await Skills.EnterAsync(two, Invoice)).Should().Be("service product= reference=SRV-9");
    }

    [Fact]
    public async Task A_product_of_the_other_kind_than_the_document_says_is_told_and_left_off()
    {
        await SuppliedAsync(two.Sandbox, "SRV-9", type: 1);
        await ProductAsync(two.Prod, type: 1);

        var entered = await Skills.EnterAsync(two, Invoice with { Lines = [Invoice.Lines[0] with { Unit = "KGM" }] });

        Line(entered).Should().Be("goods product= reference=SRV-9");
        entered.Changeset.Warnings.Should().ContainSingle(w => w.Code == "product-kind-differs").Which.Text.Should().Contain("ART-1").And.Contain("goods, on file a service");
    }

    private async Task SuppliedAsync(SimulatedDolibarr server, string reference, int type, int bought = 1)
    {
        var supplier = await Skills.SupplierByHandAsync(two);
        await ProductAsync(server, type, bought);
        await ReferenceAsync(server, supplier, reference);
    }

    private static Task ProductAsync(SimulatedDolibarr server, int type, int bought = 1) =>
        Skills.ByHandAsync(server, HttpMethod.Post, "products", $$"""{"ref":"ART-1","label":"A server","type":{{type}},"status_buy":{{bought}}}""");

    private static Task ReferenceAsync(SimulatedDolibarr server, string supplier, string reference) =>
        Skills.ByHandAsync(server, HttpMethod.Post, "products/1/purchase_prices", $$"""{"qty":1,"buyprice":5,"price_base_type":"HT","fourn_id":{{supplier}},"availability":0,"ref_fourn":"{{reference}}","tva_tx":20}""");

    private static string Line(IngestResult.Entered entered)
    {
        var invoice = entered.Changeset.Operations.OfType<Operation.Create>().Single(o => o.Resource == "supplierInvoice");
        var line = invoice.Set.RowsOf("lines").Single();
        return $"{line.TextOf("kind")} product={line.TextOf("product")} reference={line.TextOf("supplierProductReference")}";
    }
}
