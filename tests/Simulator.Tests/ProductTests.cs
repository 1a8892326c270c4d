using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator.Tests;

/// <summary>Products, and the lines that hang on one.</summary>
public sealed class ProductTests
{
    [Fact]
    public async Task What_was_recorded_of_one_is_answered_in_the_same_way()
    {
        var recording = Recording.Read("product");
        await using var server = await RecordedServer.StartAsync(recording.Name, recording.Start);
        // No server has the path by ref_ext.
        foreach (var exchange in recording.Exchanges.Where(exchange => !exchange.Path.Contains("/ref_ext/", StringComparison.Ordinal)))
        {
            using var answer = await RecordedServer.SendAsync(server, exchange);
            var comparison = new Comparison();
            comparison.Compare("status", exchange.Status, (int)answer.StatusCode);
            comparison.Compare($"{exchange.Method} {exchange.Path}", exchange.Response, JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
            comparison.Differences.Should().BeEmpty();
            comparison.Missing.Should().BeEmpty();
        }
    }

    [Fact]
    public async Task One_is_found_by_its_ref_in_a_list()
    {
        await using var server = await Servers.StartAsync();
        await EnterAsync(server, "SRV1", 1);
        (await server.CallAsync("GET /products?sqlfilters=(t.ref:=:'SRV1')&properties=id,ref,type")).Text.Replace(" ", "").Replace("\n", "").Should().Be("""[{"id":"1","ref":"SRV1","type":"1"}]""");
        (await server.CallAsync("GET /products?sqlfilters=(t.ref:=:'OTHER')")).Text.Should().Be("[]");
    }

    [Fact]
    public async Task A_key_without_the_right_is_refused()
    {
        await using var server = await Servers.StartAsync();
        (await server.CallAsync("GET /products", key: "buyer")).Status.Should().Be(403);
        (await server.CallAsync("POST /products", """{"ref":"A","label":"a"}""", "read")).Status.Should().Be(403);
    }

    [Theory]
    [InlineData(1, "1")]
    [InlineData(0, "0")]
    public async Task A_line_sent_inside_its_invoice_is_of_the_products_kind(int type, string kind)
    {
        await using var server = await Servers.StartAsync();
        var product = await EnterAsync(server, "P", type);
        var line = await LineAsync(server, $$"""{"desc":"x","qty":1,"subprice":5,"tva_tx":20,"product_type":{{1 - type}},"fk_product":{{product}}}""");
        $"{line["product_type"]} {line["fk_product"]} {line["product_ref"]}".Should().Be($"{kind} {product} P");
    }

    [Fact]
    public async Task A_line_that_is_added_by_itself_is_of_the_kind_that_was_sent()
    {
        await using var server = await Servers.StartAsync();
        var product = await EnterAsync(server, "P", 1);
        var invoice = await server.DraftAsync(await server.SupplierAsync(), "F");
        await server.CallAsync($"POST /supplierinvoices/{invoice}/lines", $$"""{"description":"x","qty":1,"pu_ht":5,"tva_tx":20,"fk_product":{{product}}}""");
        (await server.CallAsync($"GET /supplierinvoices/{invoice}")).Json!["lines"]![1]!["product_type"]!.ToString().Should().Be("0");
    }

    [Fact]
    public async Task A_change_of_a_line_keeps_its_product_and_wipes_its_period_and_reference()
    {
        await using var server = await Servers.StartAsync();
        var product = await EnterAsync(server, "P", 1);
        var line = await LineAsync(server, $$"""{"desc":"x","qty":1,"subprice":5,"tva_tx":20,"fk_product":{{product}},"ref_supplier":"A-1","date_start":"2026-10-01","date_end":"2026-10-31"}""");
        $"{line["date_start"]} {line["date_end"]} {line["ref_supplier"]}".Should().Be("1790812800 1793404800 A-1");
        await server.CallAsync("PUT /supplierinvoices/1/lines/1", """{"description":"x","qty":1,"pu_ht":5,"tva_tx":20,"fk_product":0}""");
        line = (await server.CallAsync("GET /supplierinvoices/1")).Json!["lines"]![0]!;
        $"{line["product_ref"]} {line["date_start"]}{line["date_end"]}{line["ref_supplier"]}".Should().Be("P ");
    }

    [Fact]
    public async Task A_product_that_is_not_there_is_refused_in_a_line_by_itself_only()
    {
        await using var server = await Servers.StartAsync();
        (await LineAsync(server, """{"desc":"x","qty":1,"subprice":5,"tva_tx":20,"fk_product":99}"""))["fk_product"]!.ToString().Should().Be("99");
        var added = await server.CallAsync("POST /supplierinvoices/1/lines", """{"description":"x","qty":1,"pu_ht":5,"tva_tx":20,"fk_product":99}""");
        (added.Status, added.Text.Contains("ErrorProductIdDoesNotExists")).Should().Be((400, true));
    }

    private static async Task<long> EnterAsync(SimulatedDolibarr server, string reference, int type) =>
        (await server.CallAsync("POST /products", $$"""{"ref":"{{reference}}","label":"A product","type":{{type}},"status_buy":1}""")).Json!.GetValue<long>();

    private static async Task<JsonNode> LineAsync(SimulatedDolibarr server, string line)
    {
        var supplier = await server.SupplierAsync();
        var id = (await server.CallAsync("POST /supplierinvoices", $$"""{"socid":{{supplier}},"ref_supplier":"F","date":"2026-11-20","lines":[{{line}}]}""")).Json!.GetValue<long>();
        return (await server.CallAsync($"GET /supplierinvoices/{id}")).Json!["lines"]![0]!;
    }
}
