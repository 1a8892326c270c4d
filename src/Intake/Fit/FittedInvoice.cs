using System.Collections.Immutable;

namespace DolibarrAgent.Intake;

/// <summary>An invoice as it would be entered, and what Dolibarr will make of it.</summary>
public sealed record FittedInvoice
{
    /// <summary>What it becomes; <see cref="EntryKind.ForAPerson"/> is never entered without a person's word.</summary>
    public required EntryKind Kind { get; init; }

    /// <summary>The lines to enter, in order.</summary>
    public required ImmutableArray<DolibarrLine> Lines { get; init; }

    /// <summary>What Dolibarr will store for each of <see cref="Lines"/>, in their order.</summary>
    public ImmutableArray<Amounts> PredictedLines { get; init; } = [];

    /// <summary>Dolibarr's totals; negative on a credit note.</summary>
    public required DolibarrTotals Predicted { get; init; }

    /// <summary>What the document says that it comes to, with Dolibarr's sign and with a rounding amount that is entered.</summary>
    public StatedTotals Stated { get; init; } = new(null, null, null);

    /// <summary>True only when net, VAT of every rate, VAT and gross are those of the document to the cent.</summary>
    public bool Exact => Differences.IsEmpty;

    /// <summary>Where the prediction and the document part, and by how much.</summary>
    public required ImmutableArray<Difference> Differences { get; init; }

    /// <summary>What the books come to in their own currency, where the invoice is in another; else null.</summary>
    public DolibarrTotals? Booked { get; init; }

    /// <summary>The same with a kind for every line that has none.</summary>
    public FittedInvoice WithKinds(Func<DolibarrLine, LineKind> kindOf) => this with { Lines = [.. Lines.Select(line => line.Kind is null ? line with { Kind = kindOf(line) } : line)] };

    /// <summary>What was folded, split, taken from elsewhere or left out.</summary>
    public required ImmutableArray<IntakeWarning> Warnings { get; init; }
}

/// <summary>A document's totals; null where it does not say.</summary>
public sealed record StatedTotals(decimal? Net, decimal? Vat, decimal? Gross);

/// <summary>
/// One total that differs. <see cref="Where"/> is <c>net</c>, <c>vat</c>, <c>gross</c>, or <c>vat 20</c> and <c>base 20</c> for a rate.
/// <see cref="Document"/> is null where the document does not say it.
/// </summary>
public sealed record Difference(string Where, decimal? Document, decimal Dolibarr)
{
    /// <summary>By how many cents Dolibarr is above the document; null where the document does not say.</summary>
    public decimal? Cents => (Dolibarr - Document) * 100;
}
