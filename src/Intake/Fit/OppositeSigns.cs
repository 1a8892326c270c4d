using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// A credit note whose amounts have both signs, an allowance on it say. Dolibarr makes every line of a credit note
/// negative, so what has the other sign is taken off lines of the same VAT rate, where these come to as much.
/// </summary>
internal static class OppositeSigns
{
    /// <summary>The entries without those of the other sign; those that no lines of their rate can bear are still there.</summary>
    public static List<Entry> Folded(List<Entry> entries, List<IntakeWarning> warnings)
    {
        List<Entry> kept = [.. entries];
        foreach (var entry in entries.Where(e => e.Net < 0))
        {
            if (kept.Where(e => e.VatRate == entry.VatRate && e.Net > 0).Sum(e => e.Net) >= -entry.Net)
            {
                kept.Remove(entry);
                TakeOff(kept, entry, warnings);
            }
        }

        return kept;
    }

    /// <summary>From the largest line first, so that as few as can be are changed.</summary>
    private static void TakeOff(List<Entry> kept, Entry entry, List<IntakeWarning> warnings)
    {
        var left = -entry.Net;
        while (left > 0)
        {
            var largest = kept.Where(e => e.VatRate == entry.VatRate).MaxBy(e => e.Net)!;
            var part = Math.Min(left, largest.Net);
            kept[kept.FindIndex(e => ReferenceEquals(e, largest))] = largest with
            {
                Net = largest.Net - part,
                Text = $"{largest.Text}, less {Decimals.Cents(part)} ({entry.Text})",
            };
            warnings.Add(new("folded-into-line", $"“{FitText.Keepable(entry.Text)}” has the other sign than the credit note, which Dolibarr would turn round; its {Decimals.Cents(part)} is taken off “{FitText.Keepable(largest.Text)}”, of the same VAT rate.", entry.Source));
            left -= part;
        }
    }
}
