using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;
using DolibarrAgent.Samples;
using DolibarrAgent.Tests;

namespace DolibarrAgent.DolibarrWrite.Tests;

/// <summary>A printed invoice whose pages prove all that it must say enters the sandbox without any model, and stays a draft.</summary>
public sealed class PrintedEntryTests : IAsyncLifetime
{
    private TwoInstances two = null!;

    public async ValueTask InitializeAsync() => two = await TwoInstances.StartAsync();

    public ValueTask DisposeAsync() => two.DisposeAsync();

    [Fact]
    public async Task It_is_entered_with_its_lines_and_its_file_as_a_draft()
    {
        await SupplierAsync();

        var entered = Skills.Entered(await IngestAsync());

        entered.Changeset.Operations.Select(o => $"{o.Do} {o.Resource}").Should().Equal("create supplierInvoice", "attach supplierInvoice");
        entered.Changeset.Title.Should().Be("Supplier invoice PP-2026-118, Papeterie du Port SARL, 72.00 EUR");
        var invoice = (await Skills.ListAsync(two.Sandbox, "supplierinvoices")).Should().ContainSingle().Subject;
        invoice.GetProperty("total_ttc").GetString().Should().StartWith("72.00");
        invoice.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("description").GetString()).Should()
            .Equal("Ramette A4", "Classeur");
    }

    [Fact]
    public async Task The_person_is_told_that_it_was_read_from_pages_and_why_it_is_a_draft()
    {
        await SupplierAsync();

        var entered = Skills.Entered(await IngestAsync());

        Skills.Codes(entered).Should().Contain(["read-from-pages", "left-draft"]);
        entered.Changeset.Warnings.Single(w => w.Code == "left-draft").Text.Should()
            .Be("It was left a draft: its values were read from printed pages, and a person compares them first.");
    }

    [Fact]
    public async Task A_seller_who_is_not_on_file_is_for_a_person()
    {
        Skills.Refused(await IngestAsync()).Select(p => p.Code.Text).Should().Equal("seller-without-name");
        TwoInstances.Writes(two.Sandbox).Should().BeEmpty();
    }

    [Fact]
    public async Task A_person_says_which_supplier_it_is_where_its_numbers_are_not_on_file()
    {
        await Skills.ByHandAsync(two.Sandbox, HttpMethod.Post, "thirdparties", """{"name":"Papeterie du Port SARL","fournisseur":1,"code_fournisseur":"SU-PAPETERIE"}""");
        using var skill = Skills.On(two, new ReadHere(), PersonDecisions.None with { SupplierCode = "SU-PAPETERIE" });

        var entered = Skills.Entered(await Ingest.RunAsync(skill, "facture.pdf", PrintedPages.Proving("PP-2026-118", "Date : 14/11/2026"),
            Skills.Cancel));

        entered.Changeset.Warnings.Single(w => w.Code == "supplier-by-person").Text.Should()
            .Contain("the document's seller is not named (SIREN 303265045).");
    }

    [Fact]
    public async Task The_same_invoice_again_is_a_duplicate()
    {
        await SupplierAsync();
        Skills.Entered(await IngestAsync());

        Skills.Refused(await IngestAsync()).Select(p => p.Code.Text).Should().Equal("duplicate");
    }

    [Fact]
    public async Task A_model_enters_it_by_its_handle_and_cannot_make_it_final()
    {
        await SupplierAsync();
        using var skill = Skills.On(two, new ReadHere());
        await skill.Documents.GiveAsync("facture.pdf", PrintedPages.Proving("PP-2026-118", "Date : 14/11/2026"), Skills.Cancel);
        var plugin = Skills.Plugin(skill);

        (await plugin.CallAsync("enter_invoice", ("invoice", "invoice1"))).Done();

        Skills.CodeOf(await plugin.CallAsync("validate_supplier_invoice", ("invoice", "op1"), ("gross", "72.00"))).Should()
            .Be("from-pages");
    }

    [Fact]
    public async Task What_a_model_proposes_from_pages_that_prove_less_cannot_be_made_final_by_it_either()
    {
        var supplier = await SupplierAsync();
        using var skill = Skills.On(two, new ReadHere());
        await skill.Documents.GiveAsync("facture.pdf", PrintedPages.Proving("PP-2026-119", "comptant le 14/11/2026"), Skills.Cancel);
        var plugin = Skills.Plugin(skill);

        (await plugin.CallAsync(
            "create_supplier_invoice", ("supplier", supplier), ("reference", "PP-2026-119"), ("date", "2026-11-14"), ("currency", "EUR"),
                ("net", "60.00"), ("vat", "12.00"),
            ("gross", "72.00"), ("lines", """[{"description":"Ramette A4","quantity":"1","unit_price":"60.00","vat_rate":"20","kind":"goods"}]"""))).Done();

        Skills.CodeOf(await plugin.CallAsync("validate_supplier_invoice", ("invoice", "op1"), ("gross", "72.00"))).Should()
            .Be("from-pages");
    }

    [Theory]
    [InlineData("PP-2026-101", "number-as-before", "The number PP-2026-118 has the form of this supplier's earlier ones: PP-2026-101.")]
    [InlineData("17/4711", "number-unlike-before",
        "The number PP-2026-118 does not have the form of this supplier's earlier ones: 17/4711. It may be the number of something else.")]
    public async Task The_person_is_told_whether_its_number_has_the_form_of_the_supplier_s_earlier_ones(string earlier, string code,
        string words)
    {
        await EarlierAsync(earlier);

        Skills.Entered(await IngestAsync()).Changeset.Warnings.Single(w => w.Code == code).Text.Should().Be(words);
    }

    [Fact]
    public async Task Of_several_numbers_the_one_of_the_form_of_the_earlier_ones_comes_first_and_none_is_entered()
    {
        await EarlierAsync("PP-2026-101");

        var refused = Skills.Refused(await IngestAsync(TwoNumbers)).Should().ContainSingle().Subject;

        refused.Code.Text.Should().Be("pages-not-proven");
        refused.Message.Should().Contain("the number (PP-2026-118 or 4711)")
            .And.EndWith("The first of the numbers has the form of this supplier's earlier ones (PP-2026-101).");
    }

    [Fact]
    public async Task A_model_gets_what_the_pages_could_mean_the_likeliest_first()
    {
        await EarlierAsync("PP-2026-101");
        using var skill = Skills.On(two, new ReadHere());
        await skill.Documents.GiveAsync("facture.pdf", TwoNumbers, Skills.Cancel);

        var said = (await Skills.Plugin(skill).CallAsync("read_email")).GetProperty("files")[0].GetProperty("candidates")
            .GetProperty("data");

        said.GetProperty("number").GetString().Should().Be("PP-2026-118 or 4711");
        said.GetProperty("date").GetString().Should().Be("2026-11-14");
        said.GetProperty("gross").GetString().Should().Be("72.00");
    }

    [Fact]
    public async Task Where_the_policy_says_so_that_of_a_supplier_on_file_is_made_final()
    {
        await SupplierAsync();
        using var gate = new GateOfTest();
        gate.Policy("", "\"printed\": \"supplier-on-file\"");

        Skills.Entered(await IngestAsync(Proving, gate)).Changeset.Operations.Select(o => o.Do).Should()
            .Equal("create", "attach", "validate");
    }

    [Fact]
    public async Task Where_a_person_had_to_name_the_supplier_the_policy_makes_nothing_final()
    {
        await Skills.ByHandAsync(two.Sandbox, HttpMethod.Post, "thirdparties", """{"name":"Papeterie du Port SARL","fournisseur":1,"code_fournisseur":"SU-PAPETERIE"}""");
        using var gate = new GateOfTest();
        gate.Policy("", "\"printed\": \"supplier-on-file\"");

        Skills.Entered(await IngestAsync(Proving, gate, PersonDecisions.None with { SupplierCode = "SU-PAPETERIE" }))
            .Changeset.Operations.Should().NotContain(o => o.Do == "validate");
    }

    [Theory]
    [InlineData("\"printed\": \"draft\"")]
    [InlineData("\"printed\": true")]
    [InlineData("\"authorMaySign\": true")]
    [InlineData("\"printed\": \"supplier-on-file\" and no JSON")]
    public async Task A_policy_that_does_not_say_so_leaves_it_a_draft(string more)
    {
        await SupplierAsync();
        using var gate = new GateOfTest();
        gate.Policy("", more);

        Skills.Entered(await IngestAsync(Proving, gate)).Changeset.Operations.Should().NotContain(o => o.Do == "validate");
    }

    [Fact]
    public async Task A_policy_that_others_may_write_does_not_count()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other rights.");
        await SupplierAsync();
        using var gate = new GateOfTest();
        gate.Policy("", "\"printed\": \"supplier-on-file\"");
        GateOfTest.LetOthersWrite(gate.PolicyFile);

        Skills.Entered(await IngestAsync(Proving, gate)).Changeset.Operations.Should().NotContain(o => o.Do == "validate");
    }

    private static byte[] Proving => PrintedPages.Proving("PP-2026-118", "Date : 14/11/2026");

    private static byte[] TwoNumbers =>
        PrintedPages.Proving("4711", "Date : 14/11/2026", PrintedPages.Text(350, 148, "Facture n° PP-2026-118"));

    /// <summary>The supplier, with an invoice from before.</summary>
    private async Task EarlierAsync(string number) => await Skills.ByHandAsync(
        two.Sandbox, HttpMethod.Post, "supplierinvoices",
        $$"""{"socid":{{await SupplierAsync()}},"ref_supplier":"{{number}}","date":"2026-10-01","lines":[{"description":"Ramette A4","pu_ht":"10","subprice":"10","qty":"1","tva_tx":"20","product_type":"0"}]}""");

    private Task<string> SupplierAsync() => Skills.SupplierByHandAsync(two, "Papeterie du Port SARL");

    private async Task<IngestResult> IngestAsync(byte[]? pdf = null, GateOfTest? gate = null, PersonDecisions? decisions = null)
    {
        using var skill = Skills.On(two, new ReadHere(), decisions, gate?.Folder);
        return await Ingest.RunAsync(skill, "facture.pdf", pdf ?? Proving, Skills.Cancel);
    }

    /// <summary>Reads in this process: what a hostile file does to it is the subject of other tests.</summary>
    private sealed class ReadHere : IPageReader
    {
        public Task<PagesRead> ReadAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel) =>
            PageText.ReadAsync(bytes, PageLimits.Default, RecognitionTools.Here, cancel);

        public void Dispose()
        {
        }
    }
}
