using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Review;

/// <summary>An invoice that is entered, as a bookkeeper looks at it first. From the changeset and its documents' own words.</summary>
public sealed record InvoiceCard
{
    /// <summary>What it is: <c>Credit note</c>, and not only by its sign.</summary>
    public required VisibleText Kind { get; init; }

    public required VisibleText Number { get; init; }

    public required VisibleText Supplier { get; init; }

    /// <summary>Whether the same changeset makes the supplier.</summary>
    public required bool IsNewSupplier { get; init; }

    /// <summary>Null where it has none, or none that can be read.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Null where it has none, or none that can be read.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The totals that the sandbox computed, in the invoice's currency; null where none was read back.</summary>
    public VisibleText? Gross { get; init; }

    public VisibleText? Net { get; init; }

    /// <summary>The VAT of each rate, the lowest rate first; none where the lines were not read back.</summary>
    public required ImmutableArray<VatOfRate> Vat { get; init; }

    /// <summary>The accounts to which its documents ask to pay; none where they name none.</summary>
    public required ImmutableArray<VisibleText> Accounts { get; init; }

    /// <summary>Whom its documents are addressed to; none where they do not say.</summary>
    public required ImmutableArray<VisibleText> Addressees { get; init; }

    /// <summary>The names of the files that are attached to it.</summary>
    public required ImmutableArray<VisibleText> Attached { get; init; }

    /// <summary>Whether it is made final, and no draft any more.</summary>
    public required bool IsFinal { get; init; }

    /// <summary>Those of a changeset, in order.</summary>
    internal static ImmutableArray<InvoiceCard> AllOf(Changeset changeset, Wording wording) =>
        [.. changeset.Operations.OfType<Operation.Create>().Where(create => create.Resource == SupplierInvoiceFields.Resource.Name)
            .Select(create => Of(create, changeset, wording))];

    private static InvoiceCard Of(Operation.Create create, Changeset changeset, Wording wording)
    {
        var (held, language) = (create.Set.With(create.After), wording.Words.Language);
        var currency = held.TextOf(SupplierInvoiceFields.Currency) ?? "";
        var documents = create.From.Select(changeset.EvidenceNamed).OfType<Evidence.File>().ToList();
        return new InvoiceCard
        {
            Kind = KindOf(held.TextOf(SupplierInvoiceFields.Type), wording),
            Number = wording.Text(held.TextOf(SupplierInvoiceFields.SupplierReference) ?? ""),
            Supplier = wording.Text(Headline.SupplierOf(held, changeset)),
            IsNewSupplier = held.ReferenceOf(SupplierInvoiceFields.Supplier) is Reference.Created,
            Date = Days.Strict(held.TextOf(SupplierInvoiceFields.Date)),
            Due = Days.Strict(held.TextOf(SupplierInvoiceFields.DueDate)),
            Gross = Money(SupplierInvoiceFields.TotalInclTax),
            Net = Money(SupplierInvoiceFields.TotalExclTax),
            Vat = VatOfRate.AllOf(create.After.RowsOf(SupplierInvoiceFields.Lines), currency, language),
            Accounts = Said("ibans"),
            Addressees = Said("buyerName"),
            Attached = [.. changeset.Operations.OfType<Operation.Attach>().Where(attach => IsThis(attach.To))
                .Select(attach => wording.Shown(changeset.EvidenceNamed(attach.File) is Evidence.File file ? file.Name : attach.File))],
            IsFinal = changeset.Operations.OfType<Operation.Validate>().Any(validate => IsThis(validate.On)),
        };

        VisibleText? Money(string field) => Decimals.Strict(create.After.TextOf(field)) is { } amount
            ? Written.Money(amount, currency, language)
            : null;

        ImmutableArray<VisibleText> Said(string fact) =>
            [.. documents.Select(document => document.Says.TextOf(fact)).OfType<string>().Distinct(StringComparer.Ordinal)
                .Select(wording.Text)];

        bool IsThis(Reference reference) => reference is Reference.Created made && made.Operation == create.Id;
    }

    private static VisibleText KindOf(string? type, Wording wording) => type switch
    {
        SupplierInvoiceFields.CreditNote => Own(CardWords.CreditNote, wording),
        SupplierInvoiceFields.Deposit => Own(CardWords.Deposit, wording),
        _ => Own(CardWords.Invoice, wording),
    };

    private static VisibleText Own(Term term, Wording wording) => Words.Own(term.In(wording.Words.Language));
}

/// <summary>What an invoice has under one rate of VAT.</summary>
/// <param name="Rate">In percent.</param>
/// <param name="Base">Without VAT.</param>
/// <param name="Amount">The VAT.</param>
public sealed record VatOfRate(VisibleText Rate, VisibleText Base, VisibleText Amount)
{
    /// <param name="lines">As the sandbox held them.</param>
    /// <param name="currency">Of the invoice.</param>
    /// <param name="language">Whose writing.</param>
    internal static ImmutableArray<VatOfRate> AllOf(ImmutableArray<Fields> lines, string currency, Language language)
    {
        var parts = lines.Select(Part.Of).ToList();
        return parts.Contains(null) ? [] : [.. parts.OfType<Part>().GroupBy(part => part.Rate).OrderBy(rate => rate.Key)
            .Select(rate => new VatOfRate(
                Written.Rate(rate.Key, language),
                Written.Money(rate.Sum(part => part.Base), currency, language),
                Written.Money(rate.Sum(part => part.Vat), currency, language)))];
    }

    /// <summary>What a line adds to its rate.</summary>
    private sealed record Part(decimal Rate, decimal Base, decimal Vat)
    {
        /// <summary>Null where the line does not say all three.</summary>
        public static Part? Of(Fields line) => Decimals.Strict(line.TextOf(SupplierInvoiceLineFields.VatRate)) is { } rate
            && Decimals.Strict(line.TextOf(SupplierInvoiceFields.TotalExclTax)) is { } net
            && Decimals.Strict(line.TextOf(SupplierInvoiceFields.TotalVat)) is { } vat
                ? new Part(rate, net, vat)
                : null;
    }
}
