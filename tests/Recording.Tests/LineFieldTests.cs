using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Tests;

namespace DolibarrAgent.Recording.Tests;

/// <summary>What a line says beyond its amounts: the period, the product by its ref, the supplier's own number of it.</summary>
public sealed class LineFieldTests : IAsyncLifetime
{
    private TwoInstances two = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Fields Full => TwoInstances.Line("VPS", "2", "10.50").With("periodFrom", "2026-10-01").With("periodTo", "2026-10-31").With("product", "SRV-1").With("supplierProductReference", "VPS-2");

    private static Fields Plain => TwoInstances.Line("VPS", "2", "10.50");

    public async ValueTask InitializeAsync()
    {
        two = await TwoInstances.StartAsync();
        await PostAsync("products", """{"ref":"SRV-1","label":"Hosting","type":1,"status_buy":1}""");
        await PostAsync("products", """{"ref":"BOX","label":"A box","type":0,"status_buy":1}""");
    }

    public ValueTask DisposeAsync() => two.DisposeAsync();

    [Fact]
    public async Task They_are_entered_with_the_invoice_and_read_back()
    {
        using var recorder = await two.RecorderAsync();

        var line = TwoInstances.Done(await EnterAsync(recorder, Full)).Operation.After.RowsOf("lines")[0];

        Said(line).Should().Be("2026-10-01 2026-10-31 SRV-1 VPS-2");
    }

    [Fact]
    public async Task A_line_that_is_added_to_a_draft_has_them_too()
    {
        using var recorder = await two.RecorderAsync();
        TwoInstances.Done(await EnterAsync(recorder, Plain));

        var done = TwoInstances.Done(await ChangeAsync(recorder, Plain, Full));

        Said(done.Operation.After.RowsOf("lines")[1]).Should().Be("2026-10-01 2026-10-31 SRV-1 VPS-2");
    }

    [Fact]
    public async Task A_line_that_is_changed_keeps_what_is_not_named()
    {
        using var recorder = await two.RecorderAsync();
        TwoInstances.Done(await EnterAsync(recorder, Full.With("discountPercent", "10")));

        var line = TwoInstances.Done(await ChangeAsync(recorder, TwoInstances.Line("VPS, large", "2", "12"))).Operation.After.RowsOf("lines")[0];

        $"{line.TextOf("description")} {Said(line)} {line.TextOf("discountPercent")}".Should().Be("VPS, large 2026-10-01 2026-10-31 SRV-1 VPS-2 10");
    }

    [Fact]
    public async Task It_keeps_the_unit_and_the_vat_code_that_a_person_gave_it()
    {
        using var recorder = await two.RecorderAsync();
        TwoInstances.Done(await EnterAsync(recorder, Plain));
        using var person = two.Sandbox.ClientOf("admin");
        using var body = new StringContent("""{"description":"VPS","qty":2,"pu_ht":10.5,"tva_tx":"20 (C+S)","product_type":1,"fk_unit":3,"info_bits":1}""", Encoding.UTF8, "application/json");
        (await person.PutAsync(new Uri("supplierinvoices/1/lines/1", UriKind.Relative), body, Cancel)).EnsureSuccessStatusCode();

        TwoInstances.Done(await ChangeAsync(recorder, TwoInstances.Line("VPS, large", "2", "12")));

        var line = ((Answer<SupplierInvoice>.Ok)await recorder.Read.SupplierInvoices.GetAsync(1, Cancel)).Value.Lines[0];
        (line.Description, line.UnitId, line.VatCode, line.VatRate, line.InfoBits).Should().Be(("VPS, large", 3, "C+S", 20, 1));
    }

    [Fact]
    public async Task The_period_and_the_suppliers_number_are_cleared_by_an_empty_text()
    {
        using var recorder = await two.RecorderAsync();
        TwoInstances.Done(await EnterAsync(recorder, Full));

        var line = TwoInstances.Done(await ChangeAsync(recorder, Plain.With("periodFrom", "").With("periodTo", "").With("supplierProductReference", ""))).Operation.After.RowsOf("lines")[0];

        Said(line).Should().Be("  SRV-1 ");
    }

    [Fact]
    public async Task A_product_is_changed_for_another_of_the_lines_kind()
    {
        using var recorder = await two.RecorderAsync();
        TwoInstances.Done(await EnterAsync(recorder, Full));

        TwoInstances.Done(await ChangeAsync(recorder, Plain.With("kind", "goods").With("product", "BOX"))).Operation.After.RowsOf("lines")[0].TextOf("product").Should().Be("BOX");
    }

    [Theory]
    [InlineData("product", "NOPE", "unknown-product", "'NOPE'")]
    [InlineData("product", "BOX", "product-kind-differs", "goods")]
    [InlineData("periodTo", "2026-09-30", "period-backwards", "2026-09-30")]
    [InlineData("periodTo", "October", "wrong-form", "October")]
    public async Task What_the_server_lacks_or_would_store_otherwise_is_refused_and_nothing_is_sent(string field, string value, string code, string said)
    {
        using var recorder = await two.RecorderAsync();

        (await EnterAsync(recorder, Full.With(field, value))).Should().BeOfType<RecordResult.Refused>().Which.Problems.Should().ContainSingle(p => p.Code.Text == code && p.Message.Contains(said, StringComparison.Ordinal));
        two.Sandbox.Requests.Should().NotContain(r => r.Method != "GET" && r.Path.EndsWith("/supplierinvoices", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_product_is_not_taken_off_for_Dolibarr_would_keep_it()
    {
        using var recorder = await two.RecorderAsync();
        TwoInstances.Done(await EnterAsync(recorder, Full));

        (await ChangeAsync(recorder, Plain.With("product", ""))).Should().BeOfType<RecordResult.Refused>().Which.Problems.Should().ContainSingle(p => p.Code.Text == "cannot-be-cleared" && p.Message.Contains("SRV-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_that_may_not_read_products_is_told_the_right()
    {
        two.Sandbox.SetRights("agent", Simulator.SimulatedKey.Kinds["buyer"]);
        using var recorder = await two.RecorderAsync();

        (await EnterAsync(recorder, Full)).Should().BeOfType<RecordResult.Refused>().Which.Problems.Should().ContainSingle(p => p.Code == Codes.RightMissing && p.Message.Contains("produit.lire", StringComparison.Ordinal));
    }

    private static string Said(Fields line) => string.Join(' ', new[] { "periodFrom", "periodTo", "product", "supplierProductReference" }.Select(line.TextOf));

    private static async Task<RecordResult> EnterAsync(Recorder recorder, Fields line)
    {
        TwoInstances.Done(await recorder.DoAsync(new Operation.Create { Id = "", Resource = "thirdparty", Set = TwoInstances.Supplier, Keys = ["vatNumber"] }, Cancel));
        return await recorder.DoAsync(new Operation.Create { Id = "", Resource = "supplierInvoice", Set = TwoInstances.Invoice(new Reference.Created("op1")).With("lines", [line]) }, Cancel);
    }

    private static Task<RecordResult> ChangeAsync(Recorder recorder, params Fields[] lines) => recorder.DoAsync(
        new Operation.Update { Id = "", Resource = "supplierInvoice", On = new Reference.Created("op2"), Before = Fields.None, Set = Fields.None.With("lines", lines) }, Cancel);

    private async Task PostAsync(string path, string json)
    {
        using var person = two.Sandbox.ClientOf("admin");
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        (await person.PostAsync(new Uri(path, UriKind.Relative), body, Cancel)).EnsureSuccessStatusCode();
    }
}
