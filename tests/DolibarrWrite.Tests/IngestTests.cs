using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Samples;
using DolibarrAgent.Tests;

namespace DolibarrAgent.DolibarrWrite.Tests;

/// <summary>A structured invoice enters the sandbox without any model.</summary>
public sealed class IngestTests : IAsyncLifetime
{
    private TwoInstances two = null!;

    public async ValueTask InitializeAsync() => two = await TwoInstances.StartAsync();

    public ValueTask DisposeAsync() => two.DisposeAsync();

    public static TheoryData<string> Forms => ["invoice.eml", "F-2026-1.pdf", "F-2026-1.xml"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_mail_a_PDF_and_an_XML_each_become_four_operations(string name)
    {
        var entered = await IngestAsync(name);

        entered.Changeset.Operations.Select(o => $"{o.Do} {o.Resource}").Should().Equal("create thirdparty", "create supplierInvoice", "attach supplierInvoice", "validate supplierInvoice");
        entered.Changeset.State.Should().Be(ChangesetState.Finished);
        entered.Changeset.Title.Should().Be("Supplier invoice F-2026-1, Hébergeur Dupont SARL, 35.20 EUR");
        (await LoadedChangeset.LoadAsync(entered.Path, Skills.Cancel)).Should().BeOfType<LoadResult.Good>();
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task The_sandbox_holds_the_documents_totals_dates_and_status(string name)
    {
        await IngestAsync(name);

        var invoice = (await Skills.ListAsync(two.Sandbox, "supplierinvoices")).Should().ContainSingle().Subject;
        Text(invoice, "total_ht").Should().StartWith("29.33");
        Text(invoice, "total_tva").Should().StartWith("5.87");
        Text(invoice, "total_ttc").Should().StartWith("35.20");
        Text(invoice, "status").Should().Be("1");
        Text(invoice, "ref_supplier").Should().Be("F-2026-1");
    }

    [Theory]
    [InlineData("invoice.eml", true)]
    [InlineData("F-2026-1.pdf", true)]
    [InlineData("F-2026-1.xml", false)]
    public async Task What_is_attached_is_the_original_byte_for_byte(string name, bool isPdf)
    {
        var entered = await IngestAsync(name);

        var original = isPdf ? SamplePdf.Of(SampleCatalogue.Hosting) : SampleXml.Of(SampleCatalogue.Hosting);
        entered.Changeset.Operations[2].After.TextOf("sha256").Should().Be(Digest.Of(original).Hex);
    }

    [Fact]
    public async Task The_evidence_says_what_the_document_says()
    {
        var entered = await IngestAsync("invoice.eml");

        entered.Changeset.Evidence.OfType<Evidence.Email>().Should().ContainSingle().Which.From.Should().Be("factures@fournisseur.example");
        var says = entered.Changeset.Evidence.OfType<Evidence.File>().Single().Says;
        says.Names.Should().Contain(["number", "typeCode", "issueDate", "dueDate", "currency", "sellerName", "sellerVatId", "sellerSiren", "sellerSiret", "net", "vat", "gross", "due", "ibans"]);
        (says.TextOf("number"), says.TextOf("gross"), says.TextOf("ibans")).Should().Be(("F-2026-1", "35.20", "FR7630006000011234567890189"));
    }

    [Fact]
    public async Task The_same_document_again_is_refused_and_says_where_it_is()
    {
        await IngestAsync("invoice.eml");
        var before = TwoInstances.Writes(two.Sandbox).Count();

        using var skill = Skills.On(two);
        var problem = Skills.Refused(await Ingest.RunAsync(skill, "reminder.pdf", SamplePdf.Of(SampleCatalogue.Hosting), Skills.Cancel)).Should().ContainSingle().Subject;

        problem.Code.Text.Should().Be("duplicate");
        problem.Message.Should().Contain("fourn/facture/card.php?facid=1").And.Contain("35.20");
        TwoInstances.Writes(two.Sandbox).Should().HaveCount(before);
    }

    [Fact]
    public async Task A_no_break_space_in_the_number_hides_no_duplicate()
    {
        await Skills.EnterAsync(two, SampleCatalogue.Hosting with { Number = "F 2026 1" });

        using var skill = Skills.On(two);
        var problems = Skills.Refused(await Ingest.RunAsync(skill, "x.xml", SampleXml.Of(SampleCatalogue.Hosting with { Number = "F\u00a02026\u20091" }), Skills.Cancel));

        problems.Should().ContainSingle().Which.Code.Text.Should().Be("duplicate");
    }

    [Fact]
    public async Task A_second_invoice_of_a_supplier_uses_the_one_on_file()
    {
        await IngestAsync("invoice.eml");

        var second = await Skills.EnterAsync(two, SampleCatalogue.Mixed);

        second.Changeset.Operations.Should().HaveCount(3);
        second.Changeset.Operations[0].Asked.ReferenceOf("supplier").Should().BeOfType<Reference.Found>().Which.Keys.TextOf("vatNumber").Should().Be("FR40303265045");
        (await Skills.ListAsync(two.Sandbox, "thirdparties")).Should().ContainSingle();
    }

    [Fact]
    public async Task Two_invoices_of_one_mail_share_a_changeset_and_their_supplier()
    {
        var mail = SampleEmail.With(SampleCatalogue.Hosting);
        var both = mail with { Attachments = [.. mail.Attachments, .. SampleEmail.With(SampleCatalogue.Mixed).Attachments] };

        using var skill = Skills.On(two);
        var entered = Skills.Entered(await Ingest.RunAsync(skill, "two.eml", both.ToBytes(), Skills.Cancel));

        entered.Changeset.Operations.Should().HaveCount(7);
        entered.Changeset.Operations.OfType<Operation.Create>().Where(o => o.Resource == "supplierInvoice")
            .Select(o => o.Set.ReferenceOf("supplier")).Should().OnlyContain(r => r!.Equals(new Reference.Created("op1")));
        entered.Changeset.Title.Should().Be("2 supplier invoices: F-2026-1, F-2026-2");
    }

    [Fact]
    public async Task Of_two_invoices_of_one_mail_the_first_is_decided_once()
    {
        var mail = SampleEmail.With(SampleCatalogue.Hosting);
        var both = mail with { Attachments = [.. mail.Attachments, .. SampleEmail.With(SampleCatalogue.Mixed).Attachments] };

        using var skill = Skills.On(two);
        Skills.Entered(await Ingest.RunAsync(skill, "two.eml", both.ToBytes(), Skills.Cancel));

        two.Sandbox.Requests.TakeWhile(r => r.Method == "GET").Where(r => r.Path.Contains("t.ref_supplier")).Select(r => r.Path)
            .Should().HaveCount(2, "each is looked for before the first is written").And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task One_of_two_that_is_a_duplicate_keeps_both_out()
    {
        await IngestAsync("invoice.eml");
        var before = TwoInstances.Writes(two.Sandbox).Count();
        var mail = SampleEmail.With(SampleCatalogue.Mixed);
        var both = mail with { Attachments = [.. mail.Attachments, .. SampleEmail.With(SampleCatalogue.Hosting).Attachments] };

        using var skill = Skills.On(two);
        var problem = Skills.Refused(await Ingest.RunAsync(skill, "two.eml", both.ToBytes(), Skills.Cancel)).Should().ContainSingle().Subject;

        (problem.Code.Text, problem.Place).Should().Be(("duplicate", "invoice F-2026-1, invoice"));
        TwoInstances.Writes(two.Sandbox).Should().HaveCount(before);
    }

    [Fact]
    public async Task A_credit_note_has_negative_prices_and_is_linked_to_its_invoice()
    {
        await IngestAsync("invoice.eml");

        var entered = await Skills.EnterAsync(two, SampleCatalogue.Hosting with { Number = "A-2026-1", TypeCode = "381", Corrects = "F-2026-1" });

        var set = ((Operation.Create)entered.Changeset.Operations[0]).Set;
        set.TextOf("type").Should().Be("creditNote");
        set.ReferenceOf("creditedInvoice").Should().BeOfType<Reference.Found>().Which.Keys.TextOf("supplierReference").Should().Be("F-2026-1");
        entered.Changeset.Operations[0].After.TextOf("totalInclTax").Should().Be("-35.20");
        entered.Changeset.Operations.Last().Do.Should().Be("validate");
    }

    [Fact]
    public async Task A_credit_note_whose_invoice_is_not_here_says_so()
    {
        var entered = await Skills.EnterAsync(two, SampleCatalogue.Hosting with { TypeCode = "381", Corrects = "F-1999-9" });

        Skills.Codes(entered).Should().Contain("credit-note-not-linked");
    }

    [Fact]
    public async Task What_is_refused_midway_is_taken_out_of_the_sandbox_again()
    {
        // The invoice is refused by Dolibarr's own column, after its supplier was created.
        var invoice = SampleCatalogue.Hosting with { Number = new string('9', 181) };

        using var skill = Skills.On(two);
        var problems = Skills.Refused(await Ingest.RunAsync(skill, "x.xml", SampleXml.Of(invoice), Skills.Cancel));

        problems.Should().ContainSingle().Which.Code.Text.Should().Be("too-long");
        TwoInstances.Writes(two.Sandbox).Select(w => w.Method).Should().Equal("POST", "DELETE");
        (await Skills.ListAsync(two.Sandbox, "thirdparties")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("384", "type-for-a-person")]
    [InlineData("389", "type-for-a-person")]
    public async Task A_type_that_is_for_a_person_is_refused_before_anything_is_written(string type, string code)
    {
        using var skill = Skills.On(two);
        var problems = Skills.Refused(await Ingest.RunAsync(skill, "x.xml", SampleXml.Of(SampleCatalogue.Hosting with { TypeCode = type }), Skills.Cancel));

        problems.Select(p => p.Code.Text).Should().Contain(code);
        TwoInstances.Writes(two.Sandbox).Should().BeEmpty();
    }

    [Fact]
    public async Task A_currency_that_is_not_the_companys_is_refused()
    {
        using var skill = Skills.On(two);
        var problems = Skills.Refused(await Ingest.RunAsync(skill, "x.xml", SampleXml.Of(SampleCatalogue.Hosting with { Currency = "USD" }), Skills.Cancel));

        problems.Should().ContainSingle().Which.Code.Text.Should().Be("currency-foreign");
        TwoInstances.Writes(two.Sandbox).Should().BeEmpty();
    }

    [Fact]
    public async Task Names_that_Dolibarr_would_change_in_silence_are_changed_visibly()
    {
        var seller = SampleCatalogue.Dupont with { Name = "Ets \"Chez <b>Léa\" & fils" };

        var entered = await Skills.EnterAsync(two, SampleCatalogue.Hosting with { Number = "F \"1\"", Seller = seller });

        entered.Changeset.Operations[0].After.TextOf("name").Should().Be("Ets 'Chez < b>Léa' & fils");
        entered.Changeset.Operations[1].After.TextOf("supplierReference").Should().Be("F '1'");
        Skills.Codes(entered).Should().Contain("text-cleaned");
    }

    [Fact]
    public async Task VAT_that_no_lines_can_make_leaves_a_draft_that_says_by_how_many_cents()
    {
        var xml = Altered(SampleCatalogue.Hosting, (">5.87<", ">5.88<"), (">35.20<", ">35.21<"));

        using var skill = Skills.On(two);
        var entered = Skills.Entered(await Ingest.RunAsync(skill, "x.xml", xml, Skills.Cancel));

        entered.Changeset.Operations.Last().Do.Should().Be("attach");
        entered.Changeset.Warnings.Should().ContainSingle(w => w.Code == "left-draft").Which.Text.Should().Contain("VAT").And.Contain("5.88").And.Contain("5.87").And.Contain("-1 cents");
        (await Skills.ListAsync(two.Sandbox, "supplierinvoices"))[0].GetProperty("status").ToString().Should().Be("0");
    }

    [Fact]
    public async Task A_server_that_rounds_VAT_otherwise_than_foreseen_is_found_out_by_reading_back()
    {
        await using var other = await SandboxRoundingOf(Simulator.VatRounding.Total);
        var lines = Enumerable.Range(1, 7).Select(i => new SampleLine($"Line {i}", 1, 0.99m, 20)).ToList();
        var xml = Altered(SampleCatalogue.Hosting with { Lines = lines }, (">1.39<", ">1.40<"), (">8.32<", ">8.33<"));

        using var skill = Skills.On(two, v => v["DOLIBARR_SANDBOX_URL"] = other.Address.ToString());
        var entered = Skills.Entered(await Ingest.RunAsync(skill, "x.xml", xml, Skills.Cancel));

        entered.Changeset.Operations.Should().NotContain(o => o is Operation.Validate);
        entered.Changeset.Warnings.Should().ContainSingle(w => w.Code == "left-draft").Which.Text.Should().Contain("VAT is 1.40 in the document and 1.39 in Dolibarr (-1 cents)");
    }

    [Fact]
    public async Task A_credit_note_whose_lines_of_a_rate_cannot_bear_what_has_the_other_sign_is_for_a_person()
    {
        var invoice = SampleCatalogue.Hosting with { TypeCode = "381", Lines = [new("VPS", 2, 10.50m, 20), new("Remise", 1, -5m, 10)] };

        await RefusedUnwrittenAsync(SampleXml.Of(invoice), "mixed-signs");
    }

    [Fact]
    public async Task What_has_the_other_sign_on_a_credit_note_is_taken_off_a_line_and_the_review_says_so()
    {
        var invoice = SampleCatalogue.Hosting with { TypeCode = "381", Lines = [new("VPS", 2, 10.50m, 20), new("Remise", 1, -5m, 20)] };

        var entered = await Skills.EnterAsync(two, invoice);

        var line = entered.Changeset.Operations[1].After.RowsOf("lines").Should().ContainSingle().Subject;
        (line.TextOf("quantity"), line.TextOf("unitPrice"), line.TextOf("totalExclTax")).Should().Be(("2", "-8.00", "-16.00"));
        line.TextOf("description").Should().Be("VPS, less 5.00 (Remise)");
        entered.Changeset.Warnings.Should().ContainSingle(w => w.Code == "folded-into-line").Which.Text.Should().Contain("Remise").And.Contain("5.00").And.Contain("VPS");
        entered.Changeset.Operations.Last().Do.Should().Be("validate");
    }

    [Fact]
    public async Task A_document_whose_lines_have_no_amounts_is_entered_by_its_VAT_breakdown_and_that_is_said()
    {
        var xml = System.Text.Encoding.UTF8.GetString(SampleXml.Of(SampleCatalogue.Hosting));
        xml = System.Text.RegularExpressions.Regex.Replace(xml, "<ram:SpecifiedTradeSettlementLineMonetarySummation>.*?</ram:SpecifiedTradeSettlementLineMonetarySummation>", "", System.Text.RegularExpressions.RegexOptions.Singleline);
        using var skill = Skills.On(two);

        var entered = (IngestResult.Entered)await Ingest.RunAsync(skill, "a.xml", System.Text.Encoding.UTF8.GetBytes(xml), Skills.Cancel);

        Skills.Codes(entered).Should().Contain("by-breakdown");
    }

    [Fact]
    public async Task A_negative_quantity_on_a_credit_note_becomes_a_negative_price()
    {
        var invoice = SampleCatalogue.Hosting with { TypeCode = "381", Lines = [new("VPS", -2, -10.50m, 20)] };

        var entered = await Skills.EnterAsync(two, invoice);

        var line = entered.Changeset.Operations[1].After.RowsOf("lines").Should().ContainSingle().Subject;
        (line.TextOf("quantity"), line.TextOf("unitPrice"), line.TextOf("totalExclTax")).Should().Be(("2", "-10.50", "-21.00"));
    }

    [Fact]
    public async Task A_quantity_that_Dolibarr_cannot_hold_is_one_unit_with_the_true_one_in_the_text()
    {
        var entered = await Skills.EnterAsync(two, SampleCatalogue.Hosting with { Lines = [new("Clicks", 74391833m, 0.01m, 20)] });

        var line = entered.Changeset.Operations[1].After.RowsOf("lines").Should().ContainSingle().Subject;
        line.TextOf("quantity").Should().Be("1");
        line.TextOf("description").Should().Contain("74391833");
        entered.Changeset.Operations.Last().Do.Should().Be("validate");
    }

    private async Task RefusedUnwrittenAsync(byte[] xml, string code)
    {
        using var skill = Skills.On(two);
        Skills.Refused(await Ingest.RunAsync(skill, "x.xml", xml, Skills.Cancel)).Should().ContainSingle().Which.Code.Text.Should().Be(code);
        TwoInstances.Writes(two.Sandbox).Should().BeEmpty();
    }

    private static byte[] Altered(SampleInvoice invoice, params (string Old, string New)[] changes)
    {
        var xml = System.Text.Encoding.UTF8.GetString(SampleXml.Of(invoice));
        foreach (var (old, changed) in changes)
        {
            xml.Should().Contain(old);
            xml = xml.Replace(old, changed, StringComparison.Ordinal);
        }
        return System.Text.Encoding.UTF8.GetBytes(xml);
    }

    private static Task<Simulator.SimulatedDolibarr> SandboxRoundingOf(Simulator.VatRounding rounding) => Simulator.SimulatedDolibarr.StartAsync(
        new Simulator.SimulatorOptions { Keys = [Simulator.SimulatedKey.Read("agent=sandbox-agent-key", out _)!], Rounding = rounding }, Skills.Cancel);

    private async Task<IngestResult.Entered> IngestAsync(string name)
    {
        var bytes = Path.GetExtension(name) switch { ".eml" => Skills.Mail(SampleCatalogue.Hosting), ".pdf" => SamplePdf.Of(SampleCatalogue.Hosting), _ => SampleXml.Of(SampleCatalogue.Hosting) };
        using var skill = Skills.On(two);
        return Skills.Entered(await Ingest.RunAsync(skill, name, bytes, Skills.Cancel));
    }

    private static string Text(JsonElement element, string member) => element.GetProperty(member).ToString();
}
