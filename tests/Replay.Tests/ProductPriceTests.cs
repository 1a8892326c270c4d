using System.Text.Json.Nodes;
using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>The selling price of a product: entered with the decimals that Dolibarr keeps, and only where it is one without tax.</summary>
public sealed class ProductPriceTests : RevertTest
{
    private static readonly Reference Hosting = new Reference.Found(Fields.None.With("ref", "HOST-12"));

    [Theory]
    [InlineData("19.999", "2 decimals")]
    [InlineData("-1", "less than 0")]
    [InlineData("12.345678", "more than 5 decimals")]
    public async Task What_a_new_product_does_not_keep_is_refused_before_it_is_sent(string price, string why)
    {
        using var recorder = await Two.RecorderAsync();

        var refused = await recorder.DoAsync(Create(price), Cancel);

        refused.Should().BeOfType<Recording.RecordResult.Refused>().Which.Problems.Should()
            .Contain(problem => problem.Code.Text == "wrong-form" && problem.Message.Contains(why, StringComparison.Ordinal));
        TwoInstances.Writes(Two.Sandbox).Should().BeEmpty();
    }

    [Fact]
    public async Task A_product_that_had_no_price_gets_one_without_tax_and_loses_it_again()
    {
        await EverywhereAsync("""{"ref":"HOST-12","label":"Hosting","tva_tx":20}""");
        var path = await RecordAsync(false, Price("12.34567"));

        (await ReplayAsync(path, Selection.All)).ExitCode.Should().Be(ExitCode.Done);

        (await PriceAsync()).Should().Be("12.34567000 14.81480000 HT");
        var made = await MadeAsync(path);
        await RehearseAsync(made.Path);
        (await ReplayAsync(made.Path, Selection.All)).ExitCode.Should().Be(ExitCode.Done);
        (await PriceAsync()).Should().Be("0.00000000 0.00000000 HT");
    }

    [Fact]
    public async Task A_price_that_was_entered_with_tax_is_not_made_one_without()
    {
        await EverywhereAsync("""{"ref":"HOST-12","label":"Hosting","tva_tx":20,"price_ttc":12,"price_base_type":"TTC"}""");
        using var recorder = await Two.RecorderAsync();

        (await recorder.DoAsync(Price("12.34567"), Cancel)).Should().BeOfType<Recording.RecordResult.Refused>().Which.Problems.Should()
            .ContainSingle(problem => problem.Code.Text == "meant-otherwise");

        TwoInstances.Writes(Two.Sandbox).Should().BeEmpty();
    }

    [Fact]
    public async Task Nor_where_only_prod_has_it_with_tax()
    {
        await SendAsync(
            Two.Sandbox, HttpMethod.Post, "products", """{"ref":"HOST-12","label":"Hosting","price":10,"price_base_type":"HT"}""");
        await OnProdAsync(HttpMethod.Post, "products", """{"ref":"HOST-12","label":"Hosting","price_ttc":10,"price_base_type":"TTC"}""");
        var path = await RecordAsync(false, Price("12"));

        (await PlanAsync(path)).Problems.Should().ContainSingle().Which.Code.Text.Should().Be("meant-otherwise");
    }

    private static Operation.Create Create(string price) => new()
    {
        Id = "",
        Resource = "product",
        Set = Fields.None.With("ref", "HOST-12").With("label", "Hosting").With("kind", "service").With("price", price),
        Keys = ["ref"],
    };

    private static Operation.Update Price(string price) =>
        new() { Id = "", Resource = "product", On = Hosting, Before = Fields.None, Set = Fields.None.With("price", price) };

    private async Task EverywhereAsync(string product)
    {
        foreach (var instance in new[] { Prod, Two.Sandbox })
        {
            await SendAsync(instance, HttpMethod.Post, "products", product);
            instance.ForgetRequests();
        }
    }

    private async Task<string> PriceAsync()
    {
        var product = JsonNode.Parse(await ProdAsync("products"))![0]!;
        return $"{product["price"]} {product["price_ttc"]} {product["price_base_type"]}";
    }
}
