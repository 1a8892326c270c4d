using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>What looks wrong only once one sees prod.</summary>
public sealed class TargetRisksTests : ReplayTest
{
    [Theory]
    [InlineData("Hebergeur Dupont")]
    [InlineData("Hébergeur Dupond S.A.R.L.")]
    [InlineData("HÉBERGEUR DUPONT SARL Nord")]
    public async Task A_new_supplier_whose_name_resembles_one_on_prod_is_a_risk(string there)
    {
        var changeset = await Two.RecordMainJobAsync();
        await EnterOnProdAsync("thirdparties", $$"""{"name":"{{there}}","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR22424761419"}""");

        var plan = await PlanAsync(changeset);

        plan.Problems.Should().BeEmpty();
        plan.Risks.Should().ContainSingle().Which.Should().Match<PlannedRisk>(r => r.Code == "name-resembles" && r.Operation == "op1" && r.Text.ToString().Contains(there));
    }

    [Theory]
    [InlineData("Boulangerie Martin")]
    [InlineData("Dupont Hôtel")]
    public async Task Another_name_is_none(string there)
    {
        var changeset = await Two.RecordMainJobAsync();
        await EnterOnProdAsync("thirdparties", $$"""{"name":"{{there}}","fournisseur":1,"code_fournisseur":"auto"}""");

        (await PlanAsync(changeset)).Risks.Should().BeEmpty();
    }

    [Fact]
    public async Task An_invoice_of_the_same_supplier_day_and_amount_under_another_reference_is_a_risk_and_changes_the_code()
    {
        var changeset = await KnownSupplierAsync();
        var before = await PlanAsync(changeset);
        before.Risks.Should().BeEmpty();
        await EnterOnProdAsync("supplierinvoices", Entered("2026-11-20", "29.3333"));

        var plan = await PlanAsync(changeset);

        plan.Problems.Should().BeEmpty();
        plan.Risks.Should().ContainSingle().Which.Should().Match<PlannedRisk>(r => r.Code == "duplicate-suspected" && r.Operation == "op1" && r.Text.ToString().Contains("'F 2026/1'"));
        plan.Code.Should().NotBe(before.Code);
    }

    [Theory]
    [InlineData("2026-11-21", "29.3333")]
    [InlineData("2026-11-20", "29.50")]
    public async Task One_of_another_day_or_amount_is_none(string date, string net)
    {
        var changeset = await KnownSupplierAsync();
        await EnterOnProdAsync("supplierinvoices", Entered(date, net));

        (await PlanAsync(changeset)).Risks.Should().BeEmpty();
    }

    [Fact]
    public async Task What_the_changeset_itself_has_made_is_none_when_it_goes_on()
    {
        var changeset = await Two.RecordMainJobAsync();
        await ReplayAsync(changeset, Selection.Only(["op1"]));

        (await PlanAsync(changeset)).Risks.Should().BeEmpty();
    }

    [Fact]
    public async Task It_takes_two_calls_however_many_there_are()
    {
        using var recorder = await Two.RecorderAsync();
        foreach (var n in Enumerable.Range(1, 12))
        {
            TwoInstances.Done(await recorder.DoAsync(new Operation.Create { Id = "", Resource = "thirdparty", Set = Fields.None.With("name", $"Supplier number {n}").With("supplier", true).With("siren", $"{100000000 + n}"), Keys = ["siren"] }, Cancel));
        }
        await PlanAsync(await FinishAsync(recorder));

        Prod.Requests.Count(r => Uri.UnescapeDataString(r.Path).Contains("t.nom:like", StringComparison.Ordinal)).Should().Be(1);
    }

    private async Task<string> KnownSupplierAsync()
    {
        foreach (var instance in new[] { Two.Prod, Two.Sandbox })
        {
            using var person = instance.ClientOf("admin");
            using var body = new StringContent("""{"name":"Dupont","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR40303265045"}""", System.Text.Encoding.UTF8, "application/json");
            (await person.PostAsync(new Uri("thirdparties", UriKind.Relative), body, Cancel)).EnsureSuccessStatusCode();
        }
        using var recorder = await Two.RecorderAsync();
        TwoInstances.Done(await recorder.DoAsync(new Operation.Create { Id = "", Resource = "supplierInvoice", Set = TwoInstances.Invoice(new Reference.Found(Fields.None.With("vatNumber", "FR40303265045"))), Keys = ["supplierReference", "supplier"] }, Cancel));
        return await FinishAsync(recorder);
    }

    private static string Entered(string date, string net) =>
        $$"""{"socid":5000,"ref_supplier":"F 2026/1","date":"{{date}}","lines":[{"desc":"all","qty":1,"subprice":{{net}},"tva_tx":20,"product_type":1}]}""";
}
