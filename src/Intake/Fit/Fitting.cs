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

        var lines = DocumentEntries.Of(facts, warnings).Select(e => new FittedLine(Rounded(e, warnings), warnings)).ToList();
        var wanted = WantedTotals.Of(facts);
        if (rounding == VatRounding.PerLine)
        {
            MendVat(lines, wanted, warnings);
        }

        var sign = kind == EntryKind.CreditNote ? -1 : 1;
        var entered = lines.SelectMany(l => l.Lines).Select(l => l with { UnitPrice = sign * l.UnitPrice }).ToImmutableArray();
        var predicted = DolibarrArithmetic.Total(entered, rounding);
        return new()
        {
            Kind = kind,
            Lines = entered,
            Predicted = predicted,
            Differences = wanted.Negated(sign < 0).DifferencesTo(predicted),
            Warnings = [.. warnings],
        };
    }

    private static void MendVat(List<FittedLine> lines, WantedTotals wanted, List<IntakeWarning> warnings)
    {
        var mending = new VatMending(warnings);
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
