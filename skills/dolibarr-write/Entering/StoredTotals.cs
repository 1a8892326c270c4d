using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Net, VAT and gross, to the cent.</summary>
internal sealed record StoredTotals(decimal? Net, decimal? Vat, decimal? Gross)
{
    /// <summary>What Dolibarr made of an invoice, as it was read back.</summary>
    public static StoredTotals Of(Fields image) => new(Amount(image, "totalExclTax"), Amount(image, "totalVat"), Amount(image, "totalInclTax"));

    /// <summary>What it booked in its own currency, for an invoice in another.</summary>
    public static StoredTotals BookedBy(Fields image) => new(Amount(image, "bookedExclTax"), Amount(image, "bookedVat"), Amount(image, "bookedInclTax"));

    public static StoredTotals Of(DolibarrTotals predicted) => new(predicted.Net, predicted.Vat, predicted.Gross);

    /// <summary>What a document says, with the sign that Dolibarr gives it.</summary>
    public static StoredTotals StatedBy(PreparedInvoice prepared) => new(prepared.Fit.Stated.Net, prepared.Fit.Stated.Vat, prepared.Fit.Stated.Gross);

    /// <summary>Where what is stored is not what was stated, by how many cents; empty where they agree.</summary>
    public static ImmutableArray<string> Differences(StoredTotals stated, StoredTotals stored) =>
    [
        .. Compare("net", stated.Net, stored.Net),
        .. Compare("VAT", stated.Vat, stored.Vat),
        .. Compare("gross", stated.Gross, stored.Gross),
    ];

    /// <summary>The same of a fit that does not reproduce its document.</summary>
    public static IEnumerable<string> Differences(FittedInvoice fit) => fit.Differences.SelectMany(d => Compare(Words(d.Where), d.Document, d.Dolibarr));

    /// <summary><c>VAT at 20 %</c> for <c>vat 20</c>.</summary>
    private static string Words(string where) => where.Replace("vat", "VAT", StringComparison.Ordinal).Split(' ') is [var total, var rate] ? $"{total} at {rate} %" : where.Replace("vat", "VAT", StringComparison.Ordinal);

    private static IEnumerable<string> Compare(string where, decimal? stated, decimal? stored) => (stated, stored) switch
    {
        ({ } a, { } b) when a == b => [],
        ({ } a, { } b) => [$"{where} is {Decimals.Cents(a)} in the document and {Decimals.Cents(b)} in Dolibarr ({Decimals.InCents(b - a)} cents)"],
        (null, { } b) => [$"{where} is not in the document and {Decimals.Cents(b)} in Dolibarr"],
        _ => [$"{where} could not be read back"],
    };

    private static decimal? Amount(Fields image, string name) => Decimals.Strict(image.TextOf(name));
}
