using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>Takes a file off an invoice that stays: the very file, by its content. Nothing here keeps its bytes.</summary>
internal sealed class DetachFromSupplierInvoice : OperationKind<Operation.Detach>
{
    public override string Do => "detach";

    public override FieldSet Fields => CommonFields.File;

    public override ImmutableArray<Right> RightsToRead => [.. RightsNeeded.ReadingSupplierInvoices, .. RightsNeeded.ReadingThirdParties];

    // Dolibarr itself lets any reader do it.
    public override ImmutableArray<Right> RightsToWrite => RightsNeeded.WritingSupplierInvoices;

    protected override IEnumerable<Problem> Check(Operation.Detach operation, Changeset changeset) => CommonFields.File.All
        .Where(rule => string.IsNullOrEmpty(operation.Before.TextOf(rule.Name)))
        .Select(rule => new Problem(Codes.MissingBefore, $"{operation.Id}.before.{rule.Name}", $"The file is taken off only where its '{rule.Name}' is known.", "Record the changeset again."));

    protected override async Task<Standing> StandAsync(Operation.Detach operation, Site site, Asking asking, CancellationToken cancel)
    {
        var resolution = await site.ResolveAsync(operation.On, SupplierInvoiceOperations.Instance, cancel);
        if (resolution is Resolution.Not { Absent: not null })
        {
            return new Standing.Done(null, Changesets.Fields.None) { Seen = [new Observed($"supplier invoice {operation.On}", Observed.Absent)] };
        }
        if (resolution is not Resolution.One { Id: var id, Seen: var seen })
        {
            return Standings.Blocked(resolution, operation.Id)!;
        }
        var name = NameOf(operation);
        var answer = await AttachedFile.ReadAsync(name, site, id, cancel);
        if (answer is not Answer<Fields?>.Ok { Value: var held })
        {
            return Standings.Unseen(answer.ProblemOf(operation.Id));
        }
        return (held is null ? [] : Fields.Differences(operation.Before, held)) switch
        {
            [] when held is null => new Standing.Done(id, Changesets.Fields.None) { Seen = [.. seen, new Observed($"file {name}", Observed.Absent)] },
            [] => new Standing.Ready(id) { Seen = [.. seen, new Observed($"file {name}", held.TextOf(CommonFields.FileSha256)!)] },
            var differences => Standings.Conflict(new Problem(
                Codes.OtherFile, operation.Id, $"The file '{name}' on {site.Name} is another one: {Standings.List(differences)}.", $"Look at it on {site.Name}; take it off by hand, if it is to go.")),
        };
    }

    protected override Task<Answer<long>> SendAsync(Operation.Detach operation, WritableSite site, Standing.Ready ready, CancellationToken cancel) =>
        AttachedFile.RemoveAsync(NameOf(operation), site, ready.On!.Value, cancel);

    protected override async Task<Answer<Fields>> ReadAsync(Operation.Detach operation, Site site, long id, CancellationToken cancel) =>
        (await AttachedFile.ReadAsync(NameOf(operation), site, id, cancel)).Map(stored => stored ?? Changesets.Fields.None);

    protected override Fields BeforeImage(Operation.Detach operation, Fields held) => held;

    protected override Task<Answer<long>> TakeBackAsync(Operation.Detach operation, WritableSite site, long id, CancellationToken cancel) =>
        Task.FromResult<Answer<long>>(new Answer<long>.Refused(new Problem(Codes.Detached, "", $"The file {NameOf(operation)} stays off: its bytes were not kept.")));

    protected override Fields AfterImage(Operation.Detach operation, Fields held) => Changesets.Fields.None;

    protected override ImmutableArray<Difference> Differences(Operation.Detach operation, Fields held, Changeset changeset) =>
        held.Count == 0 ? [] : [new Difference($"file {NameOf(operation)}", "gone", "still there")];

    private static string NameOf(Operation.Detach operation) => operation.Before.TextOf(CommonFields.FileName) ?? "";
}
