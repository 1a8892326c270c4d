using System.Text.Json.Nodes;
using DolibarrAgent.Changesets;
using DolibarrAgent.Samples;
using DolibarrAgent.Tests;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.OpenAI;

namespace DolibarrAgent.DolibarrWrite.Tests;

/// <summary>Semantic Kernel's own loop with the real OpenAI connector: a scripted endpoint chooses the functions.</summary>
public sealed class LoopTests : IAsyncLifetime
{
    private TwoInstances two = null!;

    public async ValueTask InitializeAsync() => two = await TwoInstances.StartAsync();

    public ValueTask DisposeAsync() => two.DisposeAsync();

    [Fact]
    public async Task A_model_reads_the_mail_enters_the_invoice_and_finishes()
    {
        using var skill = Skills.On(two);
        await skill.Documents.GiveAsync("invoice.eml", Skills.Mail(SampleCatalogue.Hosting), Skills.Cancel);

        var said = await RunAsync(skill,
        [
            _ => ScriptedModel.Calls("read_email"),
            request => ScriptedModel.Calls("enter_invoice", new() { ["invoice"] = ScriptedModel.LastResult(request)["invoices"]![0]!["invoice"]!.GetValue<string>() }),
            _ => ScriptedModel.Calls("finish_changeset"),
            request => ScriptedModel.Says($"{ScriptedModel.LastResult(request)["operations"]} operations recorded"),
        ]);

        said.Should().Be("4 operations recorded");
        (await Skills.ListAsync(two.Sandbox, "supplierinvoices")).Should().ContainSingle().Which.GetProperty("total_ttc").GetString().Should().StartWith("35.20");
        var loaded = (LoadResult.Good)await LoadedChangeset.LoadAsync(Directory.GetDirectories(two.Folder, "*-supplier-invoice-*").Should().ContainSingle().Subject, Skills.Cancel);
        loaded.Loaded.Changeset.State.Should().Be(ChangesetState.Finished);
    }

    [Fact]
    public async Task A_model_with_wrong_arguments_corrects_its_call_from_the_error()
    {
        using var skill = Skills.On(two);

        var said = await RunAsync(skill,
        [
            _ => ScriptedModel.Calls("create_third_party", new() { ["company_name"] = "Dupont", ["siren"] = "303265045" }),
            request =>
            {
                var refused = ScriptedModel.LastResult(request)["refused"]!.AsArray();
                refused.Select(p => p!["code"]!.GetValue<string>()).Should().Equal("unknown-argument", "missing-argument");
                refused[1]!["do"]!.GetValue<string>().Should().Be("Give name.");
                return ScriptedModel.Calls("create_third_party", new() { ["name"] = "Dupont", ["siren"] = "303265045" });
            },
            request => ScriptedModel.Says(ScriptedModel.LastResult(request)["done"]!.GetValue<string>()),
        ]);

        said.Should().Be("op1");
        (await Skills.ListAsync(two.Sandbox, "thirdparties")).Should().ContainSingle();
    }

    [Fact]
    public async Task A_model_that_writes_while_the_target_is_prod_is_refused_and_prod_sees_no_write()
    {
        using var skill = Skills.On(two, v => v["DOLIBARR_TARGET"] = "prod");
        await skill.Documents.GiveAsync("invoice.eml", Skills.Mail(SampleCatalogue.Hosting), Skills.Cancel);

        var said = await RunAsync(skill,
        [
            _ => ScriptedModel.Calls("find_third_parties", new() { ["siren"] = "303265045" }),
            _ => ScriptedModel.Calls("enter_invoice", new() { ["invoice"] = "invoice1" }),
            _ => ScriptedModel.Calls("create_third_party", new() { ["name"] = "Dupont" }),
            request => ScriptedModel.Says(string.Join(",", ScriptedModel.ResultsIn(request).Skip(1).Select(r => r["refused"]![0]!["code"]!.GetValue<string>()))),
        ]);

        said.Should().Be("target-is-prod,target-is-prod");
        two.Prod.Requests.Should().NotBeEmpty().And.OnlyContain(r => r.Method == "GET");
        two.Sandbox.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_model_passes_lines_as_JSON_through_the_loop()
    {
        using var skill = Skills.On(two);

        var said = await RunAsync(skill,
        [
            _ => ScriptedModel.Calls("create_third_party", new() { ["name"] = "Dupont", ["siren"] = "303265045" }),
            _ => ScriptedModel.Calls("create_supplier_invoice", new()
            {
                ["supplier"] = "op1", ["reference"] = "F-1", ["date"] = "2026-11-20", ["currency"] = "EUR", ["net"] = 21.00m, ["vat"] = "4.20", ["gross"] = 25.2m,
                ["lines"] = new JsonArray(new JsonObject { ["description"] = "VPS", ["quantity"] = 2, ["unit_price"] = "10.50", ["vat_rate"] = 20, ["kind"] = "service" }),
            }),
            request => ScriptedModel.Says(ScriptedModel.LastResult(request).ToJsonString()),
        ]);

        said.Should().Contain("\"gross\":\"25.20\"").And.NotContain("\"do\"");
    }

    private static async Task<string> RunAsync(Skill skill, IReadOnlyList<Func<JsonNode, JsonObject>> turns)
    {
        await using var model = new ScriptedModel(turns);
        var kernel = model.KernelWith(Skills.Plugin(skill));
        var settings = new OpenAIPromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() };
        var result = await kernel.InvokePromptAsync("Enter the invoice of this mail.", new KernelArguments(settings), cancellationToken: Skills.Cancel);
        return result.ToString();
    }
}
