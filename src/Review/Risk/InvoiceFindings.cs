using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Review;

/// <summary>Amounts, days and duplicates of invoices.</summary>
internal sealed class InvoiceFindings(Changeset changeset, Wording wording)
{
    private const string Iso = "yyyy-MM-dd";

    /// <summary>The time of the place on earth where a day begins first.</summary>
    private static readonly TimeSpan FirstTimeZone = TimeSpan.FromHours(14);

    private readonly Sentences say = wording.Words.Say;

    public IEnumerable<Finding> About(Operation operation) => operation.Resource == "supplierInvoice" ? OfInvoice(operation) : [];

    private IEnumerable<Finding> OfInvoice(Operation operation)
    {
        if (operation is Operation.Create create)
        {
            if (!operation.From.Select(changeset.EvidenceNamed).OfType<Evidence.File>().Any(file => file.Says.Has("gross")))
            {
                yield return new(RiskCodes.TotalsUnproven, say.TotalsUnproven);
            }
            foreach (var earlier in changeset.Operations.TakeWhile(other => other.Id != operation.Id).OfType<Operation.Create>().Where(other => IsSame(other, create)))
            {
                yield return new(RiskCodes.DuplicateSuspected, say.SameInvoice(Visible.Of(earlier.Id)));
            }
        }
        if (DateOnly.TryParseExact(operation.Asked.TextOf("date"), Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && OfDay(date) is { } finding)
        {
            yield return finding;
        }
    }

    /// <summary>
    /// In the future: later than the day that it was anywhere on earth when this was recorded, so that an invoice of today is
    /// none, in whatever time zone. Closed: before the first day of the year before. Last year's invoices come in until its
    /// accounts are made, in spring or, where the business year is another, in summer; what is older has no open year to go
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

    private static bool IsSame(Operation.Create one, Operation.Create other) => one.Resource == other.Resource
        && one.Asked["supplier"] is { } supplier && supplier.Equals(other.Asked["supplier"])
        && one.Asked["date"] is { } date && date.Equals(other.Asked["date"])
        && one.After.TextOf("totalInclTax") is { } gross && gross == other.After.TextOf("totalInclTax");

    private static VisibleText Shown(DateOnly date) => Visible.Of(date.ToString(Iso, CultureInfo.InvariantCulture));
}
