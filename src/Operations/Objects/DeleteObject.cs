using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>Takes away an object that a changeset made.</summary>
internal sealed class DeleteObject(ObjectOperations operations) : Deletion(operations.Resource.Fields.All)
{
    private readonly Resource resource = operations.Resource;

    protected override ResourceOperations Resource => operations;

    public override ImmutableArray<Right> RightsToRead => [.. operations.RightsToRead, .. operations.RightsToLookAround];

    public override ImmutableArray<Right> RightsToWrite => [.. operations.RightsToRead, .. resource.Api!.Deleting];

    internal override async Task<Answer<ImmutableArray<Marked>>> MarkedAsync(string marker, Site site, CancellationToken cancel) =>
        All(await site.Read.Objects(resource).FindAsync([ObjectLook.Marked(marker)], cancel));

    protected override async Task<Answer<ImmutableArray<Marked>>> WithIdAsync(long id, Site site, CancellationToken cancel) =>
        All(await site.Read.Objects(resource).GetAllAsync([id], cancel));

    protected override async Task<Answer<long>> SendAsync(Operation.Delete operation, WritableSite site, Standing.Ready ready, CancellationToken cancel) =>
        (await site.Writer.Objects.DeleteAsync(resource, ready.On!.Value, cancel)).Map(_ => ready.On.Value);

    internal override Task<Standing?> InTheWayAsync(Operation.Delete operation, Marked held, Site site, CancellationToken cancel) =>
        operations.InTheWayAsync(operation, held, site, cancel);

    private Answer<ImmutableArray<Marked>> All(Answer<ImmutableArray<DolibarrObject>> found) => found.Map<ImmutableArray<Marked>>(all =>
        [.. all.Select(one => new Marked(one.Id, one.Held.With(CommonFields.Marker, one.Marker), operations.Describe(one)))]);
}
