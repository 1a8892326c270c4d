using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Recording.Tests;

/// <summary>Deleting what a changeset made, and taking files off: what goes, and all that may not.</summary>
public sealed class TakingAwayTests : IAsyncLifetime
{
    private static readonly Reference.Found Supplier = new(Fields.None.With("vatNumber", "FR40303265045"));
    private static readonly Reference.Found Invoice = new(Fields.None.With("supplierReference", "F-2026-1").With("supplier", Supplier));

    private TwoInstances two = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => two = await TwoInstances.StartAsync();

    public ValueTask DisposeAsync() => two.DisposeAsync();

    [Fact]
    public async Task A_draft_and_then_its_supplier_are_deleted_as_they_were_seen()
    {
        using var recorder = await AfterMainJobAsync(validated: false);

        var invoice = TwoInstances.Done(await recorder.DoAsync(Delete("supplierInvoice", Invoice), Cancel));
        TwoInstances.Done(await recorder.DoAsync(Delete("thirdparty", Supplier), Cancel));

        invoice.Operation.Held.TextOf("totalInclTax").Should().Be("35.20");
        invoice.Operation.Held.TextOf("marker").Should().EndWith("/op2");
        invoice.Operation.Held.Names.Should().NotContain("number", "each target draws its own");
        (await SandboxAsync("supplierinvoices")).Should().Be("[]");
    }

    [Fact]
    public async Task A_validated_invoice_is_not_deleted_though_Dolibarr_would_do_it()
    {
        using var recorder = await AfterMainJobAsync(validated: true);

        Refusal(await recorder.DoAsync(Delete("supplierInvoice", Invoice), Cancel)).Should().Be("not-a-draft");
        (await SandboxAsync("supplierinvoices/1")).Should().Contain("SI2611-0001");
    }

    [Fact]
    public async Task A_draft_that_somebody_paid_is_not_deleted()
    {
        using var recorder = await AfterMainJobAsync(validated: false);
        await SendAsync(HttpMethod.Put, "supplierinvoices/1", """{"paid":1,"paye":1}""");

        Refusal(await recorder.DoAsync(Delete("supplierInvoice", Invoice), Cancel)).Should().Be("not-a-draft");
    }

    [Fact]
    public async Task A_third_party_that_has_invoices_is_not_deleted_and_they_are_named()
    {
        using var recorder = await AfterMainJobAsync(validated: false);

        var refused = (await recorder.DoAsync(Delete("thirdparty", Supplier), Cancel)).Should().BeOfType<RecordResult.Refused>().Subject;

        refused.Problems.Should().ContainSingle(p => p.Code.Text == "in-use" && p.Message.Contains("F-2026-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_third_party_with_bank_details_stays_for_they_would_go_with_it()
    {
        using var recorder = await AfterMainJobAsync(validated: false);
        TwoInstances.Done(await recorder.DoAsync(Delete("supplierInvoice", Invoice), Cancel));
        await SendAsync(HttpMethod.Post, "thirdparties/1/bankaccounts", """{"label":"main","iban":"FR7630006000011234567890189"}""");

        Refusal(await recorder.DoAsync(Delete("thirdparty", Supplier), Cancel)).Should().Be("has-bank-details");
    }

    [Fact]
    public async Task What_a_person_entered_is_not_deleted()
    {
        await SendAsync(HttpMethod.Post, "thirdparties", """{"name":"Dupont","fournisseur":1,"code_fournisseur":"auto","tva_intra":"FR40303265045"}""");
        using var recorder = await two.RecorderAsync();

        Refusal(await recorder.DoAsync(Delete("thirdparty", Supplier), Cancel)).Should().Be("missing-marker");
        TwoInstances.Writes(two.Sandbox).Should().ContainSingle("only the person wrote");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_is_taken_off_an_invoice_that_stays(bool validated)
    {
        using var recorder = await AfterMainJobAsync(validated);

        var done = TwoInstances.Done(await recorder.DoAsync(Detach("F-2026-1.pdf"), Cancel));

        done.Operation.Held.TextOf("sha256").Should().Be(Digest.Of(TwoInstances.Pdf).Hex);
        (await StatusAsync("documents?modulepart=supplier_invoice&id=1")).Should().Be(404);
        (await StatusAsync("supplierinvoices/1")).Should().Be(200);
    }

    [Fact]
    public async Task A_file_that_is_not_there_cannot_be_taken_off()
    {
        using var recorder = await AfterMainJobAsync(validated: false);

        Refusal(await recorder.DoAsync(Detach("other.pdf"), Cancel)).Should().Be("missing-before");
    }

    [Fact]
    public async Task A_file_on_an_invoice_that_was_there_before_is_taken_off_again_when_its_changeset_is_discarded()
    {
        (await AfterMainJobAsync(validated: true)).Dispose();
        using var recorder = await two.RecorderAsync();
        var file = recorder.AddFile("pdf", Encoding.UTF8.GetBytes("second page"), (id, digest) => new Evidence.File { Id = id, Name = "second.pdf", Sha256 = digest, Size = 11 });
        TwoInstances.Done(await recorder.DoAsync(new Operation.Attach { Id = "", Resource = "supplierInvoice", To = Invoice, File = file.Id }, Cancel));

        (await recorder.DiscardAsync(Cancel)).Should().BeOfType<EndResult.Ended>().Which.LeftBehind.Should().BeEmpty();

        (await SandboxAsync("documents?modulepart=supplier_invoice&id=1")).Should().Contain("F-2026-1.pdf").And.NotContain("second.pdf");
    }

    private async Task<Recorder> AfterMainJobAsync(bool validated)
    {
        using (var first = await two.RecorderAsync())
        {
            var pdf = first.AddFile("pdf", TwoInstances.Pdf, (id, digest) => new Evidence.File { Id = id, Name = "F-2026-1.pdf", Sha256 = digest, Size = TwoInstances.Pdf.Length });
            foreach (var operation in TwoInstances.MainJob(pdf.Id).Where(o => validated || o is not Operation.Validate))
            {
                TwoInstances.Done(await first.DoAsync(operation, Cancel));
            }
            await first.FinishAsync(Cancel);
        }
        return await two.RecorderAsync();
    }

    private static Operation Delete(string resource, Reference on) => new Operation.Delete { Id = "", Resource = resource, On = on, Before = Fields.None };

    private static Operation Detach(string name) => new Operation.Detach { Id = "", Resource = "supplierInvoice", On = Invoice, Before = Fields.None.With("name", name) };

    private static string Refusal(RecordResult result) => result.Should().BeOfType<RecordResult.Refused>().Subject.Problems[0].Code.Text;

    private async Task<string> SandboxAsync(string path)
    {
        using var person = two.Sandbox.ClientOf("admin");
        return await person.GetStringAsync(new Uri(path, UriKind.Relative), Cancel);
    }

    private async Task<int> StatusAsync(string path)
    {
        using var person = two.Sandbox.ClientOf("admin");
        return (int)(await person.GetAsync(new Uri(path, UriKind.Relative), Cancel)).StatusCode;
    }

    private async Task SendAsync(HttpMethod method, string path, string json)
    {
        using var person = two.Sandbox.ClientOf("admin");
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        (await person.SendAsync(request, Cancel)).EnsureSuccessStatusCode();
    }
}
