using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>The fields of a changeset as what is sent. They were checked before: a text that is not a number or date is an error in this program.</summary>
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
        Lines = [.. set.RowsOf(SupplierInvoiceFields.Lines).Select(line => LineOf(line, set, here))],
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

    /// <summary>A new line.</summary>
    public static NewLine Line(Fields line, Standing.Ready here) => new()
    {
        Description = line.TextOf(SupplierInvoiceLineFields.Description)!,
        Quantity = NumberOf(line, SupplierInvoiceLineFields.Quantity),
        UnitPrice = NumberOf(line, SupplierInvoiceLineFields.UnitPrice),
        VatRate = NumberOf(line, SupplierInvoiceLineFields.VatRate),
        DiscountPercent = line.Has(SupplierInvoiceLineFields.DiscountPercent) ? NumberOf(line, SupplierInvoiceLineFields.DiscountPercent) : 0,
        Kind = line.TextOf(SupplierInvoiceLineFields.Kind) == SupplierInvoiceLineFields.Goods ? LineKind.Goods : LineKind.Service,
        PeriodFrom = DateOf(line, SupplierInvoiceLineFields.PeriodFrom),
        PeriodTo = DateOf(line, SupplierInvoiceLineFields.PeriodTo),
        ProductId = IdOf(line, SupplierInvoiceLineFields.Product, here) is > 0 and var product ? product : null,
        SupplierProductReference = line.TextOf(SupplierInvoiceLineFields.SupplierProductReference) ?? "",
    };

    /// <summary>A line of this invoice: where that is in another currency than the books, with the booked price beside its own.</summary>
    private static NewLine LineOf(Fields line, Fields invoice, Standing.Ready here) => Line(line, here) is var plain && InvoiceCurrency.RateOf(invoice) is { } rate
        ? plain with { UnitPrice = InvoiceCurrency.Booked(plain.UnitPrice, rate), ForeignUnitPrice = plain.UnitPrice }
        : plain;

    /// <summary>A line in place of another, whole: what the fields do not name stays as it is there, for the server wipes what is not sent.</summary>
    public static NewLine LineInPlaceOf(SupplierInvoiceLine there, Fields line, Standing.Ready here)
    {
        var wanted = Line(line, here);
        return wanted with
        {
            DiscountPercent = line.Has(SupplierInvoiceLineFields.DiscountPercent) ? wanted.DiscountPercent : there.DiscountPercent,
            PeriodFrom = line.Has(SupplierInvoiceLineFields.PeriodFrom) ? wanted.PeriodFrom : there.PeriodFrom,
            PeriodTo = line.Has(SupplierInvoiceLineFields.PeriodTo) ? wanted.PeriodTo : there.PeriodTo,
            SupplierProductReference = line.Has(SupplierInvoiceLineFields.SupplierProductReference) ? wanted.SupplierProductReference : there.SupplierProductReference,
            UnitId = there.UnitId,
            VatCode = wanted.VatRate == there.VatRate ? there.VatCode : "",
            InfoBits = there.InfoBits,
        };
    }

    /// <summary>All that the fields name by code or ref, found on a target.</summary>
    public static IEnumerable<(Named Name, Task<Resolution> Found)> Named(Fields set, Site site, CancellationToken cancel) =>
        PaymentCodes.In(set, site, cancel).Concat(LineProducts.In(set, site, cancel)).Concat(InvoiceCurrency.In(set, site, cancel));

    /// <summary>The target's number of what a field names; 0, which clears it, where it names nothing, and null where it is not there.</summary>
    private static long? IdOf(Fields set, string field, Standing.Ready here) => set.TextOf(field) switch
    {
        null => null,
        "" => 0,
        var name => here.Named[new Named(field, name)],
    };

    private static decimal NumberOf(Fields fields, string name) =>
        Normal.NumberOf(fields.TextOf(name)!) ?? throw new ArgumentException($"'{name}' is not a number; it should have been checked.", nameof(fields));

    private static DateOnly? DateOf(Fields fields, string name) =>
        fields.TextOf(name) is { Length: > 0 } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
