using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>Puts the original document beside its invoice, byte for byte. Never over another file of that name.</summary>
internal sealed class AttachToSupplierInvoice : OperationKind<Operation.Attach>
{
    public override string Do => "attach";

    public override FieldSet Fields => CommonFields.File;

    public override ImmutableArray<Right> RightsToRead => [.. RightsNeeded.ReadingSupplierInvoices, .. RightsNeeded.ReadingThirdParties];

    public override ImmutableArray<Right> RightsToWrite => RightsNeeded.WritingSupplierInvoices;

    protected override IEnumerable<Problem> Check(Operation.Attach operation, Changeset changeset)
    {
        if (changeset.EvidenceNamed(operation.File)?.Blob is null)
        {
            yield return new Problem(Codes.UnknownEvidence, $"{operation.Id}.file", $"There is no evidence '{operation.File}' with a file.");
        }
        if (changeset.EvidenceNamed(operation.File) is { Blob: { } blob } && operation.After.TextOf(CommonFields.FileSha256) is { } recorded && recorded != blob.Hex)
        {
            yield return new Problem(Codes.OtherFile, $"{operation.Id}.after.{CommonFields.FileSha256}", "The file that was stored on the sandbox is not the one that the evidence holds.", "Record the changeset again.");
        }
    }

    protected override async Task<Standing> StandAsync(Operation.Attach operation, Site site, Asking asking, CancellationToken cancel)
    {
        var resolution = await site.ResolveAsync(operation.To, SupplierInvoiceOperations.Instance, cancel);
        if (resolution is not Resolution.One { Id: var id, Seen: var seen })
        {
            return Standings.Blocked(resolution, operation.Id)!;
        }
        // On an invoice that this run has just made there is nothing yet; and Dolibarr never puts one file over another.
        var stored = operation.To is Reference.Created { Operation: var maker } && asking == Asking.Afresh && site.Bindings.IsNew(maker)
            ? new Answer<Fields?>.Ok(null)
            : await StoredAsync(operation, site, id, asking, cancel);
        return stored switch
        {
            Answer<Fields?>.Ok { Value: null } => await ReadyAsync(operation, site, id, seen, cancel),
            Answer<Fields?>.Ok { Value: { } held } when Differences(operation, held, site.Changeset).IsEmpty => new Standing.Done(id, held) { Seen = seen },
            Answer<Fields?>.Ok { Value: { } held } => Standings.Conflict(new Problem(
                Codes.OtherFile, operation.Id, $"The invoice has a file '{NameOf(operation, site)}' on {site.Name} with other content ({held.TextOf(CommonFields.FileSize)} bytes, SHA-256 {held.TextOf(CommonFields.FileSha256)}; here {Wanted(operation, site.Changeset)}).", "Look at both; rename or remove the one there, then plan again.")),
            _ => Standings.Unseen(stored.ProblemOf(operation.Id)),
        };
    }

    // Dolibarr writes an upload to one common temporary file by its name before it moves it where it belongs.
    internal override string? LaneOf(Operation operation, Site site) => $"file {NameOf((Operation.Attach)operation, site)}";

    // Dolibarr has no call that lists the files of several objects.
    internal override bool IsReadBackAlone => true;

    protected override async Task<Answer<long>> SendAsync(Operation.Attach operation, WritableSite site, Standing.Ready ready, CancellationToken cancel)
    {
        var bytes = site.Site.BytesOf(site.Site.Changeset.EvidenceNamed(operation.File)!);
        return (await site.Writer.Documents.UploadToSupplierInvoiceAsync(ready.Name, NameOf(operation, site.Site), bytes, cancel)).Map(_ => ready.On!.Value);
    }

    protected override async Task<Answer<Fields>> ReadAsync(Operation.Attach operation, Site site, long id, CancellationToken cancel) =>
        (await AttachedFile.ReadAsync(NameOf(operation, site), site, id, cancel)).Map(stored => stored ?? Changesets.Fields.None);

    protected override Fields BeforeImage(Operation.Attach operation, Fields held) => Changesets.Fields.None;

    protected override Task<Answer<long>> TakeBackAsync(Operation.Attach operation, WritableSite site, long id, CancellationToken cancel) =>
        AttachedFile.RemoveAsync(NameOf(operation, site.Site), site, id, cancel);

