using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>What is sent of a supplier's price, and the arithmetic by which Dolibarr keeps it.</summary>
internal static class SupplierPriceBodies
{
    /// <summary>All of it, with this target's number of the supplier.</summary>
    public static SupplierPriceBody Of(Fields fields, long supplier) => new()
    {
        Supplier = supplier,
        // As Dolibarr would make it: it looks for the text that is sent, and stores what it makes of it.
        SupplierReference = Normal.Of(FieldType.Line, fields.TextOf(SupplierPriceFields.SupplierReference)!),
        Quantity = Number(fields, SupplierPriceFields.Quantity) ?? 0,
        Price = Whole(fields),
        VatRate = Number(fields, SupplierPriceFields.VatRate) ?? 0,
        DiscountPercent = Number(fields, SupplierPriceFields.Discount) ?? 0,
        Discount = Number(fields, SupplierPriceFields.DiscountAmount),
        Charges = Number(fields, SupplierPriceFields.Charges),
        DeliveryDays = Number(fields, SupplierPriceFields.DeliveryDays) is { } days ? (long)days : null,
        Reputation = Text(fields, SupplierPriceFields.Reputation),
        IsVatLost = fields[SupplierPriceFields.IsVatLost] is FieldValue.Flag { Value: true } ? 1 : null,
        Description = Text(fields, SupplierPriceFields.Description),
        Currency = Text(fields, SupplierPriceFields.Currency),
        Availability = (long)(Number(fields, SupplierPriceFields.Availability) ?? 0),
    };

    /// <summary>
    /// Why the price of one cannot be kept: Dolibarr keeps that of the whole quantity, with five decimals. Null where it can, or
    /// where either is not known here.
    /// </summary>
    public static Problem? NotKept(Fields fields, string place) =>
        Number(fields, SupplierPriceFields.Quantity) is > 0 and var quantity && Number(fields, SupplierPriceFields.UnitPrice) is { } price
            && Rounded.Price(Whole(fields) / quantity) is var kept && kept != price
            ? new Problem(
                Codes.WrongForm, $"{place}.{SupplierPriceFields.UnitPrice}",
                $"Dolibarr would keep {Decimals.Text(kept)}: it stores the price of {Decimals.Text(quantity)} with {Rounded.DecimalsOfPrice} decimals.",
                "Enter it from another quantity, or with fewer decimals.")
            : null;

    private static decimal Whole(Fields fields) =>
        Rounded.Price((Number(fields, SupplierPriceFields.Quantity) ?? 0) * (Number(fields, SupplierPriceFields.UnitPrice) ?? 0));

    private static decimal? Number(Fields fields, string name) => Decimals.Strict(fields.TextOf(name));

    private static string? Text(Fields fields, string name) => fields.TextOf(name) is { Length: > 0 } text ? text : null;
}
