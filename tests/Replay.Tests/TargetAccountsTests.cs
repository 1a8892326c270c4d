using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Replay.Tests;

/// <summary>The account that a document asks to be paid on is compared with prod's, whatever the changeset's warnings say.</summary>
public sealed class TargetAccountsTests : SigningTest
{
    private const string Asked = "FR7630006000011234567890189";

    private const string Supplier = """{"name":"Hébergeur Dupont SARL","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR40303265045","idprof1":"303265045"}""";

    [Fact]
    public async Task An_account_that_the_supplier_does_not_have_on_prod_is_a_risk_without_any_warning_in_the_changeset()
    {
        await SupplierOnProdAsync("DE89370400440532013000");

        var plan = await PlanAsync(await WithoutWarningsAsync());

        plan.Problems.Should().BeEmpty();
        plan.Risks.Should().ContainSingle(r => r.Code == "iban-not-on-file").Which.Text.ToString().Should().Contain(Asked).And.Contain("DE89370400440532013000").And.Contain("Hébergeur Dupont SARL");
    }

    [Fact]
    public async Task The_account_on_file_is_none()
    {
        await SupplierOnProdAsync("FR76 3000 6000 0112 3456 7890 189");

        (await PlanAsync(await WithoutWarningsAsync())).Risks.Should().BeEmpty();
    }

    [Fact]
    public async Task A_supplier_without_an_account_there_leaves_nothing_to_compare_with()
    {
        await SupplierOnProdAsync(null);

        (await PlanAsync(await WithoutWarningsAsync())).Risks.Should().ContainSingle().Which.Code.Should().Be("iban-unknown");
    }

    [Fact]
    public async Task A_policy_that_asks_for_signatures_on_a_changed_account_gets_them()
    {
        await SupplierOnProdAsync("DE89370400440532013000");
        var changeset = await WithoutWarningsAsync();
        Gate.Policy("""{ "for": ["iban-changed"], "signers": 1 }""");

        (await JudgedAsync(changeset)).Needs.Should().ContainSingle().Which.Because.Should().ContainSingle(because => because.StartsWith("iban-changed", StringComparison.Ordinal));
    }

    private async Task SupplierOnProdAsync(string? iban)
    {
        await EnterOnProdAsync("thirdparties", Supplier);
        using var person = Prod.ClientOf("admin");
        var id = System.Text.Json.JsonDocument.Parse(await person.GetStringAsync(new Uri("thirdparties", UriKind.Relative), Cancel)).RootElement[0].GetProperty("id").ToString();
        if (iban is not null)
        {
            await EnterOnProdAsync($"thirdparties/{id}/bankaccounts", $$"""{"label":"Main","iban":"{{iban}}"}""");
        }
    }

    /// <summary>An invoice of a supplier that is there, from a document that names an account; nobody warned of it.</summary>
    private async Task<string> WithoutWarningsAsync()
    {
        using var person = Two.Sandbox.ClientOf("admin");
        using var body = new StringContent(Supplier, System.Text.Encoding.UTF8, "application/json");
        (await person.PostAsync(new Uri("thirdparties", UriKind.Relative), body, Cancel)).EnsureSuccessStatusCode();
        using var recorder = await Two.RecorderAsync();
        var pdf = recorder.AddFile("pdf", TwoInstances.Pdf, (id, digest) => new Evidence.File { Id = id, Name = "F-2026-1.pdf", Sha256 = digest, Size = TwoInstances.Pdf.Length, Says = Fields.None.With("number", "F-2026-1").With("ibans", Asked) });
        var supplier = new Reference.Found(Fields.None.With("vatNumber", "FR40303265045"));
        TwoInstances.Done(await recorder.DoAsync(new Operation.Create { Id = "", Resource = "supplierInvoice", Set = TwoInstances.Invoice(supplier), Keys = ["supplierReference", "supplier"], From = [pdf.Id] }, Cancel));
        return await FinishAsync(recorder);
    }
}
