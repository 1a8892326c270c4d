using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>The fields of a changeset as what is sent. They were checked before: a text that is no number or date is an error in this program.</summary>
internal static class SupplierInvoiceRequests
{
    public static NewSupplierInvoice New(Fields set, Standing.Ready here, string marker) => new()
    {
        SupplierId = here.Ids[set.ReferenceOf(SupplierInvoiceFields.Supplier)!],
        SupplierReference = set.TextOf(SupplierInvoiceFields.SupplierReference)!,
        Type = set.TextOf(SupplierInvoiceFields.Type) switch
        {
            SupplierInvoiceFields.CreditNote => SupplierInvoiceType.CreditNote,
            SupplierInvoiceFields.Deposit => SupplierInvoiceType.Deposit,
            _ => SupplierInvoiceType.Standard,
        },
        CreditedInvoiceId = set.ReferenceOf(SupplierInvoiceFields.CreditedInvoice) is { } credited ? here.Ids[credited] : null,
        Date = DateOf(set, SupplierInvoiceFields.Date)!.Value,
        DueDate = DateOf(set, SupplierInvoiceFields.DueDate),
        PaymentTermsId = IdOf(set, SupplierInvoiceFields.PaymentTerms, here),
        PaymentMeansId = IdOf(set, SupplierInvoiceFields.PaymentMeans, here),
        Currency = InvoiceCurrency.IsForeign(set) ? set.TextOf(SupplierInvoiceFields.Currency) : null,
        CurrencyRate = InvoiceCurrency.RateOf(set),
        Label = set.TextOf(SupplierInvoiceFields.Label),
        NotePublic = set.TextOf(SupplierInvoiceFields.NotePublic),
        NotePrivate = set.TextOf(SupplierInvoiceFields.NotePrivate),
        Marker = marker,
        Lines = [.. set.RowsOf(SupplierInvoiceFields.Lines).Select(line => Line(line, InvoiceCurrency.RateOf(set)))],
    };

    public static SupplierInvoiceChange Change(Fields set, Standing.Ready here) => new()
    {
        SupplierReference = set.TextOf(SupplierInvoiceFields.SupplierReference),
        Date = DateOf(set, SupplierInvoiceFields.Date),
        DueDate = DateOf(set, SupplierInvoiceFields.DueDate),
        PaymentTermsId = IdOf(set, SupplierInvoiceFields.PaymentTerms, here),
        PaymentMeansId = IdOf(set, SupplierInvoiceFields.PaymentMeans, here),
        Label = set.TextOf(SupplierInvoiceFields.Label),
        NotePublic = set.TextOf(SupplierInvoiceFields.NotePublic),
        NotePrivate = set.TextOf(SupplierInvoiceFields.NotePrivate),
    };

    /// <summary>A line of an invoice in the books' own currency.</summary>
    public static NewLine Line(Fields line) => Line(line, null);

    private static NewLine Line(Fields line, decimal? rate) => new()
    {
        Description = line.TextOf("description")!,
        Quantity = NumberOf(line, "quantity"),
        UnitPrice = rate is { } units ? InvoiceCurrency.Booked(NumberOf(line, "unitPrice"), units) : NumberOf(line, "unitPrice"),
        ForeignUnitPrice = rate is null ? null : NumberOf(line, "unitPrice"),
        VatRate = NumberOf(line, "vatRate"),
        DiscountPercent = line.Has("discountPercent") ? NumberOf(line, "discountPercent") : 0,
        Kind = line.TextOf("kind") == "goods" ? LineKind.Goods : LineKind.Service,
    };

    /// <summary>The target's number of what a field names; 0, which clears it, where it names nothing, and null where it is not there.</summary>
    private static long? IdOf(Fields set, string field, Standing.Ready here) => set.TextOf(field) switch
    {
        null => null,
        "" => 0,
        var name => here.Named[new Named(field, name)],
    };

    private static decimal NumberOf(Fields fields, string name) =>
        Normal.Decimal(fields.TextOf(name)!) ?? throw new ArgumentException($"'{name}' is no number; it should have been checked.", nameof(fields));

    private static DateOnly? DateOf(Fields fields, string name) =>
        fields.TextOf(name) is { Length: > 0 } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
