using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr.Tests;

public class OutboundTests
{
    private static readonly RowBody Line = Sent.Line("VPS", "2", "10.50", "5.5");

    [Fact]
    public void An_invoice_goes_out_with_numbers_as_numbers_days_as_days_and_the_names_that_lines_have_there()
    {
        var invoice = Sent.Invoice(1, "F-1", Line) with { Marker = "cs1/op2" };
        JsonSerializer.Serialize(invoice, Outbound.Default.ObjectBody).Should().Be(
            """{"socid":1,"ref_supplier":"F-1","type":0,"date":"2026-11-20","date_echeance":"2026-12-20","lines":"""
            + """[{"desc":"VPS","qty":2,"subprice":10.50,"tva_tx":5.5,"product_type":1,"remise_percent":0}],"ref_ext":"cs1/op2"}""");
    }

    [Fact]
    public void A_line_by_itself_goes_out_whole_and_with_its_other_names() =>
        JsonSerializer.Serialize(Line, Outbound.Default.RowBody).Should().Be(
            """{"description":"VPS","qty":2,"pu_ht":10.50,"tva_tx":5.5,"product_type":1,"remise_percent":0}""");

    [Fact]
    public void A_line_goes_out_with_its_product_its_period_and_what_it_keeps()
    {
        var set = Fields.None.With("description", "VPS").With("vatRateWithCode", "5.5 (C+S)").With("periodFrom", "2026-10-01").With("periodTo", "2026-10-31")
            .With("product", "P").With("supplierProductReference", "VPS-2").With("unit", "kept").With("infoBits", "kept");
        var ids = new Dictionary<string, long> { ["product"] = 7, ["unit"] = 3, ["infoBits"] = 1 }.ToImmutableDictionary();
        JsonSerializer.Serialize(new RowBody(SupplierInvoiceLineFields.Sent, set, ids), Outbound.Default.RowBody).Should().Be(
            """{"description":"VPS","tva_tx":"5.5 (C\u002BS)","date_start":1790848800,"date_end":1793440800,"fk_product":"""
            + """7,"ref_supplier":"VPS-2","fk_unit":3,"info_bits":1}""");
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(0)]
    [InlineData(13)]
    public void A_day_of_a_line_is_that_day_in_the_servers_zone(int hours) =>
        DateTimeOffset.FromUnixTimeSeconds(MomentOf("2026-10-01")).ToOffset(TimeSpan.FromHours(hours)).Day.Should().Be(1);

    private static long MomentOf(string day) =>
        JsonNode.Parse(JsonSerializer.Serialize(Line.With("periodFrom", day), Outbound.Default.RowBody))!["date_start"]!.GetValue<long>();

    [Fact]
    public void A_change_sends_only_the_fields_that_are_given() =>
        JsonSerializer.Serialize(Sent.Of(Fields.None.With("phone", "").With("town", "Paris")), Outbound.Default.ObjectBody)
            .Should().Be("""{"phone":"","town":"Paris"}""");

    [Fact]
    public void A_new_supplier_has_its_code_drawn() =>
        JsonSerializer.Serialize(Sent.Of(Fields.None.With("name", "X").With("siren", "303265045").With("supplier", true)), Outbound.Default.ObjectBody)
            .Should().Be("""{"name":"X","idprof1":"303265045","fournisseur":1,"code_fournisseur":"auto"}""");

    [Fact]
    public void A_header_is_sent_with_no_state_no_number_and_no_total()
    {
        foreach (var name in SupplierInvoiceFields.AllTotals.Add("status").Add("number"))
        {
            FluentActions.Invoking(() => JsonSerializer.Serialize(Sent.Header(Fields.None.With(name, "1")), Outbound.Default.ObjectBody)).Should().Throw<ArgumentException>();
        }
    }

    [Fact]
    public void A_very_small_amount_goes_out_without_an_exponent() =>
        JsonSerializer.Serialize(Line.With("unitPrice", "0.00000001"), Outbound.Default.RowBody).Should().Contain("\"pu_ht\":0.00000001,");

    [Fact]
    public void A_file_goes_out_in_base64_and_never_over_another()
    {
        var body = new UploadBody { Name = "a.pdf", ModulePart = "supplier_invoice", Ref = "(PROV1)", Content = new byte[] { 1, 2, 3 } };
        JsonSerializer.Serialize(body, Outbound.Default.UploadBody).Should().Be(
            """{"filename":"a.pdf","modulepart":"supplier_invoice","ref":"(PROV1)","filecontent":"AQID","fileencoding":"base64","overwriteifexists":0}""");
    }
}
