using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Operations;
using DolibarrAgent.Resources;
using DolibarrAgent.Review;

namespace DolibarrAgent.Replay;

/// <summary>
/// What looks wrong with one changeset of a batch beside the earlier ones: what <see cref="TargetRisks"/> would find on the
/// target once those were replayed.
/// </summary>
internal static class BatchRisks
{
    /// <param name="plan">The plan of the later one.</param>
    /// <param name="earlier">What the earlier ones have yet to make.</param>
    public static IEnumerable<PlannedRisk> Of(Plan plan, IReadOnlyList<PendingCreation> earlier) => plan.Operations
        .Where(one => one.Outcome == Outcomes.ToApply).Select(one => one.Operation).OfType<Operation.Create>()
        .SelectMany(create => earlier.Where(other => other.By.Resource == create.Resource)
            .Select(other => RiskOf(new PendingCreation(plan.Loaded.Changeset, create), other)).OfType<PlannedRisk>());

    private static PlannedRisk? RiskOf(PendingCreation later, PendingCreation earlier) => later.By.Resource switch
    {
        "supplierInvoice" when IsSameInvoice(later, earlier) => new(RiskCodes.DuplicateSuspected, later.By.Id, Visible.Of(
            $"Another changeset of the batch enters an invoice of this supplier, of the same day and amount: '{earlier.Number}'.")),
        "thirdparty" when IsAlike(later, earlier) => new(RiskCodes.NameResembles, later.By.Id, Visible.Of(
            $"'{later.Name}' would be new, and so would '{earlier.Name}', by another changeset of the batch.")),
        _ => null,
    };

    private static bool IsSameInvoice(PendingCreation one, PendingCreation other) =>
        one.By.Set.TextOf(SupplierInvoiceFields.Date) is { } day && day == other.By.Set.TextOf(SupplierInvoiceFields.Date)
        && one.By.After.TextOf(SupplierInvoiceFields.TotalInclTax) is { } gross
            && gross == other.By.After.TextOf(SupplierInvoiceFields.TotalInclTax)
        && IsSameParty(one.Supplier, other.Supplier);

    private static bool IsAlike(PendingCreation one, PendingCreation other) =>
        one.Name.Length > 0 && other.Name.Length > 0 && PartyNames.AreAlike(one.Name, other.Name);

    /// <summary>By what both say of it, the legal ids before the name.</summary>
    private static bool IsSameParty(Fields one, Fields other)
    {
        var ids = ThirdPartyFields.Resource.Keys.Where(key => key != ThirdPartyFields.Name && Both(key)).ToImmutableArray();
        return ids.IsEmpty ? Both(ThirdPartyFields.Name) && Same(ThirdPartyFields.Name) : ids.Any(Same);

        bool Both(string key) => one.TextOf(key) is { Length: > 0 } && other.TextOf(key) is { Length: > 0 };

        bool Same(string key) => ThirdPartyFields.Resource.KeyFields.Differences(Fields.None.With(key, one[key]!), other).IsEmpty;
    }
}

/// <summary>Something that a changeset has yet to make.</summary>
internal sealed record PendingCreation(Changeset Changeset, Operation.Create By)
{
    public string Name => By.Set.TextOf("name") ?? "";

    /// <summary>The supplier's number of an invoice.</summary>
    public string Number => By.Set.TextOf(SupplierInvoiceFields.SupplierReference) ?? "";

    /// <summary>What is known of the supplier of an invoice.</summary>
    public Fields Supplier => By.Set.ReferenceOf(SupplierInvoiceFields.Supplier) switch
    {
        Reference.Found found => found.Keys,
        Reference.Created created => Changeset.OperationNamed(created.Operation)?.Asked ?? Fields.None,
        _ => Fields.None,
    };
}
