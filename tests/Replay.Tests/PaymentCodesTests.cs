using System.Text.Json.Nodes;
using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>Codes of terms and means of payment, which each instance numbers in its own way.</summary>
public class PaymentCodesTests : ReplayTest
{
    [Fact]
    public async Task They_are_the_same_codes_on_prod_under_its_own_numbers()
    {
        (await ReplayAsync(await RecordAsync())).Operations.Select(o => o.Outcome).Should().Equal(Outcomes.Applied, Outcomes.Applied);

        var invoice = await InvoiceOnProdAsync();
        $"{invoice["cond_reglement_code"]} {invoice["cond_reglement_id"]} {invoice["mode_reglement_code"]} {invoice["mode_reglement_id"]}".Should().Be("30D 42 VIR 42");
    }

    [Fact]
    public async Task A_change_of_them_is_replayed_too()
    {
        await ReplayAsync(await RecordAsync());

        await ReplayAsync(await RecordChangeAsync());

        var invoice = await InvoiceOnProdAsync();
        $"{invoice["cond_reglement_code"]} {invoice["mode_reglement_code"]}".Should().Be("60D ");
    }

    [Fact]
    public async Task A_change_by_hand_on_prod_is_not_overwritten()
    {
        await ReplayAsync(await RecordAsync());
        var path = await RecordChangeAsync();
        using var person = Prod.ClientOf("agent");
        using var body = new StringContent("""{"cond_reglement_id":41}""", System.Text.Encoding.UTF8, "application/json");
        (await person.PutAsync(new Uri("supplierinvoices/5000", UriKind.Relative), body, Cancel)).EnsureSuccessStatusCode();

        (await PlanAsync(path)).Problems.Should().ContainSingle(p => p.Code.Text == "drift" && p.Message.Contains("'RECEP'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_code_that_prod_lacks_stops_the_plan_though_the_supplier_is_yet_to_be_entered_and_nothing_is_written()
    {
        Prod.SwitchOff("30D");

        var plan = await PlanAsync(await RecordAsync());

        plan.Problems.Should().ContainSingle(p => p.Code.Kind == ProblemKind.Conflict && p.Code.Text == "unknown-code" && p.Place == "op2" && p.Message.Contains("'30D'", StringComparison.Ordinal));
        plan.Problems[0].Remedy.Should().Contain("erp").And.Contain("Payment terms");
        TwoInstances.Writes(Prod).Should().BeEmpty();
    }

    [Fact]
    public async Task A_code_that_went_since_the_plan_was_confirmed_is_told_and_its_invoice_is_not_entered()
    {
        var path = await RecordAsync();
        var code = (await PlanAsync(path)).Code;
        Prod.SwitchOff("VIR");

        (await ConfirmAsync(path, code)).Should().NotBeOfType<ConfirmedReplay.Done>();
        TwoInstances.Writes(Prod).Should().BeEmpty();
    }

    private async Task<string> RecordAsync()
    {
        using var recorder = await Two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(new Operation.Create { Id = "", Resource = "thirdparty", Set = TwoInstances.Supplier, Keys = ["vatNumber"] }, Cancel));
        var set = TwoInstances.Invoice(new Reference.Created("op1")).With("paymentTerms", "30D").With("paymentMeans", "VIR");
        TwoInstances.Done(await recorder.DoAsync(new Operation.Create { Id = "", Resource = "supplierInvoice", Set = set, Keys = ["supplierReference", "supplier"] }, Cancel));
        return await FinishAsync(recorder);
    }

    private async Task<string> RecordChangeAsync()
    {
        using var recorder = await Two.RecorderAsync();
        var supplier = new Reference.Found(Fields.None.With("vatNumber", "FR40303265045"));
        var invoice = new Reference.Found(Fields.None.With("supplierReference", "F-2026-1").With("supplier", supplier));
        var set = Fields.None.With("paymentTerms", "60D").With("paymentMeans", "");
        TwoInstances.Done(await recorder.DoAsync(new Operation.Update { Id = "", Resource = "supplierInvoice", On = invoice, Before = Fields.None, Set = set }, Cancel));
        return await FinishAsync(recorder);
    }

    private async Task<JsonNode> InvoiceOnProdAsync()
    {
        using var person = Prod.ClientOf("agent");
        return JsonNode.Parse(await person.GetStringAsync(new Uri("supplierinvoices/5000", UriKind.Relative), Cancel))!;
    }
}
