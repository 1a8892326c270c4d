using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>Finds for one entry the line whose net is the document's, as near to the document's own quantity and price as can be.</summary>
internal static class LineFit
{
    /// <summary>Quantity and price as they stand; else the price that the net makes of the quantity; else one unit at the net.</summary>
    public static DolibarrLine Of(Entry asWritten, List<IntakeWarning> warnings)
    {
        // The server makes every amount of a negative quantity negative: −2 at −10.00 is said as 2 at 10.00.
        var entry = asWritten is { Quantity: < 0, Net: >= 0 } ? asWritten with { Quantity = -asWritten.Quantity, Price = -asWritten.Price } : asWritten;
        if (entry is { Quantity: { } quantity, Price: { } price } && IsUsable(quantity) && Quantities.IsKept(quantity))
        {
            if (price == Rounded.Price(price) && Rounded.Amount(quantity * price) == entry.Net)
            {
                return Line(entry, quantity, price);
            }

            var folded = Rounded.Price(entry.Net / quantity);
            if (Rounded.Amount(quantity * folded) == entry.Net)
            {
                warnings.Add(Priced(entry, folded));
                return Line(entry, quantity, folded);
            }
        }

        return OneUnit(entry, warnings);
    }

    /// <summary>One unit at the net amount; its text says the true quantity and price, where there are any and they are others.</summary>
    public static DolibarrLine OneUnit(Entry entry, List<IntakeWarning> warnings)
    {
        var says = entry.Written is not null && !(entry.Quantity == 1 && entry.Price == entry.Net);
        if (says)
        {
            warnings.Add(new("one-unit", $"“{FitText.Keepable(entry.Text)}”: entered as one unit at the net amount; quantity and price are in the text ({entry.Written}).", entry.Source) { Reason = "unit" });
        }

        return Line(entry, 1, entry.Net) with { Description = FitText.Keepable(says ? $"{entry.Text} ({entry.Written})" : entry.Text) };
    }

    /// <summary>Why the unit price differs from the document's: what it holds, or that it has too many decimals, or that it does not make the net.</summary>
    private static IntakeWarning Priced(Entry entry, decimal price)
    {
        var name = FitText.Keepable(entry.Text);
        var shown = Decimals.Money(price);
        if (entry.Folds is { } folds)
        {
            return new("price-folded", $"“{name}”: the unit price {shown} holds the line's {folds} ({entry.Written}).", entry.Source) { Reason = folds };
        }

        return Rounded.Amount(entry.Quantity!.Value * entry.Price!.Value) == entry.Net
            ? new("price-rounded", $"“{name}”: the unit price is entered as {shown}, with the five decimals that Dolibarr keeps ({entry.Written}).", entry.Source) { Reason = "decimals" }
            : new("price-not-net", $"“{name}”: quantity times price ({entry.Written}) is not the line's net amount {Decimals.Cents(entry.Net)}; it is entered with the unit price {shown}.", entry.Source) { Reason = "net" };
    }

    // Dividing by a smaller one could overflow.
    private static bool IsUsable(decimal quantity) => Math.Abs(quantity) is >= Quantities.Smallest and < Rounded.TooLarge;

    private static DolibarrLine Line(Entry entry, decimal quantity, decimal price) => new()
    {
        Description = FitText.Keepable(entry.Text),
        Quantity = quantity,
        UnitPrice = price,
        VatRate = entry.VatRate,
        Kind = entry.Kind,
        Source = entry.Source,
    };
}
