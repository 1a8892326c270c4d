using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DolibarrAgent.Samples;
using DolibarrAgent.Tests;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.OpenAI;

namespace DolibarrAgent.DolibarrWrite.Tests;

/// <summary>What the model sees is small, and a reviewed artefact.</summary>
public sealed class ToolListTests : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Shown = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    private TwoInstances two = null!;

    public async ValueTask InitializeAsync() => two = await TwoInstances.StartAsync();

    public ValueTask DisposeAsync() => two.DisposeAsync();

    [Fact]
    public async Task The_whole_tool_list_has_at_most_8_kB_as_it_is_sent() => Encoding.UTF8.GetByteCount((await SentAsync()).ToJsonString()).Should().BeLessThanOrEqualTo(8192);

    [Fact]
    public async Task The_tool_list_is_the_reviewed_one()
    {
        var sent = (await SentAsync()).ToJsonString(Shown) + "\n";
        var approved = Path.Combine(AppContext.BaseDirectory, "tools.approved.json");

        if (await File.ReadAllTextAsync(approved, Skills.Cancel) != sent)
        {
            await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "tools.received.json"), sent, Skills.Cancel);
        }

        sent.Should().Be(await File.ReadAllTextAsync(approved, Skills.Cancel), $"what a model sees is reviewed: compare {AppContext.BaseDirectory}tools.received.json with tools.approved.json, and copy it there if it is meant");
    }

    [Fact]
    public async Task Every_typical_result_has_at_most_600_bytes()
    {
        using var skill = Skills.On(two);
        var plugin = Skills.Plugin(skill);
        await skill.Documents.GiveAsync("invoice.eml", Skills.Mail(SampleCatalogue.Hosting), Skills.Cancel);

        (string Function, string Result)[] results =
        [
            ("read_email", await plugin.CallTextAsync("read_email")),
            ("find_third_parties", await plugin.CallTextAsync("find_third_parties", ("siren", "303265045"))),
            ("enter_invoice", await plugin.CallTextAsync("enter_invoice", ("invoice", "invoice1"))),
            ("find_third_parties", await plugin.CallTextAsync("find_third_parties", ("siren", "303265045"))),
            ("get_object", await plugin.CallTextAsync("get_object", ("resource", "thirdparty"), ("id", "op1"))),
            ("find_supplier_invoices", await plugin.CallTextAsync("find_supplier_invoices", ("reference", "F-2026-1"))),
            ("get_object", await plugin.CallTextAsync("get_object", ("resource", "supplierInvoice"), ("id", "op2"))),
            ("update_third_party", await plugin.CallTextAsync("update_third_party", ("third_party", "op1"), ("phone", "0102030405"))),
            ("change_supplier_invoice", await plugin.CallTextAsync("change_supplier_invoice", ("invoice", "op2"), ("label", "x"))),
            ("missing", await plugin.CallTextAsync("create_third_party")),
            ("finish_changeset", await plugin.CallTextAsync("finish_changeset")),
        ];

        results.Where(r => Encoding.UTF8.GetByteCount(r.Result) > 600).Select(r => $"{r.Function}: {Encoding.UTF8.GetByteCount(r.Result)} {r.Result}").Should().BeEmpty();
    }

    [Fact]
    public void SKILL_md_has_at_most_4_kB_and_names_only_functions_that_are()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "SKILL.md"));
        using var skill = Skills.On(two);
        var functions = Skills.Plugin(skill).Select(f => f.Name).ToList();

        Encoding.UTF8.GetByteCount(text).Should().BeLessThanOrEqualTo(4096);
        text.Should().StartWith("---\nname: dolibarr-write\ndescription: ");
        System.Text.RegularExpressions.Regex.Matches(text, "`([a-z]+(?:_[a-z]+)+)`").Select(m => m.Groups[1].Value).Should().OnlyContain(name => functions.Contains(name));
        System.Text.RegularExpressions.Regex.Matches(text, @"`(references/[a-z]+\.md)`").Select(m => m.Groups[1].Value)
            .Should().NotBeEmpty().And.OnlyContain(file => File.Exists(Path.Combine(AppContext.BaseDirectory, file)));
    }

    /// <summary>The tools exactly as the connector sends them.</summary>
    private async Task<JsonNode> SentAsync()
    {
        await using var endpoint = new ScriptedModel([_ => ScriptedModel.Says("done")]);
        using var skill = Skills.On(two);
        var kernel = endpoint.KernelWith(Skills.Plugin(skill));
        await kernel.InvokePromptAsync("hello", new KernelArguments(new OpenAIPromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() }), cancellationToken: Skills.Cancel);
        return endpoint.Requests[0]["tools"]!.DeepClone();
    }
}
