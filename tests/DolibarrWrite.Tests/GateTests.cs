using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Samples;
using DolibarrAgent.Tests;

namespace DolibarrAgent.DolibarrWrite.Tests;

/// <summary>With the target at prod nothing is written, whichever function is called.</summary>
public sealed class GateTests : IAsyncLifetime
{
    private TwoInstances two = null!;

    public async ValueTask InitializeAsync() => two = await TwoInstances.StartAsync();

    public ValueTask DisposeAsync() => two.DisposeAsync();

    public static TheoryData<string, string> Writing => new()
    {
        { "create_third_party", """{"name":"X"}""" },
        { "update_third_party", """{"third_party":"5000","phone":"1"}""" },
        { "create_supplier_invoice", """{"supplier":"5000","reference":"F","date":"2026-11-20","currency":"EUR","net":"1","vat":"0","gross":"1","lines":[{"description":"x","quantity":"1","unit_price":"1","vat_rate":"0","kind":"goods"}]}""" },
        { "change_supplier_invoice", """{"invoice":"5000","label":"x"}""" },
        { "attach_file", """{"invoice":"5000","file":"file1"}""" },
        { "validate_supplier_invoice", """{"invoice":"5000","gross":"1"}""" },
        { "create_object", """{"resource":"contact","fields":{"thirdparty":"5000","lastName":"X"}}""" },
        { "update_object", """{"resource":"contact","id":"5000","fields":{"lastName":"X"}}""" },
        { "enter_invoice", """{"invoice":"invoice1"}""" },
        { "finish_changeset", "{}" },
        { "discard_changeset", "{}" },
    };

    [Theory]
    [MemberData(nameof(Writing))]
    public async Task Every_function_that_writes_is_refused_on_prod(string function, string arguments)
    {
        using var skill = Skills.On(two, v => v.Remove("DOLIBARR_TARGET"));
        skill.Documents.Give("invoice.eml", Skills.Mail(SampleCatalogue.Hosting), Skills.Cancel);

        var result = await Skills.Plugin(skill).CallAsync(function, [.. System.Text.Json.JsonDocument.Parse(arguments).RootElement.EnumerateObject().Select(a => (a.Name, (object?)a.Value.Clone()))]);

        Skills.CodeOf(result).Should().Be("target-is-prod");
        result.GetProperty("refused")[0].GetProperty("do").GetString().Should().Contain("DOLIBARR_TARGET=sandbox").And.Contain("replay --confirm");
        TwoInstances.Writes(two.Prod).Should().BeEmpty();
        TwoInstances.Writes(two.Sandbox).Should().BeEmpty();
    }

    [Fact]
    public void The_list_above_has_every_function_that_is_not_for_reading()
    {
        using var skill = Skills.On(two);
        string[] reading = ["find_third_parties", "find_supplier_invoices", "get_object", "find_objects", "describe_resource", "read_email", "show_changeset"];

        Skills.Plugin(skill).Select(f => f.Name).Except(reading).Should().BeEquivalentTo(Writing.Select(row => row.Data.Item1));
    }

    [Fact]
    public async Task Reading_works_on_prod()
    {
        await Skills.ByHandAsync(two.Prod, HttpMethod.Post, "thirdparties", """{"name":"Dupont","fournisseur":1,"code_fournisseur":"-1","idprof1":"303265045"}""");
        using var skill = Skills.On(two, v => v["DOLIBARR_TARGET"] = "prod");

        var result = await Skills.Plugin(skill).CallAsync("find_third_parties", ("siren", "303265045"));

        result.GetProperty("list")[0].GetProperty("id").GetString().Should().Be("5000");
    }

    [Theory]
    [InlineData("blind", "right-missing")]
    [InlineData("none", "right-missing")]
    [InlineData("mute", "rights-unproven")]
    [InlineData("reader", "right-missing")]
    public async Task A_key_whose_rights_are_missing_or_unproven_is_refused_before_anything_is_written(string key, string code)
    {
        using var skill = Skills.On(two, v => v["DOLIBARR_SANDBOX_API_KEY"] = $"sandbox-{key}-key");

        Skills.Refused(await Ingest.RunAsync(skill, "x.eml", Skills.Mail(SampleCatalogue.Hosting), Skills.Cancel)).Should().OnlyContain(p => p.Code.Text == code);
        TwoInstances.Writes(two.Sandbox).Should().BeEmpty();
    }
}
