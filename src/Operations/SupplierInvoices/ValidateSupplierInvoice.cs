using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>Makes a draft final: it draws the next number, which cannot be taken back. Only with the totals that were seen before.</summary>
internal sealed class ValidateSupplierInvoice : OperationKind<Operation.Validate>
{
    public override string Do => "validate";

    public override FieldSet Fields => SupplierInvoiceFields.All;

    public override ImmutableArray<Right> RightsToRead => [.. RightsNeeded.ReadingSupplierInvoices, .. RightsNeeded.ReadingThirdParties];

    public override ImmutableArray<Right> RightsToWrite => RightsNeeded.WritingSupplierInvoices;

    protected override IEnumerable<Problem> Check(Operation.Validate operation, Changeset changeset)
    {
        foreach (var total in SupplierInvoiceFields.Totals.Where(total => !operation.Before.Has(total)))
        {
            yield return new Problem(Codes.MissingBefore, $"{operation.Id}.before.{total}", "A validation makes totals final, so it must say which.", "Record the changeset again.");
        }
    }

    // Each draws the next number: two at once get the same, and one is refused.
    internal override string? LaneOf(Operation operation, Site site) => "validation";

    protected override async Task<Standing> StandAsync(Operation.Validate operation, Site site, Asking asking, CancellationToken cancel)
    {
        var resolution = await site.ResolveAsync(operation.On, SupplierInvoiceOperations.Instance, cancel);
        if (resolution is not Resolution.One { Id: var id, Seen: var seen })
        {
            return Standings.Blocked(resolution, operation.Id)!;
        }
        var answer = await ReadAsync(operation, site, id, cancel);
        if (answer is not Answer<Fields>.Ok { Value: var held })
        {
            return Standings.Unseen(answer.ProblemOf(operation.Id));
        }
        var differences = SupplierInvoiceFields.All.Differences(operation.Before.Where(SupplierInvoiceFields.AllTotals.Contains), held);
        return (held.TextOf(SupplierInvoiceFields.Status), differences) switch
        {
            (_, not []) => Standings.Conflict(new Problem(Codes.Drift, operation.Id, $"The invoice has other totals on {site.Name}: {Standings.List(differences)}.", "Find out which is right, against the document; then correct the invoice or record the changeset again.")),
            ("draft", _) => new Standing.Ready(id) { Seen = [.. seen, .. operation.Before.Select(b => new Observed(b.Key, SupplierInvoiceFields.All.Words(b.Key, held[b.Key])))] },
            // What has been paid since was validated before.
            ("validated" or "paid", _) => new Standing.Done(id, held) { Seen = seen },
            var (status, _) => Standings.Conflict(new Problem(Codes.NotADraft, operation.Id, $"The invoice is {status} on {site.Name}; only a draft is validated.", "Look at it there: somebody has gone further with it.")),
        };
    }

    protected override async Task<Answer<long>> SendAsync(Operation.Validate operation, WritableSite site, Standing.Ready ready, CancellationToken cancel) =>
        (await site.Writer.SupplierInvoices.ValidateAsync(ready.On!.Value, cancel)).Map(_ => ready.On.Value);

    protected override async Task<Answer<Fields>> ReadAsync(Operation.Validate operation, Site site, long id, CancellationToken cancel) =>
        (await site.Read.SupplierInvoices.GetAsync(id, cancel)).Map(SupplierInvoiceImage.Of);

    protected override Fields BeforeImage(Operation.Validate operation, Fields held) => held.Where(name => name == SupplierInvoiceFields.Status || SupplierInvoiceFields.AllTotals.Contains(name));

    protected override async Task<Answer<long>> TakeBackAsync(Operation.Validate operation, WritableSite site, long id, CancellationToken cancel) =>
        (await site.Writer.SupplierInvoices.SetToDraftAsync(id, cancel)).Map(_ => id);

    internal override async Task<Answer<Reversal>> ReverseAsync(Operation operation, Site site, long id, CancellationToken cancel) =>
        (await ReadAsync((Operation.Validate)operation, site, id, cancel)).Map(held => new Reversal(null, DeleteSupplierInvoice.Final(operation.Id, held, site)));

    protected override Fields AfterImage(Operation.Validate operation, Fields held) =>
        held.Where(name => name is SupplierInvoiceFields.Status or SupplierInvoiceFields.Number || SupplierInvoiceFields.AllTotals.Contains(name));

    internal override bool AnswersFor(string field) => field == SupplierInvoiceFields.Status;

    protected override ImmutableArray<Difference> Differences(Operation.Validate operation, Fields held, Changeset changeset) =>
        held.TextOf(SupplierInvoiceFields.Status) is "validated" or "paid"
            ? []
            : [new Difference(SupplierInvoiceFields.Status, "validated", held.TextOf(SupplierInvoiceFields.Status) ?? "")];
}
