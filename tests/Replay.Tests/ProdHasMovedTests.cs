using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>Between the recording and the replay somebody worked on prod. Whatever it was: nothing is overwritten, nothing entered twice.</summary>
public class ProdHasMovedTests : ReplayTest
{
    private const string Supplier = """{"name":"Hébergeur Dupont SARL","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR40303265045","phone":"0102030405"}""";
    private const string Draft = """{"socid":SOCID,"ref_supplier":"F-2026-1","date":"2026-11-19","lines":[{"desc":"all","qty":1,"subprice":30,"tva_tx":20,"product_type":1}]}""";

    [Theory]
    [InlineData("tva_intra", "FR40303265045")]
    [InlineData("idprof1", "303 265 045")]
    [InlineData("idprof2", "303 265 045 00029")]
    public async Task The_supplier_was_entered_by_hand_under_whichever_of_its_legal_ids(string column, string id)
    {
        var path = await Two.RecordMainJobAsync();
        await PostAsync("thirdparties", $$"""{"name":"Hébergeur Dupont SARL","fournisseur":1,"code_fournisseur":"auto","{{column}}":"{{id}}"}""");

        var plan = await StoppedAsync(path);

        plan.Problems.Should().ContainSingle(p => p.Code.Text == "already-there" && p.Message.Contains("Hébergeur Dupont SARL", StringComparison.Ordinal));
        plan.Operations.Select(o => o.Outcome).Should().Equal(Outcomes.Conflict, Outcomes.NotReached, Outcomes.NotReached, Outcomes.NotReached);
    }

