namespace DolibarrAgent.Intake.Tests.Checks;

public sealed class InvoiceChecksTests
{
    private static readonly InvoiceFacts Sound = TestInvoice.Of(TestInvoice.Line(10m, 20));

    public static TheoryData<string, Func<InvoiceFacts, InvoiceFacts>> Noticed => new()
    {
        { "number-missing", f => f with { Number = null } },
        { "date-missing", f => f with { IssueDate = null } },
        { "date-in-future", f => f with { IssueDate = TestInvoice.Today.AddDays(1) } },
        { "due-date-missing", f => f with { DueDates = [] } },
        { "due-date-unclear", f => f with { DueDates = [], PaymentTerms = ["See our general terms"] } },
        { "due-date-from-terms", f => f with { DueDates = [], PaymentTerms = ["30 days"] } },
        { "due-before-date", f => f with { DueDates = [new(2026, 11, 19)] } },
        { "several-due-dates", f => f with { DueDates = [new(2026, 12, 1), new(2026, 12, 20)] } },
        { "currency-missing", f => f with { Currency = null } },
        { "currency-foreign", f => f with { Currency = "USD" } },
        { "credit-note-without-invoice", f => f with { TypeCode = "381" } },
        { "seller-without-id", f => f with { Seller = new() { Name = "X" } } },
        { "siren-check-digit", f => f with { Seller = f.Seller with { Siren = "303265046", VatId = null } } },
        { "siret-check-digit", f => f with { Seller = f.Seller with { Siret = "30326504500012" } } },
        { "vat-id-key", f => f with { Seller = f.Seller with { VatId = "FR41303265045" } } },
        { "vat-id-form", f => f with { Seller = f.Seller with { VatId = null, VatIdAsWritten = "FR4030326504" } } },
        { "siren-form", f => f with { Seller = f.Seller with { Identifiers = [new("0002", "303")] } } },
        { "test-document", f => f with { IsTest = true } },
        { "line-period-left-out", f => f with { Lines = [f.Lines[0] with { Period = new(new(2026, 11, 30), new(2026, 11, 1)) }, .. f.Lines.Skip(1)] } },
        { "copy", f => f with { IsCopy = true } },
        { "seller-ids-disagree", f => f with { Seller = f.Seller with { VatId = "FR22424761419" } } },
        { "payee-differs", f => f with { Payee = new() { Name = "Factor SA" } } },
        { "prepaid", f => f with { Totals = f.Totals with { Prepaid = 2m, Due = 10m } } },
        { "iban-check-digits", f => f with { AccountsAsWritten = ["FR7630006000011234567890188"] } },
        { "totals-do-not-add-up", f => f with { Totals = f.Totals with { Gross = 12.50m, Due = 12.50m } } },
        { "due-does-not-add-up", f => f with { Totals = f.Totals with { Due = 12.50m } } },
        { "text-invisible", f => f with { Seller = f.Seller with { Name = "Dupont\u200B SARL" } } },
        { "text-mixed-scripts", f => f with { Seller = f.Seller with { Name = "Du\u0440ont SARL" } } },
    };

    [Fact]
    public void A_sound_document_gives_no_warning() => InvoiceChecks.Of(Sound, TestInvoice.Context).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Noticed))]
    public void What_is_odd_is_noticed_and_nothing_else(string code, Func<InvoiceFacts, InvoiceFacts> oddity) =>
        InvoiceChecks.Of(oddity(Sound), TestInvoice.Context).Select(w => w.Code).Should().Equal(code);

    [Theory]
    [InlineData("FR40303265045")]
    [InlineData("TVA FR 40 303 265 045")]
    [InlineData("40303265045")]
    public void A_VAT_number_that_is_used_is_not_said_to_be_left_out(string written) =>
        InvoiceChecks.Of(Sound with { Seller = Sound.Seller with { VatIdAsWritten = written } }, TestInvoice.Context).Should().BeEmpty();

    [Fact]
    public void A_VAT_number_of_no_such_form_is_said_to_be_left_out_also_where_another_is_used() =>
        InvoiceChecks.Of(Sound with { Seller = Sound.Seller with { VatIdAsWritten = "FR4030326504" } }, TestInvoice.Context).Select(w => w.Code).Should().Equal("vat-id-form");

    [Fact]
    public void A_VAT_number_under_the_scheme_of_a_SIREN_is_used_as_one_and_that_is_said()
    {
        var warning = InvoiceChecks.Of(Sound with { Seller = Sound.Seller with { Identifiers = [new("0002", "FR40303265045")] } }, TestInvoice.Context).Should().ContainSingle().Which;
        warning.Code.Should().Be("siren-form");
        warning.Text.Should().NotContain("not used");
    }

    [Fact]
    public void What_a_person_said_that_it_is_counts_in_the_checks_too()
    {
        var context = TestInvoice.Context with { Decided = EntryKind.CreditNote };
        InvoiceChecks.Of(Sound with { TypeCode = "384" }, context).Select(w => w.Code).Should().Contain("credit-note-without-invoice");
        InvoiceChecks.Of(Sound with { TypeCode = "381" }, context with { Decided = EntryKind.Invoice }).Select(w => w.Code).Should().NotContain("credit-note-without-invoice");
    }

    [Theory]
    [InlineData("Müller & Söhne – Café «Ω»")]
    [InlineData("ООО Ромашка")]
    [InlineData("Dupont Ромашка")]
    [InlineData("100 µg")]
    public void A_name_in_another_alphabet_is_nothing_odd(string name) =>
        InvoiceChecks.Of(Sound with { Seller = Sound.Seller with { Name = name } }, TestInvoice.Context).Should().BeEmpty();
}
