using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>Enters a supplier invoice with all of its lines in one call, which is one transaction on the server.</summary>
internal sealed class CreateSupplierInvoice : OperationKind<Operation.Create>
{
    public override string Do => "create";

    public override FieldSet Fields => SupplierInvoiceFields.All;

    public override ImmutableArray<Right> RightsToRead => [.. RightsNeeded.ReadingSupplierInvoices, .. RightsNeeded.ReadingThirdParties];

    public override ImmutableArray<Right> RightsToWrite => RightsNeeded.WritingSupplierInvoices;

    internal override bool LeavesMarker => true;

    protected override IEnumerable<Problem> Check(Operation.Create operation, Changeset changeset) =>
        SupplierInvoiceFields.All.Check(operation.Set, $"{operation.Id}.set").Concat(SupplierInvoiceRules.Check(operation)).Concat(SupplierInvoiceRules.MadeAsSupplier(operation, changeset)).Concat(InvoiceCurrency.Check(operation.Set, $"{operation.Id}.set"));

    protected override async Task<Standing> StandAsync(Operation.Create operation, Site site, Asking asking, CancellationToken cancel) =>
        await NamedHere.WithAsync(await LookAsync(operation, site, asking, cancel), operation.Id, SupplierInvoiceRequests.Named(operation.Set, site, cancel));

    private async Task<Standing> LookAsync(Operation.Create operation, Site site, Asking asking, CancellationToken cancel)
    {
        var marker = new SupplierInvoiceLook.Marked(site.Changeset.MarkerOf(operation));
        var supplier = await site.ResolveAsync(operation.Set.ReferenceOf(SupplierInvoiceFields.Supplier)!, ThirdPartyOperations.Instance, cancel);
        // Its marker first, its number second. What was never sent has no marker there: both are asked for together.
        var number = supplier is Resolution.One { Id: var itsId } ? new SupplierInvoiceLook.Numbered(SupplierNumber.Of(itsId, operation.Set.TextOf(SupplierInvoiceFields.SupplierReference)!)) : null;
        var looks = await site.Read.SupplierInvoices.FindEachAsync(number is not null && asking == Asking.Afresh ? [marker, number] : [marker], cancel);
        if (looks[0] is not Answer<ImmutableArray<SupplierInvoice>>.Ok { Value: var ours })
        {
            return Standings.Unseen(looks[0].ProblemOf(operation.Id));
        }
        if (supplier is not Resolution.One { Id: var supplierId, Seen: var seen })
        {
            return ours is [] ? Standings.Blocked(supplier, operation.Id)! : Ours(operation, site, ours, null);
        }
        if (ours is not [])
        {
            return Ours(operation, site, ours, supplierId);
        }
        if (await SupplierInvoiceRules.SupplierBlocksAsync(operation, supplierId, site, cancel) is { } unfit)
        {
            return unfit;
        }
        var ids = ImmutableDictionary<Reference, long>.Empty.Add(operation.Set.ReferenceOf(SupplierInvoiceFields.Supplier)!, supplierId);
        if (operation.Set.ReferenceOf(SupplierInvoiceFields.CreditedInvoice) is { } credited)
        {
            var resolution = await site.ResolveAsync(credited, SupplierInvoiceOperations.Instance, cancel);
            if (resolution is not Resolution.One { Id: var creditedId, Seen: var creditedSeen })
            {
                return Standings.Blocked(resolution, operation.Id)!;
            }
            ids = ids.Add(credited, creditedId);
            seen = seen.AddRange(creditedSeen);
        }
        var answer = looks.Length > 1 ? looks[1] : (await site.Read.SupplierInvoices.FindEachAsync([number!], cancel))[0];
        return answer switch
        {
            Answer<ImmutableArray<SupplierInvoice>>.Ok { Value: [] } => new Standing.Ready(null) { Ids = ids, Seen = [.. seen, new Observed($"supplier invoice {operation.Set.TextOf(SupplierInvoiceFields.SupplierReference)}", Observed.Absent)] },
            Answer<ImmutableArray<SupplierInvoice>>.Ok { Value: var there } when asking == Asking.AfterSending => Ours(operation, site, there, supplierId),
            Answer<ImmutableArray<SupplierInvoice>>.Ok { Value: var there } => Standings.Conflict(Exists(operation, site, there)),
            _ => Standings.Unseen(answer.ProblemOf(operation.Id)),
        };
    }

    protected override Task<Answer<long>> SendAsync(Operation.Create operation, WritableSite site, Standing.Ready ready, CancellationToken cancel) =>
        site.Writer.SupplierInvoices.CreateAsync(SupplierInvoiceRequests.New(operation.Set, ready, site.Site.Changeset.MarkerOf(operation)), cancel);

