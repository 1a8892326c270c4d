using DolibarrAgent.Tests;
using Microsoft.SemanticKernel;

namespace DolibarrAgent.DolibarrWrite.Tests;

/// <summary>Calls that are not well formed: refused before anything is asked of a server, with what to do.</summary>
public sealed class ArgumentTests : PluginTest
{
    public static TheoryData<string, string, string, string> Malformed => new()
    {
        { "create_third_party", """{}""", "missing-argument", "Give name." },
        { "create_third_party", """{"name":"X","iban":"FR76"}""", "unknown-argument", "Use only: name" },
        { "create_third_party", """{"name":" "}""", "missing-argument", "Give name." },
        { "update_third_party", """{"third_party":"1","supplier":"maybe"}""", "wrong-form", "true or false" },
        { "find_third_parties", """{}""", "wrong-arguments", "exactly one" },
        { "find_third_parties", """{"name":"a","siren":"b"}""", "wrong-arguments", "exactly one" },
        { "find_supplier_invoices", """{"date":"20/11/2026","supplier":"1"}""", "wrong-form", "YYYY-MM-DD" },
        { "find_supplier_invoices", """{"supplier":"1"}""", "wrong-arguments", "supplier and date" },
        { "get_object", """{"resource":"thirdparty","id":"op9"}""", "unknown-handle", "find function" },
        { "get_object", """{"resource":"thirdparty","id":"-1"}""", "unknown-handle", "find function" },
        { "get_object", """{"resource":"thirdparty","id":"1 or 1=1"}""", "unknown-handle", "find function" },
        { "attach_file", """{"invoice":"1","file":"/etc/passwd"}""", "unknown-handle", "no file to name" },
        { "enter_invoice", """{"invoice":"invoice7"}""", "unknown-handle", "no invoice to name" },
        { "read_email", """{"document":"../../etc/passwd"}""", "unknown-handle", "no document to name" },
        { "read_email", """{"from_character":"-5"}""", "wrong-form", "whole number" },
        { "validate_supplier_invoice", """{"invoice":"1","gross":"35,20"}""", "wrong-form", "1234.50" },
        { "validate_supplier_invoice", """{"invoice":"1","gross":"1e3"}""", "wrong-form", "1234.50" },
        { "change_supplier_invoice", """{"invoice":"1","lines":"no json"}""", "wrong-form", "array of objects" },
        { "change_supplier_invoice", """{"invoice":"1","lines":{"description":"x"}}""", "wrong-form", "array of objects" },
        { "change_supplier_invoice", """{"invoice":"1","lines":[{"description":"x","quantity":"1"}]}""", "missing-argument", "unit_price, vat_rate, kind" },
        { "change_supplier_invoice", """{"invoice":"1","lines":[{"description":"x","quantity":"1","unit_price":"1","vat_rate":"20","kind":"service","total":"5"}]}""", "wrong-form", "array of objects" },
        { "show_changeset", """{"verbose":true}""", "unknown-argument", "no arguments" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_malformed_call_is_told_how_to_fix_it(string function, string arguments, string code, string fix)
    {
        var result = await Plugin.CallAsync(function, [.. System.Text.Json.JsonDocument.Parse(arguments).RootElement.EnumerateObject().Select(a => (a.Name, (object?)a.Value.Clone()))]);

        Skills.CodeOf(result).Should().Be(code);
        result.GetProperty("refused")[0].GetProperty("do").GetString().Should().Contain(fix);
        TwoInstances.Writes(Two.Sandbox).Should().BeEmpty();
    }

    [Theory]
    [InlineData("12,5")]
    [InlineData("abc")]
    [InlineData("1e3")]
    public async Task A_price_that_Dolibarr_would_misread_is_refused(string price)
    {
        await Plugin.CallAsync("create_third_party", ("name", "Dupont"), ("siren", "303265045"));

        var result = await Plugin.CallAsync("create_supplier_invoice",
            ("supplier", "op1"), ("reference", "F"), ("date", "2026-11-20"), ("currency", "EUR"), ("net", "1"), ("vat", "0"), ("gross", "1"),
            ("lines", $$"""[{"description":"x","quantity":"1","unit_price":"{{price}}","vat_rate":"0","kind":"goods"}]"""));

        Skills.CodeOf(result).Should().Be("wrong-form");
        result.GetProperty("refused")[0].GetProperty("on").GetString().Should().Be("lines[1].unit_price");
    }

    [Fact]
    public async Task All_faults_of_a_call_come_together()
    {
        var result = await Plugin.CallAsync("create_supplier_invoice", ("supplier", "1"), ("lines", "[]"));

        result.GetProperty("refused").GetArrayLength().Should().Be(6);
    }
}
