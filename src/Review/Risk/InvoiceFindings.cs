using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>Amounts, days and duplicates of invoices.</summary>
internal sealed class InvoiceFindings(Changeset changeset, Wording wording)
{
    /// <summary>The time of the place on earth where a day begins first.</summary>
    private static readonly TimeSpan FirstTimeZone = TimeSpan.FromHours(14);

    private readonly Sentences say = wording.Words.Say;
    private readonly Lazy<Dictionary<string, string>> sameBefore = new(() => SameBefore(changeset));

    public IEnumerable<Finding> About(Operation operation) => operation.Resource == "supplierInvoice" ? OfInvoice(operation) : [];

    private IEnumerable<Finding> OfInvoice(Operation operation)
    {
        if (operation is Operation.Create)
        {
            if (!operation.From.Select(changeset.EvidenceNamed).OfType<Evidence.File>().Any(file => file.Says.Has("gross")))
            {
                yield return new(RiskCodes.TotalsUnproven, say.TotalsUnproven);
            }
            if (sameBefore.Value.TryGetValue(operation.Id, out var earlier))
            {
                yield return new(RiskCodes.DuplicateSuspected, say.SameInvoice(Visible.Of(earlier)));
            }
        }
        if (Days.Strict(operation.Asked.TextOf("date")) is { } date && OfDay(date) is { } finding)
        {
            yield return finding;
        }
    }

    /// <summary>
    /// In the future: later than the day that it was anywhere on earth when this was recorded, so that an invoice of today is
    /// none, in whatever time zone. Closed: before the first day of the year before. Last year's invoices come in until its
    /// accounts are made, in spring or, where the business year differs, in summer; what is older has no open year to go
    /// into, whatever day the business year begins on.
    /// </summary>
    private Finding? OfDay(DateOnly date)
    {
        var recorded = changeset.Recorded.At.UtcDateTime;
        var firstOpen = new DateOnly(recorded.Year - 1, 1, 1);
        return date > DateOnly.FromDateTime(recorded + FirstTimeZone) ? new Finding(RiskCodes.DateInFuture, say.DateInFuture(Shown(date)))
            : date < firstOpen ? new Finding(RiskCodes.ClosedPeriod, say.ClosedPeriod(Shown(date), Shown(firstOpen)))
            : null;
    }

    /// <summary>For each invoice the last one before it of the same supplier, day and total: of many, each names the one before.</summary>
    private static Dictionary<string, string> SameBefore(Changeset changeset)
    {
        var (last, same) = (new Dictionary<(FieldValue, FieldValue, string), string>(), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var invoice in changeset.Operations.OfType<Operation.Create>().Where(create => create.Resource == "supplierInvoice"))
        {
            if (invoice.Asked["supplier"] is { } supplier && invoice.Asked["date"] is { } date && invoice.After.TextOf("totalInclTax") is { } gross)
            {
                if (last.TryGetValue((supplier, date, gross), out var earlier))
                {
                    same.TryAdd(invoice.Id, earlier);
                }
                last[(supplier, date, gross)] = invoice.Id;
            }
        }
        return same;
    }

    private static VisibleText Shown(DateOnly date) => Visible.Of(Days.Text(date));
}
