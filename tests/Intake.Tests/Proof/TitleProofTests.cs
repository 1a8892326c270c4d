namespace DolibarrAgent.Intake.Tests.Proof;

public sealed class TitleProofTests
{
    [Fact]
    public void An_invoice_that_closes_is_proven() => PrintedPage.Read([.. PrintedPage.Invoice]).Gaps.Should().BeEmpty();

    [Theory]
    [InlineData("# DEVIS")]
    [InlineData("# Facture pro forma")]
    [InlineData("# Rappel de facture")]
    [InlineData("# 2e relance")]
    [InlineData("# Relevé de factures")]
    [InlineData("# Conﬁrmation de commande")]
    [InlineData("# Quotation")]
    [InlineData("# Statement of account")]
    [InlineData("# 1. Mahnung")]
    [InlineData("# Auftragsbestätigung")]
    [InlineData("# Presupuesto")]
    [InlineData("# Preventivo")]
    [InlineData("# Offerte")]
    public void What_calls_itself_something_else_is_not_proven_as_an_invoice(string title) =>
        PrintedPage.Reading("# FACTURE", title).Gaps.Should().Equal(PageGap.Title);

    [Fact]
    public void A_reminder_in_letters_as_large_as_the_invoice_s_is_a_reminder() =>
        PrintedPage.Reading("# FACTURE", "FACTURE", "RAPPEL").Gaps.Should().Equal(PageGap.Title);

    [Fact]
    public void A_slip_to_pay_by_at_the_foot_of_an_invoice_is_not_its_title() =>
        PrintedPage.With([.. Enumerable.Repeat("Merci", 20), "Avis de prélèvement"]).Gaps.Should().BeEmpty();

    [Fact]
    public void A_notice_in_letters_that_are_larger_than_the_invoice_s_is_the_title_wherever_it_stands() =>
        PrintedPage.With([.. Enumerable.Repeat("Merci", 20), "## RAPPEL"]).Gaps.Should().Equal(PageGap.Title);

    [Fact]
    public void An_order_that_an_invoice_refers_to_is_not_its_title() =>
        PrintedPage.Reading("Date de facture 13/03/2026", "Date de facture 13/03/2026", "Bon de commande 4711").IsProven.Should().BeTrue();

    [Theory]
    [InlineData("# AVOIR")]
    [InlineData("# Credit note")]
    [InlineData("# Rechnungskorrektur")]
    [InlineData("# Nota di credito")]
    public void A_credit_note_is_known_by_its_title(string title) =>
        PrintedPage.Reading("# FACTURE", title).IsCreditNote.Should().BeTrue();

    [Fact]
    public void A_credit_note_that_an_invoice_deducts_does_not_make_it_one() =>
        PrintedPage.With("Avoir n° A-7").IsCreditNote.Should().BeFalse();

    [Fact]
    public void A_Gutschrift_alone_may_be_an_invoice_that_the_buyer_writes() =>
        PrintedPage.Reading("# FACTURE", "# Gutschrift").Title.Should().BeOfType<PageField<PageTitle>.Several>();

    [Fact]
    public void What_the_buyer_writes_for_the_seller_is_not_proven() =>
        PrintedPage.With("Autofacturation").Gaps.Should().Equal(PageGap.Title);

    [Fact]
    public void An_invoice_for_a_deposit_is_told_from_others() =>
        PrintedPage.Reading("# FACTURE", "# Facture d'acompte").Title.ValueOrDefault.Should().Be(PageTitle.Deposit);
}
