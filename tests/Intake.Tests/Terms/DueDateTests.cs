namespace DolibarrAgent.Intake.Tests.Terms;

/// <summary>When an invoice of 2 November 2026 is due, by what its payment terms say.</summary>
public sealed class DueDateTests
{
    [Theory]
    [InlineData("Payable à 30 jours net, soit au plus tard le 02/12/2026. Escompte 2 % sous 10 jours.", "2026-12-02")]
    [InlineData("Paiement à 45 jours", "2026-12-17")]
    [InlineData("Règlement sous trente (30) jours à compter de la facture, sans escompte", "2026-12-02")]
    [InlineData("À régler avant le 15 décembre 2026. Pénalités de retard : 3 fois le taux légal, indemnité forfaitaire de 40 €", "2026-12-15")]
    [InlineData("45 jours fin de mois", "2026-12-31")]
    [InlineData("Paiement comptant à réception", "2026-11-02")]
    [InlineData("Prélèvement le 10/12/2026", "2026-12-10")]
    [InlineData("Net 30", "2026-12-02")]
    [InlineData("30 days net, 2% discount within 10 days", "2026-12-02")]
    [InlineData("2/10 net 30", "2026-12-02")]
    [InlineData("Due by December 15, 2026", "2026-12-15")]
    [InlineData("Payment due on receipt", "2026-11-02")]
    [InlineData("within 30 (thirty) days of the invoice date", "2026-12-02")]
    [InlineData("30 jours après réception de la facture (art. L441-10 du code de commerce)", "2026-12-02")]
    [InlineData("30 jours à réception", "2026-12-02")]
    [InlineData("Paiement à 30 jours net à réception de facture", "2026-12-02")]
    [InlineData("30 days upon receipt of invoice", "2026-12-02")]
    [InlineData("Zahlung nach 30 Tagen", "2026-12-02")]
    [InlineData("30 jours après réception", "2026-12-02")]
    [InlineData("Zahlbar innerhalb 14 Tagen nach Erhalt", "2026-11-16")]
    [InlineData("Paiement à 30 jours, pénalités de retard : 10 %", "2026-12-02")]
    [InlineData("Règlement à 30 jours, pas d'escompte pour paiement anticipé", "2026-12-02")]
    [InlineData("Paiement à 30 jours, escompte pour paiement anticipé : néant", "2026-12-02")]
    [InlineData("Payment within 30 days, no discount for early payment", "2026-12-02")]
    [InlineData("Paiement à 30 jours, TVA 20 %", "2026-12-02")]
    [InlineData("Bitte überweisen Sie den Betrag bis zum 15.12.2026 unter Angabe der Auftragsnummer", "2026-12-15")]
    [InlineData("Paiement à 30 jours en rappelant le numéro de la commande", "2026-12-02")]
    [InlineData("Payment for the goods is due by 15 December 2026", "2026-12-15")]
    [InlineData("Paiement à 30 jours. Abonnement du mois de novembre.", "2026-12-02")]
    [InlineData("Zahlbar innerhalb 14 Tagen. Vertragslaufzeit 12 Monate.", "2026-11-16")]
    [InlineData("30 days by direct deposit", "2026-12-02")]
    [InlineData("Solde à régler sous 30 jours", "2026-12-02")]
    [InlineData("Paiement en une fois à 30 jours", "2026-12-02")]
    [InlineData("45 jours\nfin de mois", "2026-12-31")]
    [InlineData("Merci de régler 1 250,00 EUR sous 30 jours sur FR76 3000 6000 0112 3456 7890 189", "2026-12-02")]
    [InlineData("Zahlbar innerhalb 30 Tagen netto bis 02.12.2026, 3% Skonto innerhalb 10 Tagen bis 12.11.2026", "2026-12-02")]
    [InlineData("3 % Skonto bei Zahlung innerhalb 10 Tagen, 30 Tage netto", "2026-12-02")]
    [InlineData("Zahlbar sofort ohne Abzug.", "2026-11-02")]
    [InlineData("Zahlbar innerhalb von 14 Tagen ohne Abzug nach Erhalt der Rechnung.", "2026-11-16")]
    [InlineData("Der Betrag in Höhe von EUR 529,87 wird am 20.11.2026 von Ihrem Konto per SEPA-Lastschrift eingezogen.", "2026-11-20")]
    [InlineData("#SKONTO#TAGE=7#PROZENT=2.00#\n#SKONTO#TAGE=30#PROZENT=0.00#", "2026-12-02")]
    [InlineData("Pago a 60 días", "2027-01-01")]
    [InlineData("Vencimiento: 15/12/2026", "2026-12-15")]
    [InlineData("Pagamento a 30 giorni data fattura fine mese", "2026-12-31")]
    [InlineData("Scadenza 31/12/2026", "2026-12-31")]
    [InlineData("Te betalen binnen 14 dagen", "2026-11-16")]
    [InlineData("Rechnung vom 02.11.2026, zahlbar bis 02.12.2026", "2026-12-02")]
    [InlineData("Vervaldatum 2026-12-01", "2026-12-01")]
    public void It_is_taken_from_terms_that_say_it_without_doubt(string terms, string due) => Due(terms).Should().Be(Day(due));

    [Theory]
    [InlineData("End of month + 30 days", "2026-12-30")]
    [InlineData("Fin de mois + 30 jours", "2026-12-30")]
    [InlineData("30 jours après fin de mois", "2026-12-30")]
    [InlineData("30 Tage nach Monatsende", "2026-12-30")]
    [InlineData("30 jours suivant la fin du mois", "2026-12-30")]
    [InlineData("45 jours à compter de la fin du mois", "2027-01-14")]
    [InlineData("30 days end of month", "2026-12-31")]
    [InlineData("45 days from the invoice date, end of month", "2026-12-31")]
    public void Days_that_are_counted_from_the_months_end_are_not_those_that_go_on_to_it(string terms, string due) => Due(terms).Should().Be(Day(due));