    internal override async Task<Answer<Reversal>> ReverseAsync(Operation operation, Site site, long id, CancellationToken cancel)
    {
        var name = operation.After.TextOf(CommonFields.FileName) ?? "";
        return await (await AttachedFile.ReadAsync(name, site, id, cancel)).ThenAsync(async held =>
        {
            if (held is null)
            {
                return new Answer<Reversal>.Ok(Reversal.None);
            }
            var differences = CommonFields.File.Differences(operation.After, held);
            return differences.IsEmpty
                ? (await SupplierInvoiceOperations.Instance.NameAsync(id, site, cancel)).Map(on => new Reversal(new Operation.Detach { Id = operation.Id, Resource = operation.Resource, On = on, Before = held }, null))
                : new Answer<Reversal>.Ok(new Reversal(null, new Problem(Codes.ChangedSince, operation.Id, $"The file '{name}' is another one on {site.Name} now: {string.Join("; ", differences)}.", $"Look at it on {site.Name}; take it off by hand, if it is to go.")));
        });
    }

    protected override Fields AfterImage(Operation.Attach operation, Fields held) => held;

    protected override ImmutableArray<Difference> Differences(Operation.Attach operation, Fields held, Changeset changeset) =>
        Fields.Differences(Changesets.Fields.None.With(CommonFields.FileSha256, Wanted(operation, changeset)), held);

    private static string Wanted(Operation.Attach operation, Changeset changeset) => changeset.EvidenceNamed(operation.File)!.Blob!.Hex;

    /// <summary>The name that was used on the sandbox; before there is one, the evidence's own made fit.</summary>
    private static string NameOf(Operation.Attach operation, Site site) => operation.After.TextOf(CommonFields.FileName)
        ?? StoredName.Of(site.Changeset.EvidenceNamed(operation.File) is Evidence.File file ? file.Name : operation.File + ".eml");

    /// <summary>Files hang on the invoice's name of this moment: validation moves the folder along with the number.</summary>
    private static async Task<Standing> ReadyAsync(Operation.Attach operation, Site site, long invoice, ImmutableArray<Observed> seen, CancellationToken cancel)
    {
        if (TwoContents.In(NameOf(operation, site), site.BytesOf(site.Changeset.EvidenceNamed(operation.File)!).Span) is { } two)
        {
            return Standings.Conflict(new Problem(Codes.TwoContents, operation.Id, $"The file '{NameOf(operation, site)}' is not attached. {two.Message}"));
        }
        var read = await site.Read.SupplierInvoices.GetAsync(invoice, cancel);
        return read is Answer<SupplierInvoice>.Ok { Value: { Ref.Length: > 0 } held }
            ? new Standing.Ready(invoice) { Name = held.Ref, Seen = [.. seen, new Observed($"file {NameOf(operation, site)}", Observed.Absent)] }
            : Standings.Unseen(read is Answer<SupplierInvoice>.Ok
                ? new Problem(Codes.NoReference, operation.Id, $"The invoice has no reference on {site.Name}, so no file can be put beside it.")
                : read.ProblemOf(operation.Id));
    }

    /// <summary>
    /// The file by this operation's name on the invoice; null if there is none. A file that we have just sent is
    /// known by its size and by the MD5 that the server took of what it stored: one call, where the bytes would be two.
    /// </summary>
    private static async Task<Answer<Fields?>> StoredAsync(Operation.Attach operation, Site site, long invoice, Asking asking, CancellationToken cancel)
    {
        var found = await AttachedFile.FindAsync(NameOf(operation, site), site, invoice, cancel);
        return await found.ThenAsync(async file => file switch
        {
            null => new Answer<Fields?>.Ok(null),
            _ when asking == Asking.AfterSending && IsOurs(operation, site, file) => new Answer<Fields?>.Ok(AttachedFile.Image(file.Name, file.Size, Wanted(operation, site.Changeset))),
            _ => (await AttachedFile.ReadAsync(file, site, cancel)).Map(image => (Fields?)image),
        });
    }

    [SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "It is what Dolibarr gives, and it guards against accidents: whoever could forge it could replace the file behind it.")]
    private static bool IsOurs(Operation.Attach operation, Site site, StoredFile file)
    {
        var bytes = site.BytesOf(site.Changeset.EvidenceNamed(operation.File)!).Span;
        return file.Size == bytes.Length && file.Md5 == Convert.ToHexStringLower(MD5.HashData(bytes));
    }
}
