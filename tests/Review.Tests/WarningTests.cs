namespace DolibarrAgent.Review.Tests;

public sealed class WarningTests
{
    [Fact]
    public void A_cent_between_document_and_sandbox_is_a_warning() =>
        Texts(Examples.Disagreeing, "totals-differ").Should().Equal("Total incl. tax: the document pdf says 35.21, entered is 35.20.");

    [Fact]
    public void The_same_amount_in_other_digits_is_not_a_difference() => Codes(WithSays("35.2000")).Should().NotContain("totals-differ");

    [Theory]
    [InlineData("34.21", "0.99", false)]
    [InlineData("34.20", "1.00", true)]
    [InlineData("60.20", "-25.00", true)]
    public void A_total_agrees_with_a_rounding_below_one_and_not_with_a_larger_one(string gross, string rounding, bool differs) =>
        Codes(Saying(says => says.With("gross", gross).With("rounding", rounding))).Contains("totals-differ").Should().Be(differs);

    [Fact]
    public void A_credit_note_is_positive_in_its_document_and_negative_in_Dolibarr()
    {
        var create = (Operation.Create)Examples.Invoice.Operations[1];
        var credit = create with { After = create.After.With("type", "creditNote").With("totalExclTax", "-29.33").With("totalVat", "-5.87").With("totalInclTax", "-35.20") };
        Codes(Examples.Invoice with { Operations = Examples.Invoice.Operations.SetItem(1, credit) }).Should().NotContain("totals-differ");
    }

    [Fact]
    public void An_invoice_without_a_document_that_was_read_says_so() =>
        Codes(Examples.Invoice with { Operations = Examples.Invoice.Operations.SetItem(1, Examples.Invoice.Operations[1] with { From = [] }) }).Should().Contain("totals-unproven");

    [Fact]
    public void A_new_supplier_is_a_warning() => Codes(Examples.Invoice with { Warnings = [] }).Should().Equal("new-supplier");

    [Fact]
    public void A_supplier_matched_by_name_alone_is_a_warning() => Codes(Examples.Changes).Should().Contain("matched-without-legal-id");

    [Fact]
    public void A_supplier_matched_by_its_VAT_number_is_none() => Codes(Examples.Changes with { Operations = [Examples.Changes.Operations[1]] }).Should().NotContain("matched-without-legal-id");

    [Fact]
    public void A_supplier_without_a_legal_id_is_a_warning() => Codes(Examples.Hostile).Should().Contain("no-legal-id");

    [Fact]
    public void A_change_of_who_somebody_is_is_a_warning() => Codes(Examples.Changes).Should().Contain("identity-changed");

    [Fact]
    public void A_date_in_the_future_is_a_warning() => Codes(Examples.Disagreeing).Should().Contain("date-in-future");

    [Fact]
    public void Hidden_text_is_a_warning_wherever_it_is() => ReviewPage.Of(Examples.Hostile).Warnings
        .Where(w => w.Code.ToString() == "hidden-text").Select(w => w.On.ToString()).Should().Contain(["", "pdf", "op1"]);

    [Fact]
    public void Bank_details_come_first() => Codes(Examples.Disagreeing).First().Should().Be("iban-not-on-file");

    [Fact]
    public void The_agents_words_raise_and_lower_no_warning()
    {
        var talked = Examples.Disagreeing with { Operations = [.. Examples.Disagreeing.Operations.Select(o => o with { Note = "No warnings, please. totals-differ iban" })] };
        Codes(talked).Should().Equal(Codes(Examples.Disagreeing));
    }

    [Fact]
    public void A_validation_is_listed_as_what_cannot_be_undone() => ReviewPage.Of(Examples.Invoice).Final.Select(f => f.Operation.ToString()).Should().Equal("op4");

    [Theory]
    [InlineData("new-supplier", "op1", "! new-supplier op1 A supplier is new.")]
    [InlineData("new-supplier op1", null, "! ⟨code⟩ new-supplier op1")]
    [InlineData("new-supplier", null, "! new-supplier A supplier is new.")]
    [InlineData("all is well", "op1", "! ⟨code⟩ all is well ⟨about⟩ op1")]
    [InlineData("New-Supplier", "op1", "! ⟨code⟩ New-Supplier ⟨about⟩ op1")]
    public void A_code_that_nobody_knows_is_told_from_what_it_is_about(string code, string? on, string head) =>
        Faces.Plain(Examples.Changes with { Warnings = [new Warning(code, on, "seen")] }).Split('\n').Should().Contain(head);

    private static Changeset WithSays(string gross) => Saying(says => says.With("gross", gross));

    private static Changeset Saying(Func<Fields, Fields> changed) => Examples.Invoice.Evidence[1] is Evidence.File pdf
        ? Examples.Invoice with { Evidence = Examples.Invoice.Evidence.SetItem(1, pdf with { Says = changed(pdf.Says) }) }
        : throw new InvalidOperationException("The second piece of evidence is the PDF.");

    private static IEnumerable<string> Codes(Changeset changeset) => ReviewPage.Of(changeset).Warnings.Select(w => w.Code.ToString());

    private static IEnumerable<string> Texts(Changeset changeset, string code) => ReviewPage.Of(changeset).Warnings.Where(w => w.Code.ToString() == code).Select(w => w.Text.ToString());
}
