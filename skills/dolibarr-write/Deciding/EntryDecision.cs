using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>What is to be done with one structured invoice, decided without writing anything.</summary>
/// <param name="Prepared">The facts and their fit.</param>
/// <param name="Currency">The document's.</param>
internal sealed record EntryDecision(PreparedInvoice Prepared, string Currency)
{
    /// <summary>How the server rounds VAT, which the fit rests on.</summary>
    public required Finding<VatRounding> Rounding { get; init; }

    /// <summary>The rate at which it is booked; null where it is in the books' own currency.</summary>
    public ForeignCurrencyRate? Rate { get; init; }

    /// <summary>Whether its values were read from printed pages: it is left a draft, unless the policy says otherwise.</summary>
    public bool IsFromPages => Prepared.Invoice.Facts.Syntax == InvoiceSyntax.Printed;

    /// <summary>The supplier on the target; null where it is to be created.</summary>
    public ThirdParty? Supplier { get; init; }

    /// <summary>Legal ids that are written onto that supplier, by a person's word; none mostly.</summary>
    public Fields SupplierIds { get; init; } = Fields.None;

    /// <summary>Whether a legal id that both have points to the supplier.</summary>
    public bool IsSupplierFoundByLegalId { get; init; }

    /// <summary>The invoice that a credit note corrects; null if there is none to link.</summary>
    public SupplierInvoice? Credited { get; init; }

    /// <summary>The code of the terms of payment in both dictionaries; null where none says what the document does.</summary>
    public string? PaymentTerms { get; init; }

    /// <summary>The code of the means of payment likewise.</summary>
    public string? PaymentMeans { get; init; }

    /// <summary>The products of ours that lines are, by what the line stands for in the document.</summary>
    public ImmutableDictionary<string, string> ProductRefs { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What a person should look at about the supplier.</summary>
    public ImmutableArray<Notice> OnSupplier { get; init; } = [];

    /// <summary>What a person should look at about the invoice, the loudest first.</summary>
    public ImmutableArray<Notice> OnInvoice { get; init; } = [];

    /// <summary>At which rate it is booked, where it is in another currency than these books.</summary>
    public IEnumerable<Notice> RateNotices(string books) => Rate is { } rate && Prepared.Fit.Booked is { } booked ? [rate.Notice(books, booked)] : [];

    public InvoiceFacts Facts => Prepared.Invoice.Facts;
}

/// <summary>What is to be done with an invoice of a given document.</summary>
internal sealed record DecidedInvoice(EntryDecision Decision, GivenDocument Document);
