using DolibarrAgent.Changesets;
using DolibarrAgent.Samples;
using static DolibarrAgent.AgentHost.Tests.Runs;

namespace DolibarrAgent.AgentHost.Tests.Pages;

/// <summary><c>agent ingest</c> of scans: what their words prove is a draft, and what they do not prove is named.</summary>
public sealed class PrintedIngestTests(Servers servers)
{
    [Fact]
    public async Task A_picture_by_itself_is_entered_as_a_draft_with_the_picture_attached() =>
        await IsADraftAsync("scan.png", await Printed.ScanAsync(Printed.Proving(), "png"), "scan.png");

    [Fact]
    public async Task A_mail_with_a_scan_is_entered_as_a_draft_with_the_scan_attached() => await IsADraftAsync("printed-scan.eml",
        Printed.Mail("IMG_0118.jpg", "image/jpeg", await Printed.ScanAsync(Printed.Proving(), "jpeg")), "IMG_0118.jpg");

    [Fact]
    public async Task A_picture_that_does_not_prove_all_is_refused_with_what_is_missing() =>
        await LacksTheDateAsync("open.png", await Printed.ScanAsync(Printed.Open(), "png"));

    [Fact]
    public async Task A_mail_with_a_scan_that_does_not_prove_all_is_refused_with_what_is_missing() => await LacksTheDateAsync("open.eml",
        Printed.Mail("IMG_0119.jpg", "image/jpeg", await Printed.ScanAsync(Printed.Open(), "jpeg")));

    [Fact]
    public async Task A_PDF_in_a_mail_that_does_not_prove_all_is_refused_with_what_is_missing() =>
        await LacksTheDateAsync("open-pdf.eml", Printed.Mail("facture.pdf", "application/pdf", Printed.Open()));

    [Fact]
    public async Task A_picture_of_something_else_is_no_invoice()
    {
        await using var sandbox = await Printed.SandboxAsync();
        var plan = PrintedPages.Of(PrintedPages.Text(50, 100, "Chemin des Dames", 20));
        var file = servers.Keep("plan.png", await Printed.ScanAsync(plan, "png"));

        var ran = await Ran.AgentAsync(servers.Variables(sandbox), "ingest", file, "--json");

        (ran.ExitCode, CodeOf(ran)).Should().Be((4, "picture"), ran.Errors);
    }

    private async Task IsADraftAsync(string name, byte[] bytes, string attached)
    {
        await using var sandbox = await Printed.SandboxAsync();

        var ran = await Ran.AgentAsync(servers.Variables(sandbox), "ingest", servers.Keep(name, bytes), "--json");

        ran.ExitCode.Should().Be(0, ran.Errors + ran.Output);
        var changeset = await LoadAsync(ran);
        changeset.Operations.Select(operation => $"{operation.Do} {operation.Resource}").Should()
            .Equal("create supplierInvoice", "attach supplierInvoice");
        var invoice = changeset.Operations[0];
        invoice.After.TextOf("supplierReference").Should().Be("PP-2026-118");
        invoice.After.TextOf("date").Should().Be("2026-11-14");
        invoice.After.TextOf("totalInclTax").Should().Be("72.00");
        ran.Json.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("code").GetString()).Should()
            .Contain(["read-from-pages", "left-draft"]);
        changeset.Evidence.OfType<Evidence.File>().Select(file => file.Name).Should().Contain(attached);
    }

    private async Task LacksTheDateAsync(string name, byte[] bytes)
    {
        await using var sandbox = await Printed.SandboxAsync();

        var ran = await Ran.AgentAsync(servers.Variables(sandbox), "ingest", servers.Keep(name, bytes), "--json");

        (ran.ExitCode, CodeOf(ran)).Should().Be((4, "pages-not-proven"), ran.Errors);
        ran.Json.GetProperty("problems")[0].GetProperty("message").GetString().Should().Contain("Missing or unclear: the date.");
        Servers.Writes(sandbox).Should().ContainSingle("the supplier that the test entered is all");
    }

    private static string? CodeOf(Ran ran) => ran.Json.GetProperty("problems")[0].GetProperty("code").GetString();
}
