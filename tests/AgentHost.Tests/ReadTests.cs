using System.Text;
using System.Text.Json;
using DolibarrAgent.Samples;

namespace DolibarrAgent.AgentHost.Tests;

/// <summary><c>agent read</c>: no ERP, no configuration.</summary>
public sealed class ReadTests(Servers servers)
{
    private static readonly Dictionary<string, string> None = [];

    [Fact]
    public async Task It_needs_no_variable_and_says_what_the_document_says()
    {
        var ran = await Ran.AgentAsync(None, "read", servers.Pdf, "--json");

        ran.ExitCode.Should().Be(0);
        var read = ran.Json;
        read.GetProperty("outcome").GetString().Should().Be("parsed");
        read.GetProperty("number").GetString().Should().Be("F-2026-1");
        read.GetProperty("totals").GetProperty("gross").GetString().Should().Be("35.20");
        read.GetProperty("dolibarr").GetProperty("exact").GetBoolean().Should().BeTrue();
        read.EnumerateObject().Select(m => m.Name).Should().Contain(["file", "typeCode", "issueDate", "dueDates", "currency", "seller", "ibans", "vatBreakdown", "lines"]);
    }

    [Fact]
    public async Task A_wrong_target_does_not_matter_to_it() =>
        (await Ran.AgentAsync(new Dictionary<string, string> { ["DOLIBARR_TARGET"] = "Prod" }, "read", servers.Pdf, "--json")).ExitCode.Should().Be(0);

    [Fact]
    public async Task An_empty_name_is_said_to_be_empty() =>
        (await Ran.AgentAsync(None, "read", "")).Output.Should().Contain("The name of the file is empty.").And.NotContain("Parameter");

    [Fact]
    public async Task Each_file_gives_a_line_and_one_that_is_not_parsed_gives_exit_code_4()
    {
        var ran = await Ran.AgentAsync(None, "read", servers.Mail, servers.Xml, Path.Combine(servers.Folder, "none.pdf"), servers.Pdf, "--json");

        ran.ExitCode.Should().Be(4);
        ran.JsonLines.Select(l => l.GetProperty("outcome").GetString()).Should().Equal("parsed", "parsed", "rejected", "parsed");
        ran.JsonLines[2].GetProperty("reason").GetProperty("code").GetString().Should().Be("file-missing");
    }

    [Fact]
    public async Task What_cannot_be_entered_for_its_lines_is_said_to_stop_as_ingest_would()
    {
        var invoice = SampleCatalogue.Hosting with { TypeCode = "381", Lines = [new("VPS", 2, 10.50m, 20), new("Remise", 1, -5m, 10)] };

        (await Ran.AgentAsync(None, "read", servers.Keep("mixed.xml", SampleXml.Of(invoice)))).Output.Should().Contain("STOPS    mixed-signs");
    }

    public static TheoryData<string, byte[], string, string> Bad => new()
    {
        { "text.eml", Encoding.UTF8.GetBytes("not an email at all"), "not-an-invoice", "unknown-content" },
        { "empty.pdf", [], "rejected", "empty-file" },
        { "truncated.xml", SampleXml.Of(SampleCatalogue.Hosting)[..600], "rejected", "" },
        { "bomb.xml", Encoding.UTF8.GetBytes("<!DOCTYPE a [<!ENTITY b \"x\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>"), "rejected", "" },
        { "page.pdf", Encoding.UTF8.GetBytes("%PDF-1.4\nnothing in it"), "no-structured-data", "" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_file_gets_one_clear_reason(string name, byte[] bytes, string outcome, string code)
    {
        var ran = await Ran.AgentAsync(None, "read", servers.Keep(name, bytes), "--json");

        ran.ExitCode.Should().Be(4);
        ran.Json.GetProperty("outcome").GetString().Should().Be(outcome);
        ran.Json.GetProperty("reason").GetProperty("code").GetString().Should().StartWith(code).And.NotBeEmpty();
        ran.Json.GetProperty("reason").GetProperty("remedy").GetString().Should().NotBeEmpty();
        ran.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task A_folder_is_not_a_file()
    {
        var ran = await Ran.AgentAsync(None, "read", servers.Folder, "--json");

        (ran.ExitCode, ran.Json.GetProperty("reason").GetProperty("code").GetString()).Should().Be((4, "file-is-folder"));
    }

    [Fact]
    public async Task People_get_a_summary_in_which_nothing_is_invisible_and_no_colour()
    {
        var hostile = servers.Keep("hostile.xml", SampleXml.Of(SampleCatalogue.Hosting with { Seller = SampleCatalogue.Dupont with { Name = "Dup\u202eont" } }));

        var ran = await Ran.AgentAsync(None, "read", hostile);

        ran.ExitCode.Should().Be(0);
        ran.Output.Should().Contain("F-2026-1").And.Contain("35.20").And.NotContain("\u202e").And.NotContain("\u001b");
    }
}