    [Fact]
    public async Task The_invoice_was_entered_by_hand()
    {
        var path = await RecordForKnownSupplierAsync();
        await PostAsync("supplierinvoices", Draft.Replace("SOCID", "5000", StringComparison.Ordinal));

        var plan = await StoppedAsync(path);

        plan.Problems.Should().ContainSingle(p => p.Code.Text == "already-there"
            && p.Message.Contains("36.00", StringComparison.Ordinal) && p.Message.Contains("35.20", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_draft_that_is_to_be_validated_has_another_line_now()
    {
        await BothAsync();
        foreach (var instance in new[] { Prod, Two.Sandbox })
        {
            await SendAsync(instance, HttpMethod.Post, "supplierinvoices", Draft.Replace("SOCID", instance == Prod ? "5000" : "1", StringComparison.Ordinal));
        }
        var path = await RecordAttachedAndValidatedAsync();
        await PutAsync("supplierinvoices/5000/lines/5000", """{"description":"all","qty":1,"pu_ht":31,"tva_tx":20,"product_type":1}""");

        var plan = await StoppedAsync(path);

        plan.Operations.Select(o => o.Outcome).Should().Equal(Outcomes.ToApply, Outcomes.Conflict);
    }

    [Fact]
    public async Task The_suppliers_vat_number_was_changed()
    {
        var path = await RecordForKnownSupplierAsync();
        await PutAsync("thirdparties/5000", """{"tva_intra":"FR22424761419"}""");

        var plan = await StoppedAsync(path);

        plan.Problems.Should().Contain(p => p.Message.Contains("FR22424761419", StringComparison.Ordinal) && p.Message.Contains("FR40303265045", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_supplier_was_closed()
    {
        var path = await RecordForKnownSupplierAsync();
        await PutAsync("thirdparties/5000", """{"status":0}""");

        (await StoppedAsync(path)).Problems.Should().ContainSingle(p => p.Code.Text == "supplier-unfit");
    }

    [Fact]
    public async Task There_are_two_suppliers_of_that_number_now()
    {
        var path = await RecordForKnownSupplierAsync();
        await PostAsync("thirdparties", Supplier);

        (await StoppedAsync(path)).Problems.Should().ContainSingle(p => p.Code.Text == "several-found" && p.Message.Contains("2 third parties", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_field_to_change_holds_something_else()
    {
        var path = await RecordPhoneAsync();
        await PutAsync("thirdparties/5000", """{"phone":"0777"}""");

        (await StoppedAsync(path)).Problems.Should().ContainSingle(p => p.Code.Text == "drift"
            && p.Message.Contains("0777", StringComparison.Ordinal) && p.Message.Contains("0102030405", StringComparison.Ordinal) && p.Message.Contains("0909090909", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_field_to_change_holds_what_is_wanted_already()
    {
        var path = await RecordPhoneAsync();
        await PutAsync("thirdparties/5000", """{"phone":"09 09 09 09 09"}""");

        (await PlanAsync(path)).HasNothingToDo.Should().BeTrue();
    }

    [Fact]
    public async Task Something_else_of_the_supplier_was_changed_which_concerns_nobody()
    {
        var path = await RecordPhoneAsync();
        await PutAsync("thirdparties/5000", """{"town":"Lyon"}""");

        (await ReplayAsync(path)).ExitCode.Should().Be(ExitCode.Done);
    }

    private async Task<Plan> StoppedAsync(string path)
    {
        var before = TwoInstances.Writes(Prod).Count();
        var stopped = (await ConfirmAsync(path, "whatever")).Should().BeOfType<ConfirmedReplay.Stopped>().Subject.Plan;
        stopped.ExitCode.Should().Be(ExitCode.Conflict);
        TwoInstances.Writes(Prod).Count().Should().Be(before, "a conflict writes nothing at all");
        return stopped;
    }

    private async Task<string> RecordForKnownSupplierAsync()
    {
        await BothAsync();
        using var recorder = await Two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(new Operation.Create { Id = "", Resource = "supplierInvoice", Set = TwoInstances.Invoice(KnownSupplier), Keys = ["supplierReference"] }, Cancel));
        return ((Recording.EndResult.Ended)await recorder.FinishAsync(Cancel)).Path;
    }

    private async Task<string> RecordAttachedAndValidatedAsync()
    {
        using var recorder = await Two.RecorderAsync();
        var draft = new Reference.Found(Fields.None.With("supplierReference", "F-2026-1").With("supplier", KnownSupplier));
        var pdf = recorder.AddFile("pdf", TwoInstances.Pdf, (id, digest) => new Evidence.File { Id = id, Name = "F-2026-1.pdf", Sha256 = digest, Size = TwoInstances.Pdf.Length });
        TwoInstances.Done(await recorder.DoAsync(new Operation.Attach { Id = "", Resource = "supplierInvoice", To = draft, File = pdf.Id }, Cancel));
        TwoInstances.Done(await recorder.DoAsync(new Operation.Validate { Id = "", Resource = "supplierInvoice", On = draft }, Cancel));
        return ((Recording.EndResult.Ended)await recorder.FinishAsync(Cancel)).Path;
    }

    private async Task<string> RecordPhoneAsync()
    {
        await BothAsync();
        using var recorder = await Two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(new Operation.Update { Id = "", Resource = "thirdparty", On = KnownSupplier, Before = Fields.None, Set = Fields.None.With("phone", "0909090909") }, Cancel));
        return ((Recording.EndResult.Ended)await recorder.FinishAsync(Cancel)).Path;
    }

    private static Reference KnownSupplier => new Reference.Found(Fields.None.With("vatNumber", "FR40303265045").With("name", "Hébergeur Dupont SARL"));

    private async Task BothAsync()
    {
        await PostAsync("thirdparties", Supplier);
        await SendAsync(Two.Sandbox, HttpMethod.Post, "thirdparties", Supplier);
    }

    private Task PostAsync(string path, string json) => SendAsync(Prod, HttpMethod.Post, path, json);

    private Task PutAsync(string path, string json) => SendAsync(Prod, HttpMethod.Put, path, json);

    private static async Task SendAsync(Simulator.SimulatedDolibarr instance, HttpMethod method, string path, string json)
    {
        using var person = instance.ClientOf("admin");
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        (await person.SendAsync(request, Cancel)).EnsureSuccessStatusCode();
    }
}
