using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>The VAT rate of a line or of an allowance, where it does not say it by itself.</summary>
internal sealed class DocumentRates(InvoiceFacts facts, List<IntakeWarning> warnings)
{
    // Rates that a supplier to a French company asks; only used where a document has a net and a VAT total and nothing else.
    private static readonly decimal[] Usual = [20m, 10m, 5.5m, 2.1m, 8.5m, 19m, 7m, 21m, 6m, 22m, 17m, 8.1m];

    private readonly EffectiveRates effective = new(facts);
    private readonly decimal[] stated = [.. facts.VatBreakdown.Select(new EffectiveRates(facts).Of).Distinct()];

    /// <summary>Its own; 0 for a category without VAT; the breakdown's where that has only one; else 0, with a warning.</summary>
    public decimal Of(decimal? own, string? category, string term)
    {
        if (effective.Of(own, category) is { } rate)
        {
            return Kept(rate);
        }

        if (stated.Length == 1)
        {
            warnings.Add(new("vat-rate-from-breakdown", $"No VAT rate is stated; {Decimals.Rate(stated[0])} % is the only one in the VAT breakdown.", term) { Reason = ReasonOf(term) });
            return Kept(stated[0]);
        }

        warnings.Add(new("vat-rate-missing", "No VAT rate is stated and the VAT breakdown does not settle it; 0 % was taken.", term) { Reason = ReasonOf(term) });
        return 0;
    }

    // Many lines lack their rate together; an allowance has no number to be named by.
    private static string? ReasonOf(string term) => term.StartsWith("BT-152/", StringComparison.Ordinal) ? "rate" : null;

    /// <summary>The one usual rate that makes the VAT total of the net total; null if there is none, or more than one.</summary>
    public static decimal? FromTotals(decimal net, decimal vat)
    {
        if (vat == 0)
        {
            return 0;
        }

        var fitting = Usual.Where(r => Rounded.Amount(net * r / 100) == vat).ToArray();
        return fitting.Length == 1 ? fitting[0] : null;
    }

    /// <summary>A rate as the server's column keeps it; one that no VAT has becomes 0, and the totals will differ.</summary>
    public static decimal Kept(decimal rate) => Math.Abs(rate) < 1000 ? Rounded.Rate(rate) : 0;
}
