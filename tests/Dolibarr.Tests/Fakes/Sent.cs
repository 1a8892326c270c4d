using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr.Tests;

/// <summary>Third parties and invoices as they are sent.</summary>
internal static class Sent
{
    /// <summary>A supplier that is created.</summary>
    public static ObjectBody Supplier(string name) => Of(Fields.None.With("name", name).With("supplier", true));

    /// <summary>These fields of one, with nothing that a server numbers.</summary>
    public static ObjectBody Of(Fields set) => new(ThirdPartyFields.Resource, set, ImmutableDictionary<string, long>.Empty, null);

    /// <summary>An invoice of 2026-11-20, due a month later, that is created with lines of its own.</summary>
    public static ObjectBody Invoice(long supplier, string reference, params ImmutableArray<RowBody> lines)
    {
        var set = Fields.None.With("supplier", new Reference.Created("op1")).With("supplierReference", reference)
            .With("type", "standard").With("date", "2026-11-20").With("dueDate", "2026-12-20").With("lines", []);
        return new(SupplierInvoiceFields.Resource, set, ImmutableDictionary<string, long>.Empty.Add("supplier", supplier), null) { Rows = lines };
    }

    /// <summary>These fields of an invoice's header.</summary>
    public static ObjectBody Header(Fields set) => new(SupplierInvoiceFields.Resource, set, ImmutableDictionary<string, long>.Empty, null);

    /// <summary>A line for a service.</summary>
    public static RowBody Line(string description, string quantity, string price, string vatRate) => new(
        SupplierInvoiceLineFields.Sent,
        Fields.None.With("description", description).With("quantity", quantity).With("unitPrice", price).With("vatRate", vatRate)
            .With("kind", "service").With("discountPercent", "0"),
        ImmutableDictionary<string, long>.Empty);

    /// <summary>The same with another value in a field.</summary>
    public static RowBody With(this RowBody line, string field, string value) => line with { Set = line.Set.With(field, value) };
}
