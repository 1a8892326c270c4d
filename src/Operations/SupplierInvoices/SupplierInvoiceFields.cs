using System.Collections.Immutable;
using System.Net;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>The fields of a supplier invoice that a changeset knows, and its image in them.</summary>
internal static class SupplierInvoiceFields
{
    public const string Supplier = "supplier";
    public const string SupplierReference = "supplierReference";
    public const string Type = "type";
    public const string CreditedInvoice = "creditedInvoice";
    public const string Date = "date";
    public const string DueDate = "dueDate";
    public const string PaymentTerms = "paymentTerms";
    public const string PaymentMeans = "paymentMeans";
    public const string Label = "label";
    public const string NotePublic = "notePublic";
    public const string NotePrivate = "notePrivate";
    public const string Currency = "currency";
    public const string CurrencyRate = "currencyRate";
    public const string BookedExclTax = "bookedExclTax";
    public const string BookedVat = "bookedVat";
    public const string BookedInclTax = "bookedInclTax";
    public const string Lines = "lines";
    public const string Status = "status";
    public const string Number = "number";
    public const string TotalExclTax = "totalExclTax";
    public const string TotalVat = "totalVat";
    public const string TotalInclTax = "totalInclTax";

    public const string Standard = "standard";
    public const string CreditNote = "creditNote";
    public const string Deposit = "deposit";

    public static FieldRuleSet All { get; } = new(
        new FieldRule(Supplier, FieldType.Reference),
        new FieldRule(SupplierReference, FieldType.Line) { MaxLength = 180 },
        new FieldRule(Type, FieldType.Choice) { Choices = [Standard, CreditNote, Deposit] },
        new FieldRule(CreditedInvoice, FieldType.Reference),
        new FieldRule(Date, FieldType.Date),
        new FieldRule(DueDate, FieldType.Date),
        new FieldRule(PaymentTerms, FieldType.Line) { MaxLength = 16 },
        new FieldRule(PaymentMeans, FieldType.Line) { MaxLength = 6 },
        new FieldRule(Label, FieldType.Line) { MaxLength = 255 },
        new FieldRule(NotePublic, FieldType.Prose),
        new FieldRule(NotePrivate, FieldType.Prose),
        // Sent only with a rate: Dolibarr books a currency that it does not have as its own. Always compared with what is read back.
        new FieldRule(Currency, FieldType.Line) { MaxLength = 3 },
        new FieldRule(CurrencyRate, FieldType.ExchangeRate) { MayBeAbsent = true },
        new FieldRule(Lines, FieldType.Rows) { Row = SupplierInvoiceLineFields.All },
        new FieldRule(Status, FieldType.Choice) { Settable = false, Choices = ["draft", "validated", "paid", "abandoned", "other"] },
        new FieldRule(Number, FieldType.Line) { Settable = false, Drawn = true },
        new FieldRule(TotalExclTax, FieldType.Amount) { Settable = false },
        new FieldRule(TotalVat, FieldType.Amount) { Settable = false },
        new FieldRule(TotalInclTax, FieldType.Amount) { Settable = false },
        new FieldRule(BookedExclTax, FieldType.Amount) { Settable = false, MayBeAbsent = true },
        new FieldRule(BookedVat, FieldType.Amount) { Settable = false, MayBeAbsent = true },
        new FieldRule(BookedInclTax, FieldType.Amount) { Settable = false, MayBeAbsent = true });

    public static FieldRuleSet Keys { get; } = new(All[SupplierReference]!, All[Supplier]!);

    /// <summary>In the invoice's currency.</summary>
    public static ImmutableArray<string> Totals { get; } = [TotalExclTax, TotalVat, TotalInclTax];

    /// <summary>In the invoice's currency, and also in that of the books if it differs.</summary>
    public static ImmutableArray<string> AllTotals { get; } = [.. Totals, BookedExclTax, BookedVat, BookedInclTax];

    /// <summary>What may be changed on a draft.</summary>
    public static ImmutableArray<string> Changeable { get; } = [SupplierReference, Date, DueDate, PaymentTerms, PaymentMeans, Label, NotePublic, NotePrivate, Lines];

    /// <summary>All that an invoice holds in these fields, but its references: an id is not part of an image. Text that Dolibarr keeps as HTML is given as it was written.</summary>
    public static Fields Image(SupplierInvoice invoice) => Fields.None
        .With(SupplierReference, invoice.SupplierReference)
        .With(Type, WordOf(invoice.Type))
        .With(Date, Normal.Day(invoice.Date))
        .With(DueDate, Normal.Day(invoice.DueDate))
        .With(PaymentTerms, invoice.PaymentTerms)
        .With(PaymentMeans, invoice.PaymentMeans)
        .With(Label, invoice.Label)
        .With(NotePublic, WebUtility.HtmlDecode(invoice.NotePublic))
        .With(NotePrivate, WebUtility.HtmlDecode(invoice.NotePrivate))
        .With(Currency, invoice.Currency)
        .With(Lines, invoice.Lines.Select(SupplierInvoiceLineFields.Image))
        .With(Status, WordOf(invoice))
        .With(Number, invoice.Ref)
        .With(TotalExclTax, Normal.Money(invoice.TotalExclTax))
        .With(TotalVat, Normal.Money(invoice.TotalVat))
        .With(TotalInclTax, Normal.Money(invoice.TotalInclTax))
        .With(CurrencyRate, invoice.IsForeign ? Normal.Text(invoice.CurrencyRate) : null)
        .With(BookedExclTax, invoice.IsForeign ? Normal.Money(invoice.BookedExclTax) : null)
        .With(BookedVat, invoice.IsForeign ? Normal.Money(invoice.BookedVat) : null)
        .With(BookedInclTax, invoice.IsForeign ? Normal.Money(invoice.BookedInclTax) : null);

    public static string WordOf(SupplierInvoice invoice) => invoice.Status switch
    {
        // A payment is taken on a draft too and marks it as paid: nothing that may be changed or validated.
        SupplierInvoiceStatus.Draft when invoice.IsPaid => "other",
        _ when invoice.IsPaid => "paid",
        SupplierInvoiceStatus.Draft => "draft",
        SupplierInvoiceStatus.Validated => "validated",
        SupplierInvoiceStatus.Paid => "paid",
        SupplierInvoiceStatus.Abandoned => "abandoned",
        _ => "other",
    };

    /// <summary>One line by which a person knows it.</summary>
    public static string Describe(SupplierInvoice invoice) =>
        $"'{invoice.SupplierReference}' of {Normal.Day(invoice.Date)}, {Normal.Money(invoice.TotalInclTax)} incl. tax, {WordOf(invoice)} as {invoice.Ref}";

    private static string WordOf(SupplierInvoiceType type) => type switch
    {
        SupplierInvoiceType.Standard => Standard,
        SupplierInvoiceType.CreditNote => CreditNote,
        SupplierInvoiceType.Deposit => Deposit,
        _ => "other",
    };
}
