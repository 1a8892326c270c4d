using System.Text;
using DolibarrAgent.Intake;
using DolibarrAgent.Samples;
using DolibarrAgent.Simulator;

namespace DolibarrAgent.AgentHost.Tests.Pages;

/// <summary>Printed invoices of one supplier, as mails, PDFs and scans.</summary>
internal static class Printed
{
    public const string Supplier = "Papeterie du Port SARL";

    public const string Siren = "303265045";

    private const string Needed = "DOLIBARR_TESTS_NEED_OCR";

    /// <summary>A page that proves all of an invoice.</summary>
    public static byte[] Proving(string number = "PP-2026-118") => PrintedPages.Proving(number, "Date : 14/11/2026");

    /// <summary>A page whose day is not said to be that of the invoice; nothing else is open.</summary>
    public static byte[] Open(string number = "PP-2026-119", string more = "") =>
        PrintedPages.Proving(number, "comptant le 14/11/2026", more);

    /// <summary>A mail whose text says nothing of the invoice.</summary>
    public static byte[] Mail(string name, string type, byte[] content) => (SampleEmail.With(SampleCatalogue.Hosting) with
    {
        Subject = "Document",
        Text = "Bonjour, veuillez trouver le document ci-joint.\n",
        Html = null,
        Attachments = [new(name, type, content)],
    }).ToBytes();

    /// <summary>A sandbox that has the supplier, with the id 1.</summary>
    public static async Task<SimulatedDolibarr> SandboxAsync()
    {
        var sandbox = await Servers.SandboxAsync();
        await EnterAsync(sandbox, $$"""
            {"name":"{{Supplier}}","fournisseur":1,"code_fournisseur":"-1","tva_intra":"FR40303265045","idprof1":"{{Siren}}"}
            """);
        return sandbox;
    }

    /// <summary>Another supplier; gives its id.</summary>
    public static Task<string> OtherAsync(SimulatedDolibarr sandbox, string name) =>
        EnterAsync(sandbox, $$"""{"name":"{{name}}","fournisseur":1,"code_fournisseur":"-1","idprof1":"732829320"}""");

    private static async Task<string> EnterAsync(SimulatedDolibarr sandbox, string party)
    {
        using var client = sandbox.ClientOf("agent");
        using var body = new StringContent(party, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("thirdparties", UriKind.Relative), body, TestContext.Current.CancellationToken);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A page as a scanner gives it, at 200 dots an inch; skips the test where no words are recognised, and nobody says that they
    /// must be.</summary>
    /// <param name="pdf">The page.</param>
    /// <param name="format"><c>png</c> or <c>jpeg</c>.</param>
    public static async Task<byte[]> ScanAsync(byte[] pdf, string format)
    {
        var missing = RecognitionTools.Here.Missing;
        if (Environment.GetEnvironmentVariable(Needed) != "1")
        {
            Assert.SkipUnless(missing.IsEmpty, $"Not installed: {string.Join(", ", missing)}.");
        }
        missing.Should().BeEmpty($"{Needed} is 1");
        return (await RecognitionTools.Here.Drawing.RunAsync(
            ["-r", "200", $"-{format}", "-"], pdf, TestContext.Current.CancellationToken))!;
    }
}
