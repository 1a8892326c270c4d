using System.Text;
using static DolibarrAgent.Intake.Tests.TestXml;

namespace DolibarrAgent.Intake.Tests.Fit;

/// <summary>What a document becomes, by its type.</summary>
public sealed class DocumentTypesTests
{
    [Theory]
    [InlineData("82")]
    [InlineData("326")]
    [InlineData("383")]
    [InlineData("388")]
    [InlineData("393")]
    [InlineData("394")]
    [InlineData("395")]
    [InlineData("575")]
    [InlineData("623")]
    [InlineData("780")]
    [InlineData("875")]
    [InlineData("876")]
    [InlineData("877")]
    [InlineData("935")]
    public void A_plain_invoice_under_another_code_is_entered_and_its_code_named(string type)
    {
        var invoice = Prepare(Cii(Line("10.00"), Totals("10.00", "2.00"), type: type));
        invoice.Stopping.Should().BeEmpty();
        invoice.Fit.Kind.Should().Be(EntryKind.Invoice);
        invoice.Warnings.Should().Contain(w => w.Code == "type-named" && w.Text.Contains(type) && w.Text.Contains(DocumentTypes.NameOf(type)!));
    }

    [Theory]
    [InlineData("81")]
    [InlineData("83")]
    [InlineData("396")]
    [InlineData("532")]
    public void A_credit_note_under_another_code_is_a_credit_note(string type) =>
        Prepare(Cii(Line("10.00"), Totals("10.00", "2.00"), type: type)).Fit.Kind.Should().Be(EntryKind.CreditNote);

    [Fact]
    public void Without_a_type_the_root_element_says_it()
    {
        Kind(Without(TestUbl.Invoice(), "<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>")).Should().Be(EntryKind.Invoice);
        Kind(Without(TestUbl.CreditNote(), "<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>")).Should().Be(EntryKind.CreditNote);
    }

    [Fact]
    public void A_root_that_contradicts_the_type_goes_to_a_person() =>
        Kind(Replaced(TestUbl.CreditNote(), ">381<", ">380<")).Should().Be(EntryKind.ForAPerson);

    [Theory]
    [InlineData(EntryKind.Invoice)]
    [InlineData(EntryKind.CreditNote)]
    public void What_a_person_says_of_it_counts(EntryKind decided)
    {
        var read = Read(Cii(Line("10.00"), Totals("10.00", "2.00"), type: "384"), "test.xml").Invoices.Single();
        var prepared = PreparedInvoice.Of(read, new CheckContext(new DateOnly(2026, 11, 23)) { Decided = decided }, VatRounding.PerLine);
        prepared.Fit.Kind.Should().Be(decided);
        prepared.Stopping.Should().BeEmpty();
        prepared.Fit.Predicted.Gross.Should().Be(decided == EntryKind.CreditNote ? -12m : 12m);
    }

    [Theory]
    [InlineData("130")]
    [InlineData("203")]
    [InlineData("211")]
    [InlineData("218")]
    [InlineData("219")]
    [InlineData("456")]
    public void What_asks_for_a_payment_and_is_not_an_invoice_goes_to_a_person(string type)
    {
        var invoice = Prepare(Cii(Line("10.00"), Totals("10.00", "2.00"), type: type));
        invoice.Fit.Kind.Should().Be(EntryKind.ForAPerson);
        invoice.Stopping.Should().ContainSingle(w => w.Code == "type-for-a-person" && w.Text.Contains(DocumentTypes.NameOf(type)!));
    }

    [Fact]
    public void An_invoice_by_its_root_that_is_a_credit_note_by_its_type_goes_to_a_person()
    {
        var invoice = Prepare(Replaced(TestUbl.Invoice(), ">380<", ">381<"));
        invoice.Fit.Kind.Should().Be(EntryKind.ForAPerson);
        invoice.Stopping.Should().ContainSingle(w => w.Code == "type-for-a-person" && w.Text.Contains("invoice") && w.Text.Contains("381 (credit note)"));
    }

    [Fact]
    public void Where_its_amounts_are_negative_too_it_is_a_credit_note() =>
        Kind(Replaced(Negative(TestUbl.Invoice()), ">380<", ">381<")).Should().Be(EntryKind.CreditNote);

    [Theory]
    [InlineData("384")]
    [InlineData("386")]
    [InlineData("999")]
    public void A_credit_note_by_its_root_alone_goes_to_a_person_whatever_the_sign(string type)
    {
        Kind(Replaced(TestUbl.CreditNote(), ">381<", $">{type}<")).Should().Be(EntryKind.ForAPerson);
        Kind(Replaced(Negative(TestUbl.CreditNote()), ">381<", $">{type}<")).Should().Be(EntryKind.ForAPerson);
    }

    [Fact]
    public void A_credit_note_that_writes_its_amounts_negative_is_entered_as_one_and_says_so()
    {
        var invoice = Prepare(Negative(TestUbl.CreditNote()));
        invoice.Fit.Predicted.Gross.Should().Be(-120m);
        invoice.Warnings.Should().ContainSingle(w => w.Code == "credit-note-negative" && w.Where == "BT-112").Which.Text.Should().Contain("-120.00");
        Prepare(TestUbl.CreditNote()).Warnings.Should().NotContain(w => w.Code == "credit-note-negative");
    }

    [Theory]
    [InlineData("218")]
    [InlineData("325")]
    [InlineData("456")]
    public void What_an_invoice_follows_is_said_to_be_none_yet(string type) =>
        Prepare(Cii(Line("10.00"), Totals("10.00", "2.00"), type: type)).Stopping.Should().ContainSingle().Which.Text.Should().Contain("one follows");

    [Fact]
    public void A_self_billed_credit_note_does_not_contradict_its_root() =>
        Prepare(Replaced(TestUbl.CreditNote(), ">381<", ">261<")).Stopping.Should().ContainSingle().Which.Text.Should().NotContain("root");

    private static EntryKind Kind(byte[] xml) => Prepare(xml).Fit.Kind;

    private static byte[] Negative(byte[] xml) => Replaced(Replaced(xml, "currencyID=\"EUR\">", "currencyID=\"EUR\">-"), ">-25.00<", ">25.00<");

    private static byte[] Replaced(byte[] xml, string part, string by) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(xml).Replace(part, by, StringComparison.Ordinal));

    private static byte[] Without(byte[] xml, string part) => Replaced(xml, part, "");
}
