using System.Text.Json.Nodes;
using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>Periods, products and suppliers' numbers of lines, on a prod that numbers its products differently.</summary>
public class LineFieldTests : ReplayTest
{
    private const string Service = """{"ref":"SRV1","label":"Hosting","type":1,"status_buy":1}""";

    [Fact]
    public async Task They_are_on_prod_as_they_were_on_the_sandbox()
    {
        var path = await RecordAsync();
        await EnterOnProdAsync("products", Service);

        (await ReplayAsync(path)).Operations.Select(o => o.Outcome).Should().Equal(Outcomes.Applied, Outcomes.Applied);

        using var person = Prod.ClientOf("agent");
        var line = JsonNode.Parse(await person.GetStringAsync(new Uri("supplierinvoices/5000", UriKind.Relative), Cancel))!["lines"]![0]!;
        $"{line["fk_product"]} {line["product_ref"]} {line["ref_supplier"]} {Day(line["date_start"])} {Day(line["date_end"])}".Should().Be("5000 SRV1 VPS-2 2026-10-01 2026-10-31");
    }

    [Fact]
    public async Task A_product_that_prod_lacks_stops_the_plan_and_nothing_is_written()
    {
        var path = await RecordAsync();

        var plan = await PlanAsync(path);

        plan.Problems.Should().ContainSingle(p => p.Code.Kind == ProblemKind.Conflict && p.Code.Text == "unknown-product" && p.Place == "op2" && p.Message.Contains("'SRV1'", StringComparison.Ordinal));
        TwoInstances.Writes(Prod).Should().BeEmpty();
    }

    [Fact]
    public async Task A_product_that_is_goods_on_prod_stops_the_plan()
    {
        var path = await RecordAsync();
        await EnterOnProdAsync("products", Service.Replace("\"type\":1", "\"type\":0", StringComparison.Ordinal));

        (await PlanAsync(path)).Problems.Should().ContainSingle(p => p.Code.Text == "product-kind-differs");
    }

    [Fact]
    public async Task A_period_that_somebody_gave_a_line_on_prod_is_not_overwritten()
    {
        var path = await RecordAsync();
        await EnterOnProdAsync("products", Service);
        await ReplayAsync(path);
        var change = await RecordChangeAsync(TwoInstances.Line("VPS", "2", "11"));
        using var person = Prod.ClientOf("agent");
        using var body = new StringContent("""{"description":"VPS","qty":2,"pu_ht":10.5,"tva_tx":20,"product_type":1,"ref_supplier":"VPS-2","date_start":"2026-09-01"}""", System.Text.Encoding.UTF8, "application/json");
        (await person.PutAsync(new Uri("supplierinvoices/5000/lines/5000", UriKind.Relative), body, Cancel)).EnsureSuccessStatusCode();

        (await PlanAsync(change)).Problems.Should().ContainSingle(p => p.Code.Text == "drift" && p.Place == "op1.lines");
    }

    private static string Day(JsonNode? seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds!.GetValue<long>()).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<string> RecordAsync()
    {
        using var person = Two.Sandbox.ClientOf("agent");
        using var body = new StringContent(Service, System.Text.Encoding.UTF8, "application/json");
        (await person.PostAsync(new Uri("products", UriKind.Relative), body, Cancel)).EnsureSuccessStatusCode();
        using var recorder = await Two.RecorderAsync();
        await EnterAsync(recorder, TwoInstances.Line("VPS", "2", "10.50").With("periodFrom", "2026-10-01").With("periodTo", "2026-10-31").With("product", "SRV1").With("supplierProductReference", "VPS-2"));
        return await FinishAsync(recorder);
    }

    private async Task<string> RecordChangeAsync(Fields line)
    {
        using var recorder = await Two.RecorderAsync();
        var supplier = new Reference.Found(Fields.None.With("vatNumber", "FR40303265045"));
        var invoice = new Reference.Found(Fields.None.With("supplierReference", "F-2026-1").With("supplier", supplier));
        TwoInstances.Done(await recorder.DoAsync(new Operation.Update { Id = "", Resource = "supplierInvoice", On = invoice, Before = Fields.None, Set = Fields.None.With("lines", [line]) }, Cancel));
        return await FinishAsync(recorder);
    }

    private static async Task EnterAsync(Recording.Recorder recorder, Fields line)
    {
        TwoInstances.Done(await recorder.DoAsync(new Operation.Create { Id = "", Resource = "thirdparty", Set = TwoInstances.Supplier, Keys = ["vatNumber"] }, Cancel));
        var set = TwoInstances.Invoice(new Reference.Created("op1")).With("lines", [line]);
        TwoInstances.Done(await recorder.DoAsync(new Operation.Create { Id = "", Resource = "supplierInvoice", Set = set, Keys = ["supplierReference", "supplier"] }, Cancel));
    }
}
