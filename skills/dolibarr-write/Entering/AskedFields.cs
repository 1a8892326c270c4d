using DolibarrAgent.Changesets;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>What was asked, as the fields of an operation, with texts made such that Dolibarr keeps them.</summary>
internal static class AskedFields
{
    public static Fields Of(ThirdPartyAsked asked)
    {
        var set = Fields.None.With("name", Line(asked.Name));
        if (asked.Supplier is { } supplier)
        {
            set = set.With("supplier", supplier);
        }
        return set
            .With("vatNumber", Line(asked.VatNumber))
            .With("siren", Line(asked.Siren))
            .With("siret", Line(asked.Siret))
            .With("email", asked.Email?.Trim())
            .With("phone", Line(asked.Phone))
            .With("address", asked.Address is { } address ? KeepableText.Prose(address) : null)
            .With("zip", Line(asked.Zip))
            .With("town", Line(asked.Town))
            .With("country", Line(asked.Country)?.ToUpperInvariant())
            .With("url", Line(asked.Url));
    }

    /// <summary>The fields of an invoice that may be changed on a draft; type, supplier and currency are settled when it is entered.</summary>
    public static Fields Of(SupplierInvoiceAsked asked)
    {
        var set = Fields.None
            .With("supplierReference", asked.Reference is { } reference ? KeepableText.Reference(reference) : null)
            .With("date", asked.Date?.Trim())
            .With("dueDate", asked.DueDate?.Trim())
            .With("label", Line(asked.Label))
            .With("notePublic", asked.Note is { } note ? KeepableText.Prose(note) : null);
        return asked.Lines is { } lines ? set.With("lines", lines.Select(Of)) : set;
    }

    /// <summary>What of a new invoice is words alone.</summary>
    public static Fields Words(SupplierInvoiceAsked asked) => Fields.None
        .With("label", Line(asked.Label))
        .With("notePublic", asked.Note is { } note ? KeepableText.Prose(note) : null);

    private static Fields Of(LineAsked line) => Fields.None
        .With("description", KeepableText.Prose(line.Description))
        .With("quantity", line.Quantity)
        .With("unitPrice", line.UnitPrice)
        .With("vatRate", line.VatRate)
        .With("kind", line.Kind)
        .With("discountPercent", line.DiscountPercent);

    private static string? Line(string? text) => text is null ? null : KeepableText.Line(text);
}
