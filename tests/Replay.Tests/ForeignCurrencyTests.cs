using System.Text.Json.Nodes;
using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>An invoice in dollars, recorded at 1.10, where prod's rate of the day is another and it has no Swiss francs.</summary>
public class ForeignCurrencyTests : ReplayTest
{
    protected override Task<TwoInstances> StartAsync() => TwoInstances.StartAsync(["USD=1.10", "CHF=0.95"], ["USD=1.25"]);

    [Fact]
    public async Task It_is_booked_at_the_rate_that_was_recorded_and_not_at_prods()
    {
        (await ReplayAsync(await RecordAsync("USD", "1.1"))).Operations.Select(o => o.Outcome).Should().Equal(Outcomes.Applied, Outcomes.Applied, Outcomes.Applied);

        Amounts(await InvoiceOnProdAsync()).Should().Be("USD 1.10000000: 29.33 5.87 35.20, booked 26.66 5.34 32.00");
    }

    [Fact]
    public async Task A_currency_that_prod_lacks_stops_the_plan_and_nothing_is_written()
    {
        var plan = await PlanAsync(await RecordAsync("CHF", "0.95"));

        plan.Problems.Should().Contain(p => p.Code.Kind == ProblemKind.Conflict && p.Code.Text == "unknown-code" && p.Message.Contains("CHF", StringComparison.Ordinal));
        TwoInstances.Writes(Prod).Should().BeEmpty();
    }

    private async Task<string> RecordAsync(string currency, string rate)
    {
        using var recorder = await Two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(new Operation.Create { Id = "", Resource = "thirdparty", Set = TwoInstances.Supplier, Keys = ["vatNumber"] }, Cancel));
        var set = TwoInstances.Invoice(new Reference.Created("op1")).With("currency", currency).With("currencyRate", rate);
        TwoInstances.Done(await recorder.DoAsync(new Operation.Create { Id = "", Resource = "supplierInvoice", Set = set, Keys = ["supplierReference", "supplier"] }, Cancel));
        TwoInstances.Done(await recorder.DoAsync(new Operation.Validate { Id = "", Resource = "supplierInvoice", On = new Reference.Created("op2") }, Cancel));
        return await FinishAsync(recorder);
    }

    private static string Amounts(JsonNode invoice)
    {
        string Two(string name) => decimal.Parse(invoice[name]!.ToString(), System.Globalization.CultureInfo.InvariantCulture).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
        return $"{invoice["multicurrency_code"]} {invoice["multicurrency_tx"]}: {Two("multicurrency_total_ht")} {Two("multicurrency_total_tva")} {Two("multicurrency_total_ttc")}, booked {Two("total_ht")} {Two("total_tva")} {Two("total_ttc")}";
    }

    private async Task<JsonNode> InvoiceOnProdAsync()
    {
        using var person = Prod.ClientOf("agent");
        return JsonNode.Parse(await person.GetStringAsync(new Uri("supplierinvoices/5000", UriKind.Relative), Cancel))!;
    }
}
