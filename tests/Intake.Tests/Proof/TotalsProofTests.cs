namespace DolibarrAgent.Intake.Tests.Proof;

public sealed class TotalsProofTests
{
    private const string Net = "Total HT | | | 100,00 €";
    private const string Vat = "TVA 20 % | | | 20,00 €";
    private const string Gross = "Total TTC | | | 120,00 €";

    [Theory]
    [InlineData(Gross, "Total TTC | | | 120,01 €")]
    [InlineData(Vat, "TVA 20 % | | | 21,00 €")]
    [InlineData(Net, "Total HT | | | 99,00 €")]
    public void Amounts_that_do_not_close_are_not_proven(string row, string instead) =>
        PrintedPage.Reading(row, instead).Gaps.Should().Equal(PageGap.Totals);

    [Fact]
    public void VAT_that_is_not_rate_times_base_is_not_proven() =>
        PrintedPage.Read([.. PrintedPage.Invoice.Select(row => row == Vat ? "TVA 20 % | | | 23,00 €" : row == Gross
            ? "Total TTC | | | 123,00 €" : row)])
            .Gaps.Should().Equal(PageGap.Totals);

    [Fact]
    public void A_section_that_closes_is_not_the_bill() =>
        PrintedPage.With("Somme à payer | | | 180,00 €").Gaps.Should().Equal(PageGap.Totals);

    [Fact]
    public void A_row_that_closes_is_not_the_total_where_another_was_not_read() =>
        PrintedPage.Read([.. PrintedPage.Invoice.Take(10), "Total HT | TVA | Taux | Total TTC", "60,00 | 12,00 | 20 % | 72,00",
            "4O,00 | 2,20 | 5,5 % | 42,20", "100,00 | 14,20 | | 114,20"]).Gaps.Should().Equal(PageGap.Totals);

    [Fact]
    public void A_balance_from_before_explains_a_larger_sum() =>
        GrossOf(PrintedPage.With("Ancien solde | | | 60,00 €", "Somme à payer | | | 180,00 €")).Should().Be(120);

    [Fact]
    public void A_deposit_that_was_paid_does_not_change_the_total() =>
        GrossOf(PrintedPage.With("Acompte versé | | | -50,00 €", "Reste à payer | | | 70,00 €")).Should().Be(120);

    [Fact]
    public void Tax_that_is_withheld_is_part_of_the_total() =>
        GrossOf(PrintedPage.Read("Estudio Norte", "Tel. 0123", "CIF B88696729", "# FACTURA", "Nº factura 7", "Fecha de factura 13/03/2026",
            "Base imponible | 100,00 €", "IVA 21 % | 21,00 €", "IRPF -15 % | -15,00 €", "Total a pagar | 106,00 €")).Should().Be(121);

    [Fact]
    public void The_words_for_no_VAT_in_the_terms_do_not_make_an_invoice_without_it() =>
        PrintedPage.Read([.. PrintedPage.Invoice.Select(row => row == Vat ? "Claims exempt us from delivery" : row == Gross
            ? "Total TTC | | | 100,00 €" : row)])
            .Gaps.Should().Equal(PageGap.Totals);

    [Fact]
    public void A_receipt_says_the_VAT_that_its_total_contains() =>
        GrossOf(PrintedPage.Read([.. PrintedPage.Invoice.Where(row => row != Net).Select(row => row == Vat ? "dont TVA 20 % | | | 20,00 €"
            : row)])).Should().Be(120);

    [Theory]
    [InlineData("1 234,56", 1234.56)]
    [InlineData("1.234,56", 1234.56)]
    [InlineData("1'234.56", 1234.56)]
    [InlineData("1,234.56", 1234.56)]
    [InlineData("1234,56€", 1234.56)]
    [InlineData("€1234.56", 1234.56)]
    public void An_amount_is_read_as_people_write_it(string written, double value) =>
        GrossOf(PrintedPage.Read("Atelier Duval", "Tél. 01 23 45 67 89", "N° TVA FR44732829320", "# FACTURE", "Facture n° F-1",
            "Date de facture 13/03/2026", "Devise EUR",
            $"Total HT | {written}", "Autoliquidation", $"Total TTC | {written}")).Should().Be((decimal)value);

    [Theory]
    [InlineData("-120,00 €")]
    [InlineData("120,00- €")]
    [InlineData("(120,00) €")]
    public void A_negative_amount_has_its_sign_before_behind_or_around_it(string written) =>
        GrossOf(PrintedPage.Read("Atelier Duval", "Tél. 01 23 45 67 89", "N° TVA FR44732829320", "# AVOIR", "Avoir n° A-1",
            "Date 13/03/2026",
            "Total HT | -100,00 €", "TVA 20 % | -20,00 €", $"Total TTC | {written}")).Should().Be(-120);

    [Fact]
    public void Where_each_line_says_its_rate_the_lines_give_the_bases() =>
        PrintedPage.Read("Atelier Duval", "Tél. 01 23 45 67 89", "N° TVA FR44732829320", "# FACTURE", "Facture n° F-1",
            "Date de facture 13/03/2026",
            "Désignation | Qté | TVA | Montant HT", "Conseil | 1 | 20 % | 80,00 €", "Livre | 1 | 5,5 % | 20,00 €",
                "Total HT | | | 100,00 €", "TVA 20 % | | | 16,00 €", "TVA 5,5 % | | | 1,10 €", "Total TTC | | | 117,10 €")
            .Totals.ValueOrDefault?.Rates.Should().Equal(new PageVat(5.5m, 20, 1.10m, RateFrom.Lines), new PageVat(20, 80, 16,
                RateFrom.Lines));

    private static decimal? GrossOf(PageReading reading) => reading.Totals.ValueOrDefault?.Gross;
}
