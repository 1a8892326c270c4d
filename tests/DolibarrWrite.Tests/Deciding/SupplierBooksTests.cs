using System.Text;
using DolibarrAgent.Changesets;
using DolibarrAgent.Samples;
using DolibarrAgent.Simulator;
using DolibarrAgent.Tests;

namespace DolibarrAgent.DolibarrWrite.Tests.Deciding;

/// <summary>What is in the books of a supplier already, and what of a document goes there.</summary>
public sealed class SupplierBooksTests : IAsyncLifetime
{
    private static readonly SampleInvoice Invoice = SampleCatalogue.Hosting;

    private TwoInstances two = null!;

    public async ValueTask InitializeAsync() => two = await TwoInstances.StartAsync();

    public ValueTask DisposeAsync() => two.DisposeAsync();

    [Theory]
    [InlineData("Hebergeur Dupont")]
    [InlineData("HÉBERGEUR DUPONT SARL")]
    public async Task The_same_number_day_and_amount_under_a_supplier_of_this_name_stop_the_entry(string name)
    {
        var supplier = await Skills.ByHandAsync(two.Sandbox, HttpMethod.Post, "thirdparties", $$"""{"name":"{{name}}","fournisseur":1,"code_fournisseur":"-1"}""");
        await InvoiceByHandAsync(supplier);
        var writes = TwoInstances.Writes(two.Sandbox).Count();

        var problem = Skills.Refused(await Skills.IngestAsync(two, Invoice)).Single();

        problem.Code.Text.Should().Be("duplicate-elsewhere");
        problem.Message.Should().Contain(name).And.Contain("F-2026-1");
        TwoInstances.Writes(two.Sandbox).Should().HaveCount(writes);
    }

    [Fact]
    public async Task A_person_who_names_the_supplier_has_said_that_it_is_another_invoice()
    {
        var there = await Skills.ByHandAsync(two.Sandbox, HttpMethod.Post, "thirdparties", """{"name":"Hebergeur Dupont","fournisseur":1,"code_fournisseur":"-1"}""");
        await InvoiceByHandAsync(there);
        var seller = await Skills.ByHandAsync(two.Sandbox, HttpMethod.Post, "thirdparties", """{"name":"Dupont Hébergement","fournisseur":1,"code_fournisseur":"-1","idprof1":"303265045"}""");
        var code = (await Skills.ListAsync(two.Sandbox, "thirdparties")).Single(party => party.GetProperty("id").GetString() == seller).GetProperty("code_fournisseur").GetString();

        var entered = await Skills.EnterAsync(two, Invoice, new PersonDecisions { SupplierCode = code });

        entered.Changeset.Warnings.Should().ContainSingle(w => w.Code == "possible-duplicate").Which.Text.Should().Contain("Hebergeur Dupont");
    }

    [Fact]
    public async Task Under_a_supplier_whose_SIRET_begins_with_this_SIREN_it_is_the_same_invoice()
    {
        var supplier = await Skills.ByHandAsync(two.Sandbox, HttpMethod.Post, "thirdparties", """{"name":"Dupont","fournisseur":1,"code_fournisseur":"-1","idprof2":"30326504500012"}""");
        await InvoiceByHandAsync(supplier);

        Skills.Refused(await Skills.IngestAsync(two, Invoice)).Single().Code.Text.Should().Be("duplicate");
    }

    [Fact]
    public async Task Under_a_supplier_of_quite_another_name_it_is_shown()
    {
        var supplier = await Skills.ByHandAsync(two.Sandbox, HttpMethod.Post, "thirdparties", """{"name":"Zwiebel GmbH","fournisseur":1,"code_fournisseur":"-1"}""");
        await InvoiceByHandAsync(supplier);

        (await Skills.EnterAsync(two, Invoice)).Changeset.Warnings.Should().ContainSingle(w => w.Code == "possible-duplicate").Which.Text.Should().Contain("Zwiebel GmbH");
    }

    [Fact]
    public async Task A_supplier_without_a_legal_id_can_send_a_second_invoice_and_is_not_made_twice()
    {
        var nameless = Invoice with { Seller = new SampleParty("Grafik Ahorn, Inh. M. Ahorn", "", "") { Country = "DE" } };
        await Skills.EnterAsync(two, nameless);

        var second = await Skills.EnterAsync(two, nameless with { Number = "F-2026-2" });

        Skills.Codes(second).Should().Contain("supplier-by-name").And.NotContain("new-supplier");
        (await Skills.ListAsync(two.Sandbox, "thirdparties")).Should().ContainSingle();
    }

    [Theory]
    [InlineData("Serveur")]
    [InlineData("Disque")]
    public async Task What_the_document_does_not_say_the_suppliers_earlier_lines_do(string earlier)
    {
        var supplier = await Skills.SupplierByHandAsync(two);
        await Skills.ByHandAsync(two.Sandbox, HttpMethod.Post, "supplierinvoices", $$"""{"socid":{{supplier}},"ref_supplier":"F-0","date":"2026-01-20","lines":[{"desc":"{{earlier}}","qty":1,"subprice":5,"tva_tx":20,"product_type":0}]}""");

        var entered = await Skills.EnterAsync(two, Unclear);

        Kinds(entered).Should().OnlyContain(kind => kind == "goods");
        Skills.Codes(entered).Should().Contain("kind-by-supplier").And.NotContain("kind-assumed");
    }

    [Fact]
    public async Task Where_nothing_says_whether_it_is_goods_it_is_a_service_and_not_in_silence()
    {
        var entered = await Skills.EnterAsync(two, Unclear);

        Kinds(entered).Should().OnlyContain(kind => kind == "service");
        Skills.Codes(entered).Should().Contain("kind-assumed");
    }

