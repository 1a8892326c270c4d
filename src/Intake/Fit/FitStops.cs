using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>What a fit has that Dolibarr cannot take, known before anything is written.</summary>
internal static class FitStops
{
    /// <summary>What they are about. A warning that the lines are made of the VAT breakdown has the same code, and the place of that.</summary>
    private const string Place = "lines";

    /// <summary>Nothing where the lines can be entered; each of what is given stops.</summary>
    public static IEnumerable<IntakeWarning> Of(FittedInvoice fit)
    {
        if (fit.Lines.IsEmpty)
        {
            return [new(Codes.NoLines.Text, "The document has neither a line with an amount nor a VAT breakdown to make lines of.", Place)];
        }
        var gaining = fit.Lines.Where(line => line.Quantity * line.UnitPrice > 0).Select(line => $"'{line.Description}'").ToList();
        return fit.Kind == EntryKind.CreditNote && gaining.Count > 0
            ? [new(Codes.MixedSigns.Text, $"The credit note also has amounts of the other sign ({string.Join(", ", gaining)}), more than its lines of the same VAT rate come to; Dolibarr would silently reverse their sign.", Place)]
            : [];
    }

    /// <summary>Whether a warning is one of these.</summary>
    public static bool Include(IntakeWarning warning) => warning.Where == Place && (warning.Code == Codes.NoLines.Text || warning.Code == Codes.MixedSigns.Text);
}
