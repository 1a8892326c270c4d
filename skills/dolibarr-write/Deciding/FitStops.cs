using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>What a fit has that Dolibarr cannot take, known before anything is written.</summary>
internal static class FitStops
{
    public static ImmutableArray<Problem> Of(FittedInvoice fit)
    {
        if (fit.Lines.IsEmpty)
        {
            return [new Problem(Codes.NoLines, "lines", "The document has neither a line with an amount nor a VAT breakdown to make lines of.")];
        }
        var gaining = fit.Lines.Where(line => line.Quantity * line.UnitPrice > 0).Select(line => $"'{line.Description}'").ToList();
        return fit.Kind == EntryKind.CreditNote && gaining.Count > 0
            ? [new Problem(Codes.MixedSigns, "lines", $"The credit note also has amounts of the other sign ({string.Join(", ", gaining)}), more than its lines of the same VAT rate come to; Dolibarr would silently reverse their sign.")]
            : [];
    }
}
