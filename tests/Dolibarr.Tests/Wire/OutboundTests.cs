using System.Text.Json;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Dolibarr.Tests;

public class OutboundTests
{
    private static readonly NewLine Line = new() { Description = "VPS", Quantity = 2m, UnitPrice = 10.50m, VatRate = 5.5m, Kind = LineKind.Service };

    [Fact]
    public void An_invoice_goes_out_with_numbers_as_numbers_days_as_days_and_the_names_that_lines_have_there()
    {
        var invoice = new NewSupplierInvoice
        {
            SupplierId = 1,
            SupplierReference = "F-1",
            Date = new DateOnly(2026, 11, 20),
            DueDate = new DateOnly(2026, 12, 20),
            Marker = "cs1/op2",
            Lines = [Line],
        };
        JsonSerializer.Serialize(invoice.ToBody(), Outbound.Default.SupplierInvoiceBody).Should().Be(
            """{"socid":1,"ref_supplier":"F-1","type":0,"date":"2026-11-20","date_echeance":"2026-12-20","ref_ext":"cs1/op2","lines":[{"desc":"VPS","qty":2,"subprice":10.50,"tva_tx":5.5,"product_type":1,"remise_percent":0}]}""");
    }

    [Fact]
    public void A_line_by_itself_goes_out_whole_and_with_its_other_names() =>
        JsonSerializer.Serialize(Line.ToBody(), Outbound.Default.LineBody).Should().Be(
            """{"description":"VPS","qty":2,"pu_ht":10.50,"tva_tx":5.5,"product_type":1,"remise_percent":0}""");

    [Fact]
    public void A_line_goes_out_with_its_product_its_period_and_what_it_keeps()
    {
        var line = Line with
        {
            PeriodFrom = new DateOnly(2026, 10, 1),
            PeriodTo = new DateOnly(2026, 10, 31),
            ProductId = 7,
            SupplierProductReference = "VPS-2",
            UnitId = 3,
            VatCode = "C+S",
            InfoBits = 1,
        };
        JsonSerializer.Serialize(line.ToBody(), Outbound.Default.LineBody).Should().Be(
            """{"description":"VPS","qty":2,"pu_ht":10.50,"tva_tx":"5.5 (C\u002BS)","product_type":1,"remise_percent":0,"date_start":1790848800,"date_end":1793440800,"fk_product":7,"ref_supplier":"VPS-2","fk_unit":3,"info_bits":1}""");
        JsonSerializer.Serialize(line.ToBodyInInvoice(), Outbound.Default.LineOfNewInvoiceBody).Should().Be(
            """{"desc":"VPS","qty":2,"subprice":10.50,"tva_tx":5.5,"product_type":1,"remise_percent":0,"date_start":1790848800,"date_end":1793440800,"fk_product":7,"ref_supplier":"VPS-2"}""");
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(0)]
    [InlineData(13)]
    public void A_day_of_a_line_is_that_day_in_the_servers_zone(int hours) =>
        DateTimeOffset.FromUnixTimeSeconds(LineDay.Of(new DateOnly(2026, 10, 1))!.Value).ToOffset(TimeSpan.FromHours(hours)).Day.Should().Be(1);

    [Fact]
    public void A_change_sends_only_the_fields_that_are_given() =>
        JsonSerializer.Serialize(Sent.Of(Fields.None.With("phone", "").With("town", "Paris")), Outbound.Default.ObjectBody)
            .Should().Be("""{"phone":"","town":"Paris"}""");

    [Fact]
    public void A_new_supplier_has_its_code_drawn() =>
        JsonSerializer.Serialize(Sent.Of(Fields.None.With("name", "X").With("siren", "303265045").With("supplier", true)), Outbound.Default.ObjectBody)
            .Should().Be("""{"name":"X","idprof1":"303265045","fournisseur":1,"code_fournisseur":"auto"}""");

    [Fact]
    public void A_header_has_no_member_for_a_state_or_a_total() =>
        typeof(SupplierInvoiceHeaderBody).GetProperties().Select(property => property.Name).Should()
            .BeEquivalentTo("SupplierReference", "Date", "DueDate", "PaymentTermsId", "PaymentMeansId", "Label", "NotePublic", "NotePrivate");

    [Fact]
    public void A_very_small_amount_goes_out_without_an_exponent() =>
        JsonSerializer.Serialize((Line with { UnitPrice = 0.00000001m }).ToBody(), Outbound.Default.LineBody).Should().Contain("\"pu_ht\":0.00000001,");

    [Fact]
    public void A_file_goes_out_in_base64_and_never_over_another()
    {
        var body = new UploadBody { Name = "a.pdf", ModulePart = "supplier_invoice", Ref = "(PROV1)", Content = new byte[] { 1, 2, 3 } };
        JsonSerializer.Serialize(body, Outbound.Default.UploadBody).Should().Be(
            """{"filename":"a.pdf","modulepart":"supplier_invoice","ref":"(PROV1)","filecontent":"AQID","fileencoding":"base64","overwriteifexists":0}""");
    }
}