    protected override async Task<Answer<Fields>> ReadAsync(Operation.Create operation, Site site, long id, CancellationToken cancel) =>
        (await site.Read.SupplierInvoices.GetAsync(id, cancel)).Map(SupplierInvoiceImage.Of);

    protected override Fields BeforeImage(Operation.Create operation, Fields held) => Changesets.Fields.None;

    protected override async Task<Answer<long>> TakeBackAsync(Operation.Create operation, WritableSite site, long id, CancellationToken cancel)
    {
        var read = await site.Site.Read.SupplierInvoices.GetAsync(id, cancel);
        return await read.ThenAsync(async invoice => SupplierInvoiceImage.WordOf(invoice) switch
        {
            "draft" => (await site.Writer.SupplierInvoices.DeleteAsync(id, cancel)).Map(_ => id),
            "validated" => (await (await site.Writer.SupplierInvoices.SetToDraftAsync(id, cancel)).ThenAsync(_ => site.Writer.SupplierInvoices.DeleteAsync(id, cancel))).Map(_ => id),
            var state => new Answer<long>.Refused(new Problem(Codes.NotADraft, "", $"The invoice {invoice.Ref} is {state}.", "Take its payment back first, by hand.")),
        });
    }

    protected override Fields AfterImage(Operation.Create operation, Fields held) => held.Where(name =>
        (operation.Set.Has(name) || SupplierInvoiceFields.AllTotals.Contains(name)
            || name is SupplierInvoiceFields.Type or SupplierInvoiceFields.Currency or SupplierInvoiceFields.Status or SupplierInvoiceFields.DueDate));

    /// <summary>Without a type it is an ordinary invoice; without a due date and terms it is due on its day.</summary>
    internal override IEnumerable<string> OnlyIfAsked(Operation operation)
    {
        if (operation.After.TextOf(SupplierInvoiceFields.Type) is { } type && type != SupplierInvoiceFields.Standard)
        {
            yield return SupplierInvoiceFields.Type;
        }
        if (operation.After.TextOf(SupplierInvoiceFields.DueDate) is { Length: > 0 } due && due != operation.After.TextOf(SupplierInvoiceFields.Date) && !operation.Asked.Has(SupplierInvoiceFields.PaymentTerms))
        {
            yield return SupplierInvoiceFields.DueDate;
        }
    }

    protected override ImmutableArray<Difference> Differences(Operation.Create operation, Fields held, Changeset changeset) =>
        SupplierInvoiceFields.All.Differences(Standings.StillAsked(operation.Set, operation, changeset), held);

    private Standing Ours(Operation.Create operation, Site site, ImmutableArray<SupplierInvoice> invoices, long? supplier)
    {
        if (invoices.Length > 1)
        {
            return Standings.Conflict(new Problem(Codes.SeveralFound, operation.Id, $"{site.Name} has {invoices.Length} invoices for this one: {string.Join("; ", invoices.Select(SupplierInvoiceImage.Describe))}.", "Delete the surplus there, then plan again."));
        }
        var held = SupplierInvoiceImage.Of(invoices[0]);
        var differences = Differences(operation, held, site.Changeset);
        if (supplier is { } expected && invoices[0].SupplierId != expected)
        {
            differences = differences.Add(new Difference(SupplierInvoiceFields.Supplier, Id(expected), Id(invoices[0].SupplierId)));
        }
        return differences.IsEmpty
            ? new Standing.Done(invoices[0].Id, held) { Seen = [Observed.Made("supplier invoice", operation.Id)] }
            : Standings.Conflict(new Problem(Codes.ChangedSince, operation.Id, $"This invoice is on {site.Name} already, but not as recorded: {Standings.List(differences)}.", "Find out which is right; correct it by hand there, or record a new changeset.")) with { Held = held };
    }

    private static string Id(long id) => string.Create(CultureInfo.InvariantCulture, $"third party {id}");

    private static Problem Exists(Operation.Create operation, Site site, ImmutableArray<SupplierInvoice> there) => new(
        Codes.AlreadyThere, operation.Id,
        $"{site.Name} already has, for this supplier, {string.Join("; ", there.Select(SupplierInvoiceImage.Describe))}. The changeset would enter '{operation.Set.TextOf(SupplierInvoiceFields.SupplierReference)}' of {operation.Set.TextOf(SupplierInvoiceFields.Date)}, {operation.After.TextOf(SupplierInvoiceFields.TotalInclTax) ?? "?"} incl. tax.",
        $"Somebody entered it since. If it is the same invoice, leave this changeset; if not, find out which reference is right on the document.");
}
