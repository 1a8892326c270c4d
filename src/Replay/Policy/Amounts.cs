using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Replay;

/// <summary>What the invoices and the payments of a changeset come to, with tax, in the currency of the books, by absolute value.</summary>
internal static class Amounts
{
    private const string Lines = "lines";

    /// <summary>Beyond any invoice; what cannot be computed counts as this.</summary>
    private const decimal Most = 1_000_000_000_000m;

    /// <summary>
    /// Each invoice that operations make, change or validate, by the first of them, and each payment, with the most that it
    /// comes to; without an amount where none is written down.
    /// </summary>
    public static IEnumerable<AmountOf> Of(IReadOnlyCollection<Operation> operations) => Invoices(operations)
        .Concat(operations.Where(operation => operation.Resource == PaymentFields.Resource.Name)
            .Select(payment => new AmountOf(payment, Paid(payment))));

    private static decimal? Paid(Operation payment) =>
        new[] { payment.Asked, payment.After }.Max(image => Absolute(image.TextOf(PaymentFields.Amount)));

    private static IEnumerable<AmountOf> Invoices(IEnumerable<Operation> operations) => operations
        .Where(operation =>
            operation.Resource == "supplierInvoice" && (operation is Operation.Create or Operation.Validate || operation.Asked.Has(Lines)))
        .GroupBy(operation => operation.DoneTo ?? new Reference.Created(operation.Id))
        .Select(invoice => new AmountOf(invoice.First(), invoice.Max(Amount)));

    /// <summary>
    /// What the sandbox came to, and never less than its lines come to: an after-image that hides that would make a limit
    /// say nothing.
    /// </summary>
    private static decimal? Amount(Operation operation)
    {
        ImmutableArray<Fields> images = [operation.Asked, operation.After, operation.Held];
        var rate = images.Select(RateOf).FirstOrDefault(found => found is not null);
        var shown = images.Max(image => Shown(image, rate));
        var lines = images.Where(image => !image.RowsOf(Lines).IsEmpty).Max(image => (decimal?)LinesOf(image.RowsOf(Lines), rate ?? 1m));
        return shown is null || lines > shown + Inexact(images, rate) ? lines : shown;
    }

    // From another currency Dolibarr works each line out on its own, and may be a cent off in each.
    private static decimal Inexact(ImmutableArray<Fields> images, decimal? rate) =>
        rate is null ? 0m : 0.01m * images.Max(image => image.RowsOf(Lines).Length);

    /// <summary>Units of the invoice's currency for one of the books'; null where it is in the books' own.</summary>
    private static decimal? RateOf(Fields image) => Decimals.Strict(image.TextOf("currencyRate"));

    private static decimal? Shown(Fields image, decimal? rate) =>
        Absolute(image.TextOf("bookedInclTax")) ?? (Absolute(image.TextOf("totalInclTax")) is { } total
            ? Safely(() => Rounded.Amount(total / (rate ?? 1m)))
            : null);

    /// <summary>
    /// To the cent, as Dolibarr rounds: line by line or the sums of each VAT rate, whichever is less, for the changeset does
    /// not tell which.
    /// </summary>
    private static decimal LinesOf(ImmutableArray<Fields> lines, decimal rate) => Safely(() =>
    {
        var all = lines.Select(line => (Net: Net(line, rate), Vat: Number(line, "vatRate", 0m) / 100m)).ToList();
        var each = all.Sum(line => Rounded.Amount(line.Net * (1m + line.Vat)));
        var sums = Rounded.Amount(all.Sum(line => line.Net))
            + all.GroupBy(line => line.Vat).Sum(group => Rounded.Amount(group.Sum(line => line.Net) * group.Key));
        return Math.Min(Math.Abs(each), Math.Abs(sums));
    });

    private static decimal Net(Fields line, decimal rate) =>
        Number(line, "quantity", 1m) * Number(line, "unitPrice", 0m) / rate * (1m - (Number(line, "discountPercent", 0m) / 100m));

    private static decimal Number(Fields line, string name, decimal otherwise) =>
        line.TextOf(name) is { } text ? Decimals.Strict(text) ?? Most : otherwise;

    private static decimal? Absolute(string? text) => text is null or "" ? null : Capped(Decimals.Strict(text) ?? Most);

    private static decimal Safely(Func<decimal> compute)
    {
        try
        {
            return Capped(compute());
        }
        catch (Exception e) when (e is OverflowException or DivideByZeroException)
        {
            return Most;
        }
    }

    private static decimal Capped(decimal amount) => Math.Min(Math.Abs(amount), Most);
}

/// <summary>What an invoice or a payment comes to at most.</summary>
/// <param name="First">The first operation on it.</param>
/// <param name="Amount">Null where none is written down.</param>
internal sealed record AmountOf(Operation First, decimal? Amount);
