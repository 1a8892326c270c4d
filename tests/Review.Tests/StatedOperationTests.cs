using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Review.Tests;

/// <summary>What is said of an operation to whoever signs for it.</summary>
public sealed class StatedOperationTests
{
    private static Reference.Found Martin { get; } = new(Fields.None.With("vatNumber", "FR22424761419").With("name", "Imprimerie Martin"));

    private static Fields Totals { get; } = Fields.None.With("totalExclTax", "29.33").With("totalVat", "5.87").With("totalInclTax", "35.20");

    [Fact]
    public void A_changed_account_says_whose_it_is_and_both_ibans() => Said(new Operation.Update
    {
        Id = "op1",
        Resource = "bankAccount",
        On = new Reference.Found(Fields.None.With("thirdparty", Martin).With("iban", "FR7630006000011234567890189")),
        Before = Fields.None.With("iban", "FR7630006000011234567890189"),
        Set = Fields.None.With("iban", "DE89370400440532013000"),
    }).Should().Be("op1 Change bank account FR7630006000011234567890189 ⟨Third party⟩ Imprimerie Martin ⟨VAT number⟩ FR22424761419 ⟨end⟩ ⟨IBAN⟩ ⟨was⟩ FR7630006000011234567890189 ⟨now⟩ DE89370400440532013000 ⟨end⟩");

    [Fact]
    public void A_new_account_says_whose_it_is_and_all_that_is_entered() => Said(new Operation.Create
    {
        Id = "op1",
        Resource = "bankAccount",
        Set = Fields.None.With("thirdparty", Martin).With("iban", "DE89370400440532013000").With("bic", "COBADEFFXXX"),
    }).Should().Be("op1 Create bank account DE89370400440532013000 ⟨Third party⟩ Imprimerie Martin ⟨VAT number⟩ FR22424761419 ⟨end⟩ ⟨BIC⟩ COBADEFFXXX");

    [Fact]
    public void An_invoice_says_its_supplier_number_date_and_totals() => Said(Invoice).Should()
        .StartWith("op1 Create supplier invoice F-2026-1 ⟨Supplier⟩ Imprimerie Martin ⟨VAT number⟩ FR22424761419 ⟨end⟩ ⟨Invoice date⟩ 2026-11-20 ⟨Total incl. tax⟩ 35.20 ⟨Total excl. tax⟩ 29.33 ⟨Total VAT⟩ 5.87");

    [Fact]
    public void The_same_in_French() => Said(Language.French, Invoice).Should()
        .Contain("⟨Fournisseur⟩ Imprimerie Martin ⟨Numéro de TVA⟩ FR22424761419 ⟨fin⟩ ⟨Date de facture⟩ 2026-11-20 ⟨Total TTC⟩ 35.20 ⟨Total HT⟩ 29.33 ⟨Total TVA⟩ 5.87");

    [Fact]
    public void A_validation_names_the_invoice_that_an_operation_makes_and_its_total() => Said(Invoice, new Operation.Validate
    {
        Id = "op2",
        Resource = "supplierInvoice",
        On = new Reference.Created("op1"),
        Before = Totals.With("status", "draft"),
    }).Should().StartWith("op2 Validate supplier invoice F-2026-1 ⟨Supplier⟩ Imprimerie Martin").And.Contain("⟨Total incl. tax⟩ 35.20");

    [Fact]
    public void A_changed_supplier_says_each_field_from_what_to_what() => Said(new Operation.Update
    {
        Id = "op1",
        Resource = "thirdparty",
        On = Martin,
        Before = Fields.None.With("phone", "").With("email", "old@martin.example"),
        Set = Fields.None.With("phone", "0102030405").With("email", "new@martin.example"),
    }).Should().Be("op1 Change third party Imprimerie Martin ⟨VAT number⟩ FR22424761419 ⟨Phone⟩ ⟨was⟩ ⟨empty⟩ ⟨now⟩ 0102030405 ⟨end⟩ ⟨Email⟩ ⟨was⟩ old@martin.example ⟨now⟩ new@martin.example ⟨end⟩");

    [Fact]
    public void An_attachment_says_the_files_name_size_and_digest_and_the_invoice()
    {
        var digest = Digest.Of("the file"u8);

        var said = StatedOperation.Of(With([new Evidence.File { Id = "pdf", Name = "F-2026-1.pdf", Sha256 = digest, Size = 8 }], Invoice, new Operation.Attach { Id = "op2", Resource = "supplierInvoice", To = new Reference.Created("op1"), File = "pdf" }), [new Operation.Attach { Id = "op2", Resource = "supplierInvoice", To = new Reference.Created("op1"), File = "pdf" }], Language.English).Single().ToString();

        said.Should().StartWith($"op2 Attach a file to supplier invoice ⟨Name⟩ F-2026-1.pdf ⟨Size⟩ 8 bytes ⟨SHA-256⟩ {digest.Hex} F-2026-1 ⟨Supplier⟩ Imprimerie Martin");
    }

    [Fact]
    public void A_file_that_is_taken_off_is_named_with_its_invoice() => Said(new Operation.Detach
    {
        Id = "op1",
        Resource = "supplierInvoice",
        On = new Reference.Found(Fields.None.With("supplierReference", "F-2026-1").With("supplier", Martin)),
        Before = Fields.None.With("name", "F-2026-1.pdf").With("size", "8"),
    }).Should().Be("op1 Take a file off supplier invoice F-2026-1 ⟨Supplier⟩ Imprimerie Martin ⟨VAT number⟩ FR22424761419 ⟨end⟩ ⟨Name⟩ F-2026-1.pdf ⟨Size⟩ 8");

    [Fact]
    public void A_text_that_is_too_long_for_a_line_has_its_digest()
    {
        var text = new string('x', 5000);

        Said(new Operation.Update { Id = "op1", Resource = "thirdparty", On = Martin, Before = Fields.None.With("notePublic", ""), Set = Fields.None.With("notePublic", text) })
            .Should().Contain($"⟨SHA-256⟩ {Digest.Of(System.Text.Encoding.UTF8.GetBytes(text)).Hex}");
    }

    private static Operation.Create Invoice { get; } = new()
    {
        Id = "op1",
        Resource = "supplierInvoice",
        After = Totals,
        Set = Fields.None.With("supplier", Martin).With("supplierReference", "F-2026-1").With("date", "2026-11-20").With("lines", [Fields.None.With("description", "VPS").With("quantity", "1").With("unitPrice", "29.33")]),
    };

    private static string Said(params Operation[] operations) => Said(Language.English, operations);

    /// <summary>The line of the last of them.</summary>
    private static string Said(Language language, params Operation[] operations) => StatedOperation.Of(With([], operations), [operations[^1]], language).Single().ToString();

    private static Changeset With(Evidence[] evidence, params Operation[] operations) => Examples.Invoice with { Evidence = [.. evidence], Operations = [.. operations] };
}
