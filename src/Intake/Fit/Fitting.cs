using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>
/// Turns a document into Dolibarr lines whose sums, by Dolibarr's own arithmetic, are the document's. The
/// document's amounts are never corrected: where no lines reproduce them, the differences say by how much and where.
/// </summary>
public static class Fitting
{
    /// <summary>Fits one invoice for a server that rounds VAT so. Pure; a document of 500 lines takes milliseconds.</summary>
    public static FittedInvoice Fit(InvoiceFacts facts, VatRounding rounding)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var warnings = new List<IntakeWarning>();
        var (kind, typeWarning) = EntryKinds.Of(facts);
        if (typeWarning is not null)
        {
            warnings.Add(typeWarning);
        }

        var isCredit = kind == EntryKind.CreditNote;
        var entries = DocumentEntries.Of(facts, warnings).ConvertAll(e => Rounded(e, warnings));
        var lines = (isCredit ? OppositeSigns.Folded(entries, warnings) : entries).ConvertAll(e => new FittedLine(e, warnings));
        var wanted = WantedTotals.Of(facts);
        if (rounding == VatRounding.PerLine)
        {
            MendVat(lines, wanted, new VatMending(warnings) { KeepsSigns = isCredit });
        }

        var entered = lines.SelectMany(l => l.Lines).Select(l => isCredit && l.UnitPrice != 0 ? l with { UnitPrice = -l.UnitPrice } : l).ToImmutableArray();
        var predicted = DolibarrArithmetic.Total(entered, rounding);
        return new()
        {
            Kind = kind,
            Lines = entered,
            PredictedLines = DolibarrArithmetic.Lines(entered, rounding),
            Predicted = predicted,
            Differences = wanted.Negated(isCredit).DifferencesTo(predicted),
            Warnings = [.. warnings, .. wanted.NeverMade(predicted)],
        };
    }

    private static void MendVat(List<FittedLine> lines, WantedTotals wanted, VatMending mending)
    {
        var byRate = lines.ToLookup(l => l.Rate);
        foreach (var wantedRate in wanted.MendableRates(byRate.ToDictionary(g => g.Key, g => g.Sum(l => l.Cents) / 100m)))
        {
            List<FittedLine> ofRate = [.. byRate[wantedRate.Rate]];
            var missing = wantedRate.Vat * 100 - ofRate.Sum(l => l.VatCents);
            mending.Mend(ofRate, (int)decimal.Clamp(missing, -1000, 1000));
        }
    }

    // A net with more than two decimals cannot be entered; the norm does not allow it, and documents have it.
    private static Entry Rounded(Entry entry, List<IntakeWarning> warnings)
    {
        var net = DolibarrArithmetic.RoundAmount(entry.Net);
        if (net != entry.Net)
        {
            warnings.Add(new("amount-rounded", $"“{FitText.Keepable(entry.Text)}” has a net amount with more than two decimals; it was rounded to {net}.", entry.Source));
        }

        return entry with { Net = net };
    }
}
