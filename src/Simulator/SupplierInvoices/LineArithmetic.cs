namespace DolibarrAgent.Simulator;

/// <summary>What the server makes of price, quantity, discount and rate, in exact decimals.</summary>
internal static class LineArithmetic
{
    /// <summary>The unit price without and with tax (5 decimals), and the line's amounts (2 decimals).</summary>
    public static (decimal UnitPrice, decimal UnitPriceWithTax, Amounts Amounts) Of(LineFields line) =>
        Of(line.UnitPrice, line.IsWithTax, line.Quantity * (1 - line.Discount / 100), line.ComputedVatRate);

    /// <summary>The same for a stored line, whose price has only five decimals and whose quantity only seven digits.</summary>
    public static Amounts Again(InvoiceLine line) =>
        Of(line.UnitPrice, false, PgText.Value(line.Quantity) * (1 - PgText.Value(line.Discount) / 100), line.VatRate).Amounts;

    private static (decimal UnitPrice, decimal UnitPriceWithTax, Amounts Amounts) Of(decimal price, bool isWithTax, decimal quantity, decimal rate)
    {
        var factor = 1 + rate / 100;
        var total = price * quantity;
        var (withoutTax, withTax) = isWithTax ? (total / factor, total) : (total, total * factor);
        var (unit, unitWithTax) = isWithTax ? (price / factor, price) : (price, price * factor);
        var net = PhpNumber.Total(withoutTax);
        var gross = PhpNumber.Total(withTax);
        return (PhpNumber.Unit(unit), PhpNumber.Unit(unitWithTax), new Amounts(net, gross - net, gross));
    }
}
