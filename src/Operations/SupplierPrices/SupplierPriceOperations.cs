using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>
/// What suppliers call products and ask for them: found and read by the description, written below a product, and without a
/// marker. Dolibarr shows no price of a supplier that is closed, so such a supplier stops what would rest on that.
/// </summary>
internal sealed class SupplierPriceOperations : ObjectOperations
{
    private SupplierPriceOperations()
        : base(SupplierPriceFields.Resource) =>
        Kinds = [new CreateSupplierPrice(this), new UpdateSupplierPrice(this), new DeleteSupplierPrice(this)];

    public static SupplierPriceOperations Instance { get; } = new();

    public override ImmutableArray<OperationKind> Kinds { get; }

    internal override async Task<Resolution> FindAsync(Reference.Found reference, Site site, CancellationToken cancel)
    {
        // By what tells it apart, whatever else it is named with.
        var found = await base.FindAsync(new Reference.Found(reference.Keys.Where(Resource.Unique.Contains)), site, cancel);
        return found is Resolution.Not { Absent: not null } && reference.Keys.ReferenceOf(SupplierPriceFields.Supplier) is { } supplier
            ? await ClosedAsync(supplier, site, cancel) ?? found
            : found;
    }

    /// <summary>Why nothing can be said of a supplier's prices here: it is closed, or is not one. Null where something can.</summary>
    internal static async Task<Resolution?> ClosedAsync(Reference supplier, Site site, CancellationToken cancel)
    {
        var resolution = await site.ResolveAsync(supplier, ThirdPartyOperations.Instance, cancel);
        return resolution is Resolution.One { Id: var id } ? await ClosedAsync(id, site, cancel) : resolution;
    }

    private static async Task<Resolution?> ClosedAsync(long id, Site site, CancellationToken cancel)
    {
        var place = SupplierPriceFields.Supplier;
        return (await site.Read.Objects(ThirdPartyFields.Resource).GetAsync(id, cancel)).Map(found => new ThirdParty(found)) switch
        {
            Answer<ThirdParty>.Ok { Value: { IsSupplier: false } party } => new Resolution.Not([new Problem(
                Codes.NotASupplier, place, $"'{party.Name}' is not a supplier on {site.Name}, and only suppliers have prices there.")]),
            Answer<ThirdParty>.Ok { Value: { IsOpen: false } party } => new Resolution.Not([new Problem(
                Codes.SupplierClosed, place, $"'{party.Name}' is closed on {site.Name}, and Dolibarr shows no price of a supplier that is.",
                $"Open it on {site.Name}, or leave its prices to a person.")]),
            Answer<ThirdParty>.Ok => null,
            var unseen => new Resolution.Unseen(unseen.ProblemOf(place)),
        };
    }
}
