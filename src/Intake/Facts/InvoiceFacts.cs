using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// What an electronic invoice says, and nothing else: no guess, no correction, no sign turned round.
/// A member is null (or empty) where the document does not say. Amounts are decimals that keep the
/// document's own digits (<c>2535.00</c> prints as <c>2535.00</c>). BT and BG numbers are those of EN 16931.
/// </summary>
public sealed record InvoiceFacts
{
    /// <summary>The XML syntax that was read.</summary>
    public required InvoiceSyntax Syntax { get; init; }

    /// <summary>BT-24: the guideline's identifier, as it stands.</summary>
    public string? Guideline { get; init; }

    /// <summary>BT-23: the business process, as it stands.</summary>
    public string? BusinessProcess { get; init; }

    /// <summary>The profile that <see cref="Guideline"/> names.</summary>
    public InvoiceProfile Profile => InvoiceProfiles.From(Guideline);

    /// <summary>BT-1: the supplier's reference, as it stands (see <see cref="References.Fold"/> to compare it).</summary>
    public string? Number { get; init; }

    /// <summary>BT-3: 380, 381, 386, …</summary>
    public string? TypeCode { get; init; }

    /// <summary>The document says of itself that it is a test: nothing is owed for it.</summary>
    public bool IsTest { get; init; }

    /// <summary>The document says of itself that it is a copy of one that was sent before.</summary>
    public bool IsCopy { get; init; }

    /// <summary>BT-2.</summary>
    public DateOnly? IssueDate { get; init; }

    /// <summary>BT-9; EXTENDED documents may have several, in the document's order.</summary>
    public ImmutableArray<DateOnly> DueDates { get; init; } = [];

    /// <summary>BT-72.</summary>
    public DateOnly? DeliveryDate { get; init; }

    /// <summary>BG-14.</summary>
    public Period? Period { get; init; }

    /// <summary>BT-5.</summary>
    public string? Currency { get; init; }

    /// <summary>BT-6, where VAT is also stated in another currency.</summary>
    public string? TaxCurrency { get; init; }

    /// <summary>BG-4.</summary>
    public required Party Seller { get; init; }

    /// <summary>BG-7.</summary>
    public Party? Buyer { get; init; }

    /// <summary>BG-10: who is paid, where that is not the seller.</summary>
    public Party? Payee { get; init; }

    /// <summary>BG-11: who answers for the seller's VAT.</summary>
    public Party? TaxRepresentative { get; init; }

    /// <summary>BT-84 as the document writes it, one for each means of payment, whatever shape it has.</summary>
    public ImmutableArray<string> AccountsAsWritten { get; init; } = [];

    /// <summary>BT-84 where CII has a place of its own for accounts that are not an IBAN; some documents put IBANs there.</summary>
    public ImmutableArray<string> OtherAccounts { get; init; } = [];

    /// <summary>
    /// What is to be compared with the accounts on file: those as written, and of the others the IBANs; where there is
    /// nothing else, all of the others.
    /// </summary>
    public ImmutableArray<string> Accounts =>
        AccountsAsWritten.IsEmpty ? OtherAccounts : [.. AccountsAsWritten, .. OtherAccounts.Where(a => IbanForm.OfDocument(a) is not null)];

    /// <summary>BT-84 where it has the shape of an IBAN, spaces removed, each once. Shown and compared, never written.</summary>
    public ImmutableArray<string> Ibans => [.. AccountsAsWritten.Concat(OtherAccounts).Select(IbanForm.OfDocument).OfType<string>().Distinct()];

    /// <summary>BG-3: the invoices that this one corrects or follows.</summary>
    public ImmutableArray<PrecedingInvoice> Preceding { get; init; } = [];

    /// <summary>BG-22.</summary>
    public required Totals Totals { get; init; }

    /// <summary>BG-23.</summary>
    public ImmutableArray<VatEntry> VatBreakdown { get; init; } = [];

    /// <summary>BG-20 and BG-21, and the logistics charges of EXTENDED.</summary>
    public ImmutableArray<AllowanceCharge> AllowancesAndCharges { get; init; } = [];

    /// <summary>BG-25, in the document's order; sub-lines of EXTENDED name their <see cref="InvoiceLine.Parent"/>.</summary>
    public ImmutableArray<InvoiceLine> Lines { get; init; } = [];

    /// <summary>BT-20.</summary>
    public ImmutableArray<string> PaymentTerms { get; init; } = [];

    /// <summary>Days until it is to be paid, where the document gives them by themselves and not in a text.</summary>
    public int? PaymentDays { get; init; }

    /// <summary>BG-16, in the document's order.</summary>
    public ImmutableArray<PaymentMeans> PaymentMeans { get; init; } = [];

    /// <summary>BT-90: by what a direct debit names the supplier.</summary>
    public string? CreditorId { get; init; }

    /// <summary>BT-10 to BT-18.</summary>
    public RelatedDocuments Related { get; init; } = RelatedDocuments.None;

    /// <summary>BT-22.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Where each fact stands.</summary>
    public required FactSources Sources { get; init; }
}