    [Theory]
    [InlineData("See our general terms")]
    [InlineData("30 jours ou 60 jours selon accord")]
    [InlineData("Payable within 10 business days")]
    [InlineData("Skontovereinbarung: 2% bei Zahlung innerhalb 10 Tagen nach Rechnungsdatum")]
    [InlineData("Payable by 05/06/2027 or 06/07/2027")]
    [InlineData("#SKONTO#TAGE=7#PROZENT=2.00#")]
    [InlineData("Pénalité de retard de 10 % après 30 jours")]
    [InlineData("Reklamationen innerhalb 8 Tagen, Widerspruch schriftlich")]
    [InlineData("Bitte überweisen Sie innerhalb von […] Tagen auf unser Konto")]
    [InlineData("30 jours net, soit au plus tard le 15/03/2027")]
    [InlineData("30/60/90 jours")]
    [InlineData("30, 60 et 90 jours")]
    [InlineData("30,60,90 jours")]
    [InlineData("30-45 days")]
    [InlineData("30 to 45 days")]
    [InlineData("3 x 30 jours")]
    [InlineData("30j / 60 jours")]
    [InlineData("45 jours fin de mois le 10")]
    [InlineData("45 jours fin de mois suivant")]
    [InlineData("Fin de mois 30 jours")]
    [InlineData("30 jours après livraison")]
    [InlineData("30 days after delivery")]
    [InlineData("Upon acceptance, 30 days net")]
    [InlineData("30 Tage nach Abnahme")]
    [InlineData("30 days from the date of the contract")]
    [InlineData("30 días después de la entrega")]
    [InlineData("Comptant à la livraison")]
    [InlineData("Cash on delivery")]
    [InlineData("Payment on receipt of the goods")]
    [InlineData("Trente jours à réception")]
    [InlineData("on receipt within 30 days")]
    [InlineData("within one month upon receipt")]
    [InlineData("Sofort, spätestens innerhalb eines Monats")]
    [InlineData("30 jours ou un mois")]
    [InlineData("À réception, sous huitaine")]
    [InlineData("Payment within 10 days, 2% discount")]
    [InlineData("En trois fois à 30 jours")]
    [InlineData("Acompte de 30 % à la commande, solde net à 30 jours")]
    [InlineData("30 days after the handover")]
    [InlineData("Livraison le 15/12/2026, paiement à la livraison")]
    [InlineData("45 jours fin de mois\nle 10")]
    [InlineData("30 jours\naprès livraison")]
    [InlineData("45 jours.\nFin de mois.")]
    [InlineData("Livraison au plus tard le 15/12/2026")]
    [InlineData("30 % à la commande, solde net à 30 jours")]
    public void A_doubt_is_left_to_a_person(string terms) => Due(terms).Should().BeNull();

    [Fact]
    public void A_day_that_America_and_Europe_read_otherwise_is_read_by_the_sellers_country()
    {
        Due("Due by 12/11/2026", "FR").Should().Be(new DateOnly(2026, 11, 12));
        Due("Due by 12/11/2026", "US").Should().Be(new DateOnly(2026, 12, 11));
        Due("Due by 12/11/2026", null).Should().BeNull();
    }

    [Fact]
    public void The_day_that_the_document_gives_counts_more_than_its_terms() =>
        DueDate.Of(With("30 days", "FR") with { DueDates = [new(2026, 12, 24)] })!.Day.Should().Be(new DateOnly(2026, 12, 24));

    [Fact]
    public void Days_that_stand_by_themselves_need_no_text() =>
        DueDate.Of(With(null, "FR") with { PaymentDays = 30 })!.Day.Should().Be(new DateOnly(2026, 12, 2));

    [Fact]
    public void Days_that_stand_by_themselves_and_a_text_that_says_others_are_a_doubt() => DueDate.Of(With("45 jours", "FR") with { PaymentDays = 30 }).Should().BeNull();

    [Fact]
    public void Days_that_stand_by_themselves_and_a_text_that_is_in_doubt_are_a_doubt() => DueDate.Of(With("30/60/90 jours", "FR") with { PaymentDays = 30 }).Should().BeNull();

    [Fact]
    public void A_text_that_says_nothing_of_days_leaves_those_that_stand_by_themselves() =>
        DueDate.Of(With("See our general terms", "FR") with { PaymentDays = 30 })!.Day.Should().Be(new DateOnly(2026, 12, 2));

    [Theory]
    [InlineData(367)]
    [InlineData(4_000_000)]
    public void More_days_than_a_year_has_are_none(int days) => DueDate.Of(With(null, "FR") with { PaymentDays = days }).Should().BeNull();

    [Theory]
    [InlineData("30 days")]
    [InlineData("30 days end of month")]
    [InlineData("End of month + 30 days")]
    [InlineData("Due by 31/12/2026")]
    public void An_invoice_of_the_last_day_of_all_has_none(string terms) => DueDate.Of(With(terms, "FR") with { IssueDate = DateOnly.MaxValue }).Should().BeNull();

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static DateOnly? Due(string terms, string? country = "FR") => DueDate.Of(With(terms, country))?.Day;

    private static InvoiceFacts With(string? terms, string? country)
    {
        var facts = TestInvoice.Of(TestInvoice.Line(10m, 20));
        return facts with { IssueDate = new(2026, 11, 2), DueDates = [], PaymentTerms = terms is null ? [] : [terms], Seller = facts.Seller with { Country = country } };
    }
}
