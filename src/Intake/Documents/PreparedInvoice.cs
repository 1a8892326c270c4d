using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>An invoice that was read, checked and fitted: all that is needed to enter it, or to say why not.</summary>
public sealed record PreparedInvoice
{
    /// <summary>What was read.</summary>
    public required ReadInvoice Invoice { get; init; }

    /// <summary>The lines to enter and what they come to.</summary>
    public required FittedInvoice Fit { get; init; }

    /// <summary>Every warning of reading, checking and fitting, those that stop first.</summary>
    public required ImmutableArray<IntakeWarning> Warnings { get; init; }

    /// <summary>The warnings that mean: nothing is entered before a person has said how. Empty where it can be entered.</summary>
    public IEnumerable<IntakeWarning> Stopping => Warnings.Where(w => Stops.Include(w));

    /// <summary>Checks and fits one invoice. An invoice that does not fit to the cent is still one to enter, as a draft that is not validated.</summary>
    public static PreparedInvoice Of(ReadInvoice invoice, CheckContext context, VatRounding rounding)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        var fit = Fitting.Fit(invoice.Facts, rounding, context.Decided);
        ImmutableArray<IntakeWarning> warnings = [.. invoice.Warnings, .. InvoiceChecks.Of(invoice.Facts, context), .. fit.Warnings];
        // The lines of a document that stops by itself do not count for a second reason.
        warnings = warnings.Any(w => Stops.Include(w)) ? warnings : [.. warnings, .. FitStops.Of(fit)];
        return new() { Invoice = invoice, Fit = fit, Warnings = [.. warnings.Distinct().OrderByDescending(w => Stops.Include(w))] };
    }
}
