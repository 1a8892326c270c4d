using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// Turns a document into Dolibarr lines whose sums, by Dolibarr's own arithmetic, are the document's. The
/// document's amounts are never corrected: where no lines reproduce them, the differences say by how much and where.
/// </summary>
public static class Fitting
{
    /// <summary>
    /// Fits one invoice for a server that rounds VAT so, as what a person decided that it is, or as what it is by itself.
    /// Pure; a document of 500 lines takes milliseconds.
    /// </summary>
    public static FittedInvoice Fit(InvoiceFacts facts, VatRounding rounding, EntryKind? decided = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var signs = Signs.Of(facts, EntryKinds.Of(facts, decided));
        var byLines = Fit(facts, rounding, signs, DocumentEntries.Of);
        var fit = NeedsBreakdown(facts, byLines) && Fit(facts, rounding, signs, ByBreakdown) is { Exact: true } byBreakdown ? byBreakdown : byLines;
        return fit with { Warnings = [.. EntryKinds.Warnings(facts, decided), .. fit.Warnings] };
    }

    private static FittedInvoice Fit(InvoiceFacts facts, VatRounding rounding, Signs signs, Func<InvoiceFacts, List<IntakeWarning>, List<Entry>> read)
    {
        var warnings = new List<IntakeWarning>();
        var roundedBy = RoundingEntry.AmountOf(facts, signs.Kind);
        var wanted = signs.Positive(WantedTotals.Of(facts, roundedBy));
        var entries = read(facts, warnings);
        if (roundedBy != 0)
        {
            entries.Add(RoundingEntry.Of(roundedBy));
        }

        entries = CentRounding.Of(signs.Positive(entries), wanted, warnings);
        var lines = (signs.IsCredit ? OppositeSigns.Folded(entries, warnings) : entries).ConvertAll(e => new FittedLine(e, warnings));
        if (rounding == VatRounding.PerLine)
        {
            AdjustVat(lines, wanted, new VatAdjustment(warnings) { KeepsSigns = signs.IsCredit });
        }

        var entered = lines.SelectMany(l => l.Lines).Select(signs.OfDolibarr).ToImmutableArray();
        var predicted = DolibarrArithmetic.Total(entered, rounding);
        var stated = wanted.Negated(signs.IsCredit);
        return new()
        {
            Kind = signs.Kind,
            Lines = entered,
            PredictedLines = DolibarrArithmetic.Lines(entered, rounding),
            Predicted = predicted,
            Stated = new(stated.Net, stated.Vat, stated.Gross),
            Differences = stated.DifferencesTo(predicted),
            Warnings = [.. LineWarnings.Gathered(warnings), .. new[] { RoundingEntry.Warning(facts, roundedBy) }.OfType<IntakeWarning>(), .. wanted.NeverMade(predicted)],
        };
    }

    /// <summary>The lines come to other bases than the VAT breakdown says, and that adds up by itself.</summary>
    private static bool NeedsBreakdown(InvoiceFacts facts, FittedInvoice byLines) =>
        !facts.Lines.IsEmpty && byLines.Differences.Any(d => d.Where.StartsWith("base ", StringComparison.Ordinal) || d.Where == "net") && TotalsChecks.BreakdownCloses(facts);

    private static List<Entry> ByBreakdown(InvoiceFacts facts, List<IntakeWarning> warnings)
    {
        var effective = new EffectiveRates(facts);
        var rates = string.Join(", ", facts.VatBreakdown.Select(v => $"{Decimals.Cents(v.Base)} at {Decimals.Rate(effective.Of(v))} %"));
        warnings.Add(new("by-breakdown", $"The document's lines do not come to the bases of its VAT breakdown ({rates}), which adds up to its totals. It is entered by the breakdown, one line for each VAT rate.", "BG-23"));
        return DocumentEntries.ByBreakdown(facts);
    }

    private static void AdjustVat(List<FittedLine> lines, WantedTotals wanted, VatAdjustment adjustment)
    {
        var byRate = lines.ToLookup(l => l.Rate);
        foreach (var wantedRate in wanted.FixableRates(byRate.ToDictionary(g => g.Key, g => g.Sum(l => l.Cents) / 100m)))
        {
            List<FittedLine> ofRate = [.. byRate[wantedRate.Rate]];
            var missing = wantedRate.Vat * 100 - ofRate.Sum(l => l.VatCents);
            adjustment.Apply(ofRate, (int)decimal.Clamp(missing, -1000, 1000));
        }
    }
}
