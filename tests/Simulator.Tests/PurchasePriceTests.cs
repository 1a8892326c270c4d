namespace DolibarrAgent.Simulator.Tests;

/// <summary>What suppliers call products.</summary>
public sealed class PurchasePriceTests
{
    [Fact]
    public async Task A_supplier_and_a_reference_choose_the_product_and_all_its_prices_come_with_it()
    {
        await using var server = await ServerAsync();
        var found = (await server.CallAsync("GET /products/purchase_prices?supplier=1&sqlfilters=(s.ref_fourn:=:'F/100-A')")).Json!.AsObject();
        found.Should().ContainSingle().Which.Key.Should().Be("1");
        found["1"]!.AsArray().Select(price => $"{price!["id"]} {price["fourn_id"]} {price["fourn_ref"]} {price["fourn_unitprice"]} {price["product_ref"]}").Should()
            .Equal("1 1 F/100-A 12.50000000 ART-1", "1 2 F/100-A 9.00000000 ART-1");
    }

    [Fact]
    public async Task Nothing_found_is_a_list()
    {
        await using var server = await ServerAsync();
        (await server.CallAsync("GET /products/purchase_prices?supplier=1&sqlfilters=(s.ref_fourn:=:'NOPE')")).Text.Should().Be("[]");
    }

    [Fact]
    public async Task The_prices_of_one_product_are_a_list_with_its_ref()
    {
        await using var server = await ServerAsync();
        (await server.CallAsync("GET /products/1/purchase_prices")).Json!.AsArray().Select(price => price!["product_ref"]!.ToString()).Should().Equal("ART-1", "ART-1");
        (await server.CallAsync("GET /products/99/purchase_prices")).Status.Should().Be(404);
    }

    [Fact]
    public async Task The_products_themselves_have_no_such_column()
    {
        await using var server = await ServerAsync();
        (await server.CallAsync("GET /products?sqlfilters=(s.ref_fourn:=:'F/100-A')")).Status.Should().Be(503);
    }

    [Fact]
    public async Task The_same_again_replaces_the_price_and_another_product_cannot_have_that_suppliers_reference()
    {
        await using var server = await ServerAsync();
        (await PriceAsync(server, 1, 1, "F/100-A", 11)).Json!.GetValue<long>().Should().Be(1);
        (await server.CallAsync("POST /products", """{"ref":"ART-2","label":"Another"}""")).Status.Should().Be(200);
        (await PriceAsync(server, 2, 1, "F/100-A", 11)).Status.Should().Be(500);
    }

    [Fact]
    public async Task A_supplier_that_is_not_there_is_refused()
    {
        await using var server = await ServerAsync();
        (await PriceAsync(server, 1, 99, "X", 11)).Status.Should().Be(404);
    }

    [Fact]
    public async Task What_is_missing_is_named()
    {
        await using var server = await ServerAsync();
        var refused = await server.CallAsync("POST /products/1/purchase_prices", """{"qty":1}""");
        (refused.Status, refused.Text.Contains("`buyprice` is required.")).Should().Be((400, true));
    }

    [Fact]
    public async Task A_key_without_the_right_is_refused()
    {
        await using var server = await ServerAsync();
        (await server.CallAsync("GET /products/purchase_prices?supplier=1", key: "buyer")).Status.Should().Be(403);
        (await server.CallAsync("GET /products/1/purchase_prices", key: "buyer")).Status.Should().Be(403);
    }

    /// <summary>Two suppliers that sell one product under the same reference.</summary>
    private static async Task<SimulatedDolibarr> ServerAsync()
    {
        var server = await Servers.StartAsync();
        await server.SupplierAsync("First");
        await server.SupplierAsync("Second");
        await server.CallAsync("POST /products", """{"ref":"ART-1","label":"An article","status_buy":1}""");
        await PriceAsync(server, 1, 1, "F/100-A", 12.5m);
        await PriceAsync(server, 1, 2, "F/100-A", 9);
        return server;
    }

    private static Task<Answer> PriceAsync(SimulatedDolibarr server, long product, long supplier, string reference, decimal price) => server.CallAsync(
        $"POST /products/{product}/purchase_prices",
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $$"""{"qty":1,"buyprice":{{price}},"price_base_type":"HT","fourn_id":{{supplier}},"availability":0,"ref_fourn":"{{reference}}","tva_tx":20}"""));
}
