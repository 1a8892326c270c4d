using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Recording.Tests;

/// <summary>How and by when an invoice is to be paid, named by the codes of the server's own dictionaries.</summary>
public sealed class PaymentTests : IAsyncLifetime
{
    private TwoInstances two = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => two = await TwoInstances.StartAsync();

    public ValueTask DisposeAsync() => two.DisposeAsync();

    [Fact]
    public async Task An_invoice_is_entered_with_its_terms_means_and_private_note()
    {
        using var recorder = await two.RecorderAsync();

        var done = await EnteredAsync(recorder, Fields.None.With("paymentTerms", "30D").With("paymentMeans", "VIR").With("notePrivate", "pays by the 20th"));

        (done.After.TextOf("paymentTerms"), done.After.TextOf("paymentMeans"), done.After.TextOf("notePrivate")).Should().Be(("30D", "VIR", "pays by the 20th"));
        done.After.TextOf("dueDate").Should().Be("2026-12-20");
    }

    [Fact]
    public async Task A_draft_gets_others_and_the_before_image_keeps_what_it_had()
    {
        using var recorder = await two.RecorderAsync();
        await EnteredAsync(recorder, Fields.None.With("paymentTerms", "30D"));

        var done = TwoInstances.Done(await recorder.DoAsync(Change(Fields.None.With("paymentTerms", "60DENDMONTH").With("paymentMeans", "CHQ").With("notePrivate", "by cheque")), Cancel));

        var before = ((Operation.Update)done.Operation).Before;
        (before.TextOf("paymentTerms"), before.TextOf("paymentMeans"), before.TextOf("notePrivate")).Should().Be(("30D", "", ""));
        (done.Operation.After.TextOf("paymentTerms"), done.Operation.After.TextOf("paymentMeans"), done.Operation.After.TextOf("notePrivate")).Should().Be(("60DENDMONTH", "CHQ", "by cheque"));
    }

    [Fact]
    public async Task They_are_cleared_too()
    {
        using var recorder = await two.RecorderAsync();
        await EnteredAsync(recorder, Fields.None.With("paymentTerms", "30D").With("paymentMeans", "VIR"));

        TwoInstances.Done(await recorder.DoAsync(Change(Fields.None.With("paymentTerms", "").With("paymentMeans", "")), Cancel)).Operation.After.TextOf("paymentTerms").Should().BeEmpty();
    }

    [Fact]
    public async Task Discarding_sets_them_back()
    {
        using (var first = await two.RecorderAsync())
        {
            await EnteredAsync(first, Fields.None.With("paymentTerms", "30D"));
            await first.FinishAsync(Cancel);
        }
        using var recorder = await two.RecorderAsync();
        var supplier = new Reference.Found(Fields.None.With("vatNumber", "FR40303265045"));
        var invoice = new Reference.Found(Fields.None.With("supplierReference", "F-2026-1").With("supplier", supplier));
        TwoInstances.Done(await recorder.DoAsync(Change(Fields.None.With("paymentTerms", "60D").With("paymentMeans", "CB")) with { On = invoice }, Cancel));

        (await recorder.DiscardAsync(Cancel)).Should().BeOfType<EndResult.Ended>().Which.LeftBehind.Should().BeEmpty();

        var held = ((Answer<SupplierInvoice>.Ok)await recorder.Read.SupplierInvoices.GetAsync(1, Cancel)).Value;
        (held.PaymentTerms, held.PaymentMeans).Should().Be(("30D", ""));
    }

    [Fact]
    public async Task All_codes_that_the_server_lacks_are_named_together_beside_those_that_it_has_and_nothing_is_sent()
    {
        using var recorder = await two.RecorderAsync();

        var problems = (await EnterAsync(recorder, Fields.None.With("paymentTerms", "45D").With("paymentMeans", "SEPA"))).Should().BeOfType<RecordResult.Refused>().Subject.Problems;

        problems.Select(problem => problem.Code.Text).Should().Equal("unknown-code", "unknown-code");
        problems[0].Message.Should().Contain("'45D'").And.Contain("30DENDMONTH");
        problems[1].Message.Should().Contain("'SEPA'").And.Contain("VIR");
        TwoInstances.Writes(two.Sandbox).Should().ContainSingle("only the supplier was entered");
    }

    [Fact]
    public async Task A_key_that_may_not_read_the_codes_is_told_what_opens_them_and_nothing_is_sent()
    {
        two.Sandbox.SetRights("agent", Simulator.SimulatedKey.Kinds["buyer"]);
        using var recorder = await two.RecorderAsync();

        (await EnterAsync(recorder, Fields.None.With("paymentTerms", "30D"))).Should().BeOfType<RecordResult.Refused>().Which.Problems.Should().ContainSingle(p =>
            p.Code == Codes.RightMissing && p.Remedy.Contains("facture.lire", StringComparison.Ordinal));
        TwoInstances.Writes(two.Sandbox).Should().ContainSingle("only the supplier was entered");
    }

    private static async Task<Operation> EnteredAsync(Recorder recorder, Fields more) => TwoInstances.Done(await EnterAsync(recorder, more)).Operation;

    private static async Task<RecordResult> EnterAsync(Recorder recorder, Fields more)
    {
        TwoInstances.Done(await recorder.DoAsync(new Operation.Create { Id = "", Resource = "thirdparty", Set = TwoInstances.Supplier, Keys = ["vatNumber"] }, Cancel));
        return await recorder.DoAsync(new Operation.Create { Id = "", Resource = "supplierInvoice", Set = TwoInstances.Invoice(new Reference.Created("op1")).With(more) }, Cancel);
    }

    private static Operation.Update Change(Fields set) => new() { Id = "", Resource = "supplierInvoice", On = new Reference.Created("op2"), Before = Fields.None, Set = set };
}