    [Fact]
    public async Task A_unit_that_tells_is_not_talked_about()
    {
        var entered = await Skills.EnterAsync(two, Invoice with { Lines = [new("Vis", 2, 10m, 20) { Unit = "KGM" }, new("Pose", 3, 40m, 20) { Unit = "HUR" }] });

        Kinds(entered).Should().Equal("goods", "service");
        Skills.Codes(entered).Should().NotContain(code => code.StartsWith("kind", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_said_of_paying_and_ordering_is_in_the_private_note_and_the_address_with_the_supplier()
    {
        var xml = Encoding.UTF8.GetString(SampleXml.Of(Invoice with { DueDate = null }))
            .Replace("<ram:ApplicableHeaderTradeDelivery />", "<ram:ApplicableHeaderTradeDelivery><ram:ActualDeliverySupplyChainEvent><ram:OccurrenceDateTime><udt:DateTimeString format=\"102\">20261118</udt:DateTimeString></ram:OccurrenceDateTime></ram:ActualDeliverySupplyChainEvent></ram:ApplicableHeaderTradeDelivery>", StringComparison.Ordinal)
            .Replace("</ram:BuyerTradeParty>", "</ram:BuyerTradeParty><ram:BuyerOrderReferencedDocument><ram:IssuerAssignedID>PO-77</ram:IssuerAssignedID></ram:BuyerOrderReferencedDocument>", StringComparison.Ordinal)
            .Replace("<ram:SpecifiedTradeSettlementHeaderMonetarySummation>", "<ram:SpecifiedTradePaymentTerms><ram:Description>30 jours net</ram:Description></ram:SpecifiedTradePaymentTerms><ram:SpecifiedTradeSettlementHeaderMonetarySummation>", StringComparison.Ordinal);
        using var skill = Skills.On(two);

        Skills.Entered(await Ingest.RunAsync(skill, "a.xml", Encoding.UTF8.GetBytes(xml), Skills.Cancel));

        var stored = (await Skills.ListAsync(two.Sandbox, "supplierinvoices")).Single();
        stored.GetProperty("note_private").GetString().Should().Contain("Payment terms: 30 jours net").And.Contain("Order: PO-77").And.Contain("Delivery date: 2026-11-18");
        var party = (await Skills.ListAsync(two.Sandbox, "thirdparties")).Single();
        (party.GetProperty("address").GetString(), party.GetProperty("zip").GetString(), party.GetProperty("town").GetString()).Should().Be(("12 rue des Lilas", "69003", "Lyon"));
    }

    [Fact]
    public async Task An_address_with_quotes_and_double_blanks_is_entered_as_Dolibarr_keeps_it()
    {
        await Skills.EnterAsync(two, Invoice with { Seller = Invoice.Seller with { Street = "\"Les  Lilas\"  12", City = "  Lyon   Cedex " } });

        var party = (await Skills.ListAsync(two.Sandbox, "thirdparties")).Single();
        (party.GetProperty("address").GetString(), party.GetProperty("town").GetString()).Should().Be(("'Les Lilas' 12", "Lyon Cedex"));
    }

    [Fact]
    public async Task What_of_an_address_does_not_fit_into_Dolibarr_is_left_out_and_stops_nothing()
    {
        await Skills.EnterAsync(two, Invoice with { Seller = Invoice.Seller with { Street = new string('x', 256), City = new string('y', 51), Postcode = new string('1', 26) } });

        var party = (await Skills.ListAsync(two.Sandbox, "thirdparties")).Single();
        new[] { "address", "town", "zip" }.Should().OnlyContain(field => string.IsNullOrEmpty(party.GetProperty(field).GetString()));
    }

    [Fact]
    public async Task A_seller_that_gives_only_its_trading_name_is_entered_under_it()
    {
        using var skill = Skills.On(two);
        var xml = Encoding.UTF8.GetString(SampleXml.Of(Invoice with { Seller = Invoice.Seller with { Siret = null } }))
            .Replace("<ram:Name>Hébergeur Dupont SARL</ram:Name>", "", StringComparison.Ordinal)
            .Replace("<ram:ID schemeID=\"0002\">303265045</ram:ID>", "<ram:ID schemeID=\"0002\">303265045</ram:ID><ram:TradingBusinessName>Chez Dupont</ram:TradingBusinessName>", StringComparison.Ordinal);
        xml.Should().NotContain("Hébergeur Dupont").And.Contain("Chez Dupont");

        Skills.Entered(await Ingest.RunAsync(skill, "a.xml", Encoding.UTF8.GetBytes(xml), Skills.Cancel));

        (await Skills.ListAsync(two.Sandbox, "thirdparties")).Single().GetProperty("name").GetString().Should().Be("Chez Dupont");
    }

    private static SampleInvoice Unclear => Invoice with { Lines = [new("Serveur", 2, 10m, 20) { Unit = "C62" }] };

    private Task<string> InvoiceByHandAsync(string supplier) => Skills.ByHandAsync(two.Sandbox, HttpMethod.Post, "supplierinvoices",
        $$"""{"socid":{{supplier}},"ref_supplier":"F-2026-1","date":"{{Invoice.IssueDate:yyyy-MM-dd}}","lines":[{"desc":"x","qty":1,"subprice":29.33,"tva_tx":20,"product_type":1}]}""");

    private static IEnumerable<string?> Kinds(IngestResult.Entered entered) =>
        entered.Changeset.Operations.OfType<Operation.Create>().Single(o => o.Resource == "supplierInvoice").Set.RowsOf("lines").Select(row => row.TextOf("kind"));
}
