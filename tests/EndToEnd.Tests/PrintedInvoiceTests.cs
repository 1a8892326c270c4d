using System.Text.Json;
using DolibarrAgent.Samples;
using DolibarrAgent.Tests;

namespace DolibarrAgent.EndToEnd.Tests;

/// <summary>A printed invoice with the real programs: what its pages prove is a draft on the sandbox, and on prod by a person's
/// word.</summary>
public sealed class PrintedInvoiceTests : IAsyncLifetime
{
    private TwoServers two = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        two = await TwoServers.StartAsync();
        foreach (var server in new[] { two.Sandbox, two.Prod })
        {
            await TwoServers.SendAsync(
                server, HttpMethod.Post, "thirdparties",
                """{"name":"Papeterie du Port SARL","fournisseur":1,"code_fournisseur":"-1","tva_intra":"FR40303265045","idprof1":"303265045"}""");
        }
    }

    public ValueTask DisposeAsync() => two.DisposeAsync();

    [Fact]
    public async Task It_is_a_draft_on_prod_with_its_lines_and_its_file()
    {
        var changeset = await IngestAsync();

        var confirmed = await Ran.ReplayAsync(two.Person, "--confirm", changeset, "--code", await two.CodeAsync(changeset), "--json");

        confirmed.ExitCode.Should().Be(0, confirmed.ToString());
        var invoice = (await TwoServers.ListAsync(two.Prod, "supplierinvoices")).Should().ContainSingle().Subject;
        invoice.GetProperty("status").ToString().Should().Be("0");
        invoice.GetProperty("total_ttc").ToString().Should().StartWith("72");
        invoice.GetProperty("lines").GetArrayLength().Should().Be(2);
        (await TwoServers.ListAsync(two.Prod, $"documents?modulepart=supplier_invoice&id={invoice.GetProperty("id")}")).Should()
            .ContainSingle();
    }

    [Fact]
    public async Task Replay_reads_the_pages_again_and_finds_the_same() => (await FoundAsync(await IngestAsync())).Should().BeEmpty();

    [Fact]
    public async Task The_review_says_that_it_was_read_from_pages_and_is_a_draft()
    {
        var reviewed = await Ran.ReplayAsync(two.Person, "review", await IngestAsync());

        reviewed.Output.Should().Contain("read from the printed pages").And.Contain("It was left a draft");
    }

    [Fact]
    public async Task The_review_quotes_the_line_of_the_page_that_each_value_was_read_from()
    {
        var reviewed = await Ran.ReplayAsync(two.Person, "review", await IngestAsync());

        reviewed.ExitCode.Should().Be(0, reviewed.ToString());
        reviewed.Output.Should().Contain("page 1: Facture n° PP-2026-118").And.Contain("page 1: Date : 14/11/2026")
            .And.Contain("page 1: Total TTC 72,00 €");
    }

    [Fact]
    public async Task The_page_of_the_review_shows_the_part_of_the_document_that_each_value_was_read_from()
    {
        Assert.SkipUnless(IsDrawn, "pdftoppm is not here");
        var html = await PageAsync(await IngestAsync());

        html.Should().Contain("<image href=\"data:image/png;base64,").And.Contain("img-src data:");
        Crops(html).Should().Contain("page 1: Facture n° PP-2026-118").And.Contain("page 1: Total TTC 72,00 €")
            .And.HaveCountGreaterThanOrEqualTo(6);
    }

    [Fact]
    public async Task A_document_that_says_something_else_than_the_changeset_shows_no_part_of_itself_beside_it()
    {
        var changeset = await IngestAsync();
        await ForgedFile.RewriteAsync(
            changeset, root => root["evidence"]!.AsArray().Single(one => one!["says"] is not null)!["says"]!["gross"] = "72.10", Cancel);

        Crops(await PageAsync(changeset)).Should().BeEmpty("its places are those of other values");
    }

    [Fact]
    public async Task A_changeset_that_says_something_else_of_the_pages_is_stopped()
    {
        var changeset = await IngestAsync();
        await ForgedFile.RewriteAsync(
            changeset, root => root["evidence"]!.AsArray().Single(one => one!["says"] is not null)!["says"]!["gross"] = "72.10", Cancel);

        (await FoundAsync(changeset)).Should().Contain("evidence-differs");
    }

    [Fact]
    public async Task Where_the_policy_says_so_that_of_a_supplier_on_file_is_final_on_prod()
    {
        using var gate = new GateOfTest();
        gate.Policy("", Final);
        var changeset = await IngestAsync(gate);

        var person = With(two.Person, gate);
        var code = (await Ran.ReplayAsync(person, changeset, "--json")).Json.GetProperty("plan").GetProperty("code").GetString()!;
        (await Ran.ReplayAsync(person, "--confirm", changeset, "--code", code)).ExitCode.Should().Be(0);

        (await TwoServers.ListAsync(two.Prod, "supplierinvoices")).Should().ContainSingle().Which.GetProperty("status").ToString().Should()
            .Be("1");
    }

    [Fact]
    public async Task Where_the_policy_of_replay_does_not_say_so_none_is_made_final()
    {
        using var gate = new GateOfTest();
        gate.Policy("", Final);
        var changeset = await IngestAsync(gate);

        (await FoundAsync(changeset)).Should().Contain("printed-not-final");
    }

    [Fact]
    public async Task Of_a_scan_that_lies_on_its_side_the_parts_are_shown_upright()
    {
        Assert.SkipUnless(IsDrawn, "pdftoppm and tesseract are not here");
        var html = await PageAsync(await IngestAsync("scan.png", await ScanAsync("/Rotate 90")));

        Crops(html).Should().Contain(crop => crop.Contains("PP-2026-118", StringComparison.Ordinal));
        html.Should().Contain("rotate(270)");
    }

    private const string Final = "\"printed\": \"supplier-on-file\", \"authorMaySign\": true";

    private static bool IsDrawn => File.Exists("/usr/bin/pdftoppm") || Environment.GetEnvironmentVariable("DOLIBARR_TESTS_NEED_OCR") == "1";

    private async Task<string> PageAsync(string changeset)
    {
        var path = Path.Combine(two.Folder, "review.html");
        var reviewed = await Ran.ReplayAsync(two.Person, "review", changeset, "--html", path);
        reviewed.ExitCode.Should().Be(0, reviewed.ToString());
        return await File.ReadAllTextAsync(path, Cancel);
    }

    /// <summary>What each part of a page is called aloud.</summary>
    private static List<string> Crops(string html) =>
        [.. System.Text.RegularExpressions.Regex.Matches(html, "role=\"img\" aria-label=\"(page [^\"]*)\"")
            .Select(match => System.Net.WebUtility.HtmlDecode(match.Groups[1].Value))];

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> variables, GateOfTest gate) =>
        new(variables) { ["DOLIBARR_GATE"] = gate.Folder };

    private Task<string> IngestAsync(GateOfTest? gate = null) =>
        IngestAsync("facture.pdf", PrintedPages.Proving("PP-2026-118", "Date : 14/11/2026"), gate);

    private async Task<string> IngestAsync(string name, byte[] bytes, GateOfTest? gate = null)
    {
        var path = Path.Combine(two.Folder, name);
        await File.WriteAllBytesAsync(path, bytes, Cancel);
        var ran = await Ran.AgentAsync(gate is null ? two.Agent : With(two.Agent, gate), "ingest", path, "--json");
        ran.ExitCode.Should().Be(0, ran.ToString());
        return ran.Json.GetProperty("changeset").GetString()!;
    }

    /// <summary>The page as a scanner gives it, 200 dots an inch.</summary>
    private async Task<byte[]> ScanAsync(string entries)
    {
        var page = PrintedPages.ProvingPage("PP-2026-118", "Date : 14/11/2026");
        var pdf = Path.Combine(two.Folder, "printed.pdf");
        await File.WriteAllBytesAsync(pdf, new PrintedPages([page]) { PageEntries = $"/MediaBox [0 0 595 842] {entries}" }.ToBytes(),
            Cancel);
        using var drawing = System.Diagnostics.Process.Start("/usr/bin/pdftoppm", ["-png", "-r", "200", "-singlefile", pdf, pdf[..^4]]);
        await drawing.WaitForExitAsync(Cancel);
        return await File.ReadAllBytesAsync(Path.ChangeExtension(pdf, "png"), Cancel);
    }

    /// <summary>The codes of all that a plan finds wrong.</summary>
    private async Task<List<string?>> FoundAsync(string changeset)
    {
        var plan = (await Ran.ReplayAsync(two.Person, changeset, "--json")).Json.GetProperty("plan");
        return [.. new[] { "risks", "problems" }.SelectMany(list => plan.TryGetProperty(list, out var found) ? found.EnumerateArray()
            : Enumerable.Empty<JsonElement>())
            .Select(one => one.GetProperty("code").GetString())];
    }
}
