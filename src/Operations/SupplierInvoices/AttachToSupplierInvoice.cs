using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>Puts the original document beside its invoice, byte for byte. Never over another file of that name.</summary>
internal sealed class AttachToSupplierInvoice : OperationKind<Operation.Attach>
{
    public override string Do => "attach";

    public override FieldRuleSet Fields => AttachedFile.Fields;

    public override ImmutableArray<Right> RightsToRead => [.. RightsNeeded.ReadingSupplierInvoices, .. RightsNeeded.ReadingThirdParties];

    public override ImmutableArray<Right> RightsToWrite => RightsNeeded.WritingSupplierInvoices;

    protected override IEnumerable<Problem> Check(Operation.Attach operation, Changeset changeset)
    {
        if (changeset.EvidenceNamed(operation.File) is { Blob: { } blob } && operation.After.TextOf(AttachedFile.Sha256) is { } recorded && recorded != blob.Hex)
        {
            yield return new Problem("other-file", $"{operation.Id}.after.{AttachedFile.Sha256}", "The file that was stored on the sandbox is not the one that the evidence holds.", "Record the changeset again.");
        }
    }

    protected override async Task<Standing> StandAsync(Operation.Attach operation, Site site, Asking asking, CancellationToken cancel)
    {
        var resolution = await site.ResolveAsync(operation.To, SupplierInvoiceResource.Instance, cancel);
        if (resolution is not Resolution.One { Id: var id, Seen: var seen })
        {
            return Standings.Blocked(resolution, operation.Id)!;
        }
        var stored = await AttachedFile.ReadAsync(NameOf(operation, site), site, id, cancel);
        return stored switch
        {
            Answer<Fields?>.Ok { Value: null } => new Standing.Ready(id) { Seen = [.. seen, new Observed($"file {NameOf(operation, site)}", Observed.Absent)] },
            Answer<Fields?>.Ok { Value: { } held } when Differences(operation, held, site.Changeset).IsEmpty => new Standing.Done(id, held) { Seen = seen },
            Answer<Fields?>.Ok { Value: { } held } => Standings.Conflict(new Problem(
                "other-file", operation.Id, $"The invoice has a file '{NameOf(operation, site)}' on {site.Name} with other content (SHA-256 {held.TextOf(AttachedFile.Sha256)}, here {Wanted(operation, site.Changeset)}).", "Look at both; rename or remove the one there, then plan again.")),
            _ => Standings.Unseen(stored.ProblemOf(operation.Id)),
        };
    }

    protected override async Task<Answer<long>> SendAsync(Operation.Attach operation, WritableSite site, long? on, CancellationToken cancel)
    {
        // The reference of this moment: validation moves the folder along with the number.
        var invoice = await site.Site.Read.SupplierInvoices.GetAsync(on!.Value, cancel);
        var bytes = site.Site.BytesOf(site.Site.Changeset.EvidenceNamed(operation.File)!);
        return await invoice.ThenAsync(async held =>
            (await site.Writer.Documents.UploadToSupplierInvoiceAsync(held.Ref, NameOf(operation, site.Site), bytes, cancel)).Map(_ => on.Value));
    }

    protected override async Task<Answer<Fields>> ReadAsync(Operation.Attach operation, Site site, long id, CancellationToken cancel) =>
        (await AttachedFile.ReadAsync(NameOf(operation, site), site, id, cancel)).Map(stored => stored ?? Changesets.Fields.None);

    protected override Fields BeforeImage(Operation.Attach operation, Fields held) => Changesets.Fields.None;

    protected override Task<Answer<long>> TakeBackAsync(Operation.Attach operation, WritableSite site, long id, CancellationToken cancel) =>
        AttachedFile.RemoveAsync(NameOf(operation, site.Site), site, id, cancel);

    protected override Fields AfterImage(Operation.Attach operation, Fields held) => held;

    protected override ImmutableArray<Difference> Differences(Operation.Attach operation, Fields held, Changeset changeset) =>
        Fields.Differences(Changesets.Fields.None.With(AttachedFile.Sha256, Wanted(operation, changeset)), held);

    private static string Wanted(Operation.Attach operation, Changeset changeset) => changeset.EvidenceNamed(operation.File)!.Blob!.Hex;

    /// <summary>The name that was used on the sandbox; before there is one, the evidence's own made fit.</summary>
    private static string NameOf(Operation.Attach operation, Site site) => operation.After.TextOf(AttachedFile.Name)
        ?? StoredName.Of(site.Changeset.EvidenceNamed(operation.File) is Evidence.File file ? file.Name : operation.File + ".eml");
}
