using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Replay;

/// <summary>What the invoices of a changeset come to, with tax, by absolute value.</summary>
internal static class InvoiceAmounts
{
    private const string Gross = "totalInclTax";
    private const string Lines = "lines";

    /// <summary>Beyond any invoice; what cannot be computed counts as this.</summary>
    private const decimal Most = 1_000_000_000_000m;

    /// <summary>Each invoice that operations make, change or validate, by the first of them; without an amount where none is written down.</summary>
    public static IEnumerable<(Operation First, decimal? Amount)> Of(IEnumerable<Operation> operations) => operations
        .Where(operation => operation.Resource == "supplierInvoice" && (operation is Operation.Create or Operation.Validate || operation.Asked.Has(Lines)))
        .GroupBy(operation => operation.DoneTo ?? new Reference.Created(operation.Id))
        .Select(invoice => (invoice.First(), invoice.Max(Amount)));

    /// <summary>
    /// What the sandbox came to. Its lines are added up too: an after-image that hides what they come to would make a limit
    /// say nothing.
    /// </summary>
    private static decimal? Amount(Operation operation)
    {
        var shown = new[] { operation.After, operation.Held }.Max(image => Absolute(image.TextOf(Gross)));
        var lines = operation.Asked.RowsOf(Lines).IsEmpty ? (decimal?)null : LinesOf(operation.Asked);
        return shown is { } told && (lines is not { } added || added <= (told * 1.01m) + 1m) ? told : lines ?? shown;
    }

    private static decimal LinesOf(Fields fields)
    {
        try
        {
            return Capped(fields.RowsOf(Lines).Sum(line => Number(line, "quantity", 1m) * Number(line, "unitPrice", 0m) * (1m - (Number(line, "discountPercent", 0m) / 100m)) * (1m + (Number(line, "vatRate", 0m) / 100m))));
        }
        catch (OverflowException)
        {
            return Most;
        }
    }

    private static decimal Number(Fields line, string name, decimal otherwise) => line.TextOf(name) is { } text ? Read(text) ?? Most : otherwise;

    private static decimal? Absolute(string? text) => text is null ? null : Capped(Read(text) ?? Most);

    private static decimal Capped(decimal amount) => Math.Min(Math.Abs(amount), Most);

    private static decimal? Read(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
