using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>The fields of a changeset as what is sent, with the target's numbers of what they name.</summary>
internal static class SupplierInvoiceRequests
{
    // A number of the target's own, which a changeset has no word for.
    private const string AsItIs = "as it is";

    private static readonly Resource Invoice = SupplierInvoiceFields.Resource;

    /// <summary>What a line keeps of the one whose place it takes, where the changeset does not name it: the server wipes what is not sent.</summary>
    private static readonly ImmutableArray<string> Kept =
    [
        SupplierInvoiceLineFields.DiscountPercent, SupplierInvoiceLineFields.PeriodFrom, SupplierInvoiceLineFields.PeriodTo,
        SupplierInvoiceLineFields.SupplierProductReference,
    ];

    /// <summary>A new invoice. Its currency is sent with its rate or not at all: without one, the server takes the newest, whatever the invoice's date.</summary>
    public static ObjectBody New(Fields set, Standing.Ready here, string marker)
    {
        var isForeign = InvoiceCurrency.IsForeign(set);
        var sent = set.Where(name => isForeign || name is not (SupplierInvoiceFields.Currency or SupplierInvoiceFields.CurrencyRate));
        return Header(sent.With(SupplierInvoiceFields.Type, set.TextOf(SupplierInvoiceFields.Type) ?? SupplierInvoiceFields.Standard), here, marker) with
        {
            Rows = [.. set.RowsOf(SupplierInvoiceFields.Lines).Select(line => Line(WithBooked(line, set), here))],
        };
    }

    /// <summary>What changes of a draft's header.</summary>
    public static ObjectBody Change(Fields set, Standing.Ready here) => Header(set.Where(name => name != SupplierInvoiceFields.Lines), here, null);

    /// <summary>A new line.</summary>
    public static RowBody Line(Fields line, Standing.Ready here)
    {
        var set = line
            .With(SupplierInvoiceLineFields.DiscountPercent, line.TextOf(SupplierInvoiceLineFields.DiscountPercent) ?? "0")
            .With(SupplierInvoiceLineFields.Kind, line.TextOf(SupplierInvoiceLineFields.Kind) ?? SupplierInvoiceLineFields.Service);
        // What is empty is left out: a line that is new has nothing to be cleared.
        set = set.Where(name => name == SupplierInvoiceLineFields.Description || set.TextOf(name) is not "");
        var product = set.TextOf(SupplierInvoiceLineFields.Product);
        return new RowBody(SupplierInvoiceLineFields.Sent, set, product is null
            ? ImmutableDictionary<string, long>.Empty
            : ImmutableDictionary<string, long>.Empty.Add(SupplierInvoiceLineFields.Product, here.Named[new Named(SupplierInvoiceLineFields.Product, product)]));
    }

    /// <summary>A line in place of another, whole. The product stays where none is named.</summary>
    public static RowBody LineInPlaceOf(SupplierInvoiceLine there, Fields line, Standing.Ready here)
    {
        var (_, set, ids) = Line(line.With(SupplierInvoiceLineImage.Of(there).Where(name => Kept.Contains(name) && !line.Has(name))), here);
        if (there.VatCode.Length > 0 && Decimals.Strict(line.TextOf(SupplierInvoiceLineFields.VatRate)!) == there.VatRate)
        {
            set = set.Where(name => name != SupplierInvoiceLineFields.VatRate)
                .With(SupplierInvoiceLineFields.VatRateWithCode, $"{Decimals.Text(there.VatRate)} ({there.VatCode})");
        }
        if (there.UnitId is { } unit)
        {
            (set, ids) = (set.With(SupplierInvoiceLineFields.Unit, AsItIs), ids.Add(SupplierInvoiceLineFields.Unit, unit));
        }
        if (there.InfoBits != 0)
        {
            (set, ids) = (set.With(SupplierInvoiceLineFields.InfoBits, AsItIs), ids.Add(SupplierInvoiceLineFields.InfoBits, there.InfoBits));
        }
        return new RowBody(SupplierInvoiceLineFields.Sent, set, ids);
    }

    /// <summary>All that the fields name by code or ref, found on a target.</summary>
    public static IEnumerable<NamedLook> Named(Fields set, Site site, CancellationToken cancel) =>
        PaymentCodes.In(set, site, cancel).Concat(LineProducts.In(set, site, cancel)).Concat(InvoiceCurrency.In(set, site, cancel));

    /// <summary>An empty day is not sent: the server clears none.</summary>
    private static ObjectBody Header(Fields set, Standing.Ready here, string? marker) => ObjectNames.Body(
        Invoice, set.Where(name => Invoice.Fields[name]!.Type != FieldType.Date || set.TextOf(name) is { Length: > 0 }), here, marker);

    /// <summary>Of an invoice in another currency than the books: with the price that is booked beside its own.</summary>
    private static Fields WithBooked(Fields line, Fields invoice) =>
        InvoiceCurrency.RateOf(invoice) is { } rate && line.TextOf(SupplierInvoiceLineFields.UnitPrice) is { } price
            ? line.With(SupplierInvoiceLineFields.UnitPrice, Decimals.Text(InvoiceCurrency.Booked(Decimals.Strict(price)!.Value, rate)))
                .With(SupplierInvoiceLineFields.ForeignUnitPrice, price)
            : line;
}
