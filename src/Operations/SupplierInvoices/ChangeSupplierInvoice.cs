using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>
/// Changes a draft: its header in one call, its lines one by one. Several calls, so it can stop in between; each step
/// brings the invoice nearer to what is wanted, and going on from any state in between ends in the same.
/// </summary>
internal sealed class ChangeSupplierInvoice : OperationKind<Operation.Update>
{
    public override string Do => "update";

    public override FieldSet Fields => SupplierInvoiceFields.All;

    public override ImmutableArray<Right> RightsToRead => [.. RightsNeeded.ReadingSupplierInvoices, .. RightsNeeded.ReadingThirdParties];

    public override ImmutableArray<Right> RightsToWrite => RightsNeeded.WritingSupplierInvoices;

    protected override IEnumerable<Problem> Check(Operation.Update operation, Changeset changeset) =>
        SupplierInvoiceFields.All.Check(operation.Set, $"{operation.Id}.set")
            .Concat(Updates.Check(operation))
            .Concat(SupplierInvoiceRules.Lines(operation.Set, $"{operation.Id}.set.{SupplierInvoiceFields.Lines}"))
            .Concat(SupplierInvoiceRules.ProductsStay(operation))
            .Concat(operation.Set.Names.Where(name => !SupplierInvoiceFields.Changeable.Contains(name)).Select(name => new Problem(
                Codes.NotChangeable, $"{operation.Id}.set.{name}", $"'{name}' of an invoice is not changed once it is entered.", $"Change only: {string.Join(", ", SupplierInvoiceFields.Changeable)}. For anything else, discard the draft and enter it again.")));

    protected override async Task<Standing> StandAsync(Operation.Update operation, Site site, Asking asking, CancellationToken cancel) =>
        await NamedHere.WithAsync(await LookAsync(operation, site, asking, cancel), operation.Id, SupplierInvoiceRequests.Named(operation.Set, site, cancel));

    private async Task<Standing> LookAsync(Operation.Update operation, Site site, Asking asking, CancellationToken cancel)
    {
        var resolution = await site.ResolveAsync(operation.On, SupplierInvoiceOperations.Instance, cancel);
        if (resolution is not Resolution.One one)
        {
            return Standings.Blocked(resolution, operation.Id)!;
        }
        var answer = await ReadAsync(operation, site, one.Id, cancel);
        if (answer is not Answer<Fields>.Ok { Value: var held })
        {
            return Standings.Unseen(answer.ProblemOf(operation.Id));
        }
        var standing = Updates.Stand(asking == Asking.AfterSending ? HalfDone(operation, held) : operation, SupplierInvoiceFields.All, new ObjectHeld(one, held), site);
        return standing is Standing.Ready && held.TextOf(SupplierInvoiceFields.Status) != "draft"
            ? Standings.Conflict(new Problem(Codes.NotADraft, operation.Id, $"The invoice is {held.TextOf(SupplierInvoiceFields.Status)} on {site.Name}; only a draft is changed.", held.TextOf(SupplierInvoiceFields.Type) == SupplierInvoiceFields.CreditNote ? "Ask a bookkeeper to set it back to draft." : "Enter a credit note instead, or ask a bookkeeper to set it back to draft."))
            // A line that is added by itself loses its booked price, and Dolibarr's own can be a cent off.
            : standing is Standing.Ready && operation.Set.Has(SupplierInvoiceFields.Lines) && held.Has(SupplierInvoiceFields.CurrencyRate)
                ? Standings.Conflict(new Problem(Codes.ForeignCurrency, operation.Id, $"The invoice is in {held.TextOf(SupplierInvoiceFields.Currency)} on {site.Name}; its lines are not changed, for Dolibarr can then be a cent off."))
                : standing;
    }

    protected override async Task<Answer<long>> SendAsync(Operation.Update operation, WritableSite site, Standing.Ready ready, CancellationToken cancel)
    {
        var read = await site.Site.Read.SupplierInvoices.GetAsync(ready.On!.Value, cancel);
        return await read.ThenAsync(async invoice =>
        {
            var held = SupplierInvoiceImage.Of(invoice);
            // What an earlier try has brought there already is not sent again.
            var header = operation.Set.Where(name => name != SupplierInvoiceFields.Lines
                && !SupplierInvoiceFields.All.Differences(Changesets.Fields.None.With(name, operation.Set[name]!), held).IsEmpty);
            var changed = header.Count > 0
                ? await site.Writer.SupplierInvoices.UpdateAsync(invoice.Id, SupplierInvoiceRequests.Change(header, ready), cancel)
                : new Answer<Done>.Ok(default);
            var lines = await changed.ThenAsync(_ => operation.Set.Has(SupplierInvoiceFields.Lines)
                ? new SupplierInvoiceLines(invoice, site).BringToAsync(operation.Set.RowsOf(SupplierInvoiceFields.Lines), ready, cancel)
                : Task.FromResult<Answer<long>>(new Answer<long>.Ok(invoice.Id)));
            return header.Count > 0 && changed is Answer<Done>.Ok ? SupplierInvoiceLines.PartlyDone(lines) : lines;
        });
    }

    protected override async Task<Answer<Fields>> ReadAsync(Operation.Update operation, Site site, long id, CancellationToken cancel) =>
        (await site.Read.SupplierInvoices.GetAsync(id, cancel)).Map(SupplierInvoiceImage.Of);

    protected override Fields BeforeImage(Operation.Update operation, Fields held) => held.Where(operation.Set.Has);

    protected override async Task<Answer<long>> TakeBackAsync(Operation.Update operation, WritableSite site, long id, CancellationToken cancel) =>
        await (await NamedHere.ReadyAsync(id, operation.Id, SupplierInvoiceRequests.Named(operation.Before, site.Site, cancel)))
            .ThenAsync(ready => SendAsync(operation with { Set = operation.Before }, site, ready, cancel));

    protected override Fields AfterImage(Operation.Update operation, Fields held) =>
        held.Where(name => operation.Set.Has(name) || SupplierInvoiceFields.AllTotals.Contains(name));

    protected override ImmutableArray<Difference> Differences(Operation.Update operation, Fields held, Changeset changeset) =>
        SupplierInvoiceFields.All.Differences(Standings.StillAsked(operation.Set, operation, changeset), held);

    /// <summary>The same operation with lines that we may have left half changed taken as its before-image: each as it was or as it is to be.</summary>
    private static Operation.Update HalfDone(Operation.Update operation, Fields held)
    {
        if (!operation.Set.Has(SupplierInvoiceFields.Lines))
        {
            return operation;
        }
        var (before, wanted, lines) = (operation.Before.RowsOf(SupplierInvoiceFields.Lines), operation.Set.RowsOf(SupplierInvoiceFields.Lines), held.RowsOf(SupplierInvoiceFields.Lines));
        var ours = lines.Length >= Math.Min(before.Length, wanted.Length) && lines.Length <= Math.Max(before.Length, wanted.Length)
            && lines.Select((line, i) => Is(before, i, line) || Is(wanted, i, line)).All(known => known);
        return ours ? operation with { Before = operation.Before.With(SupplierInvoiceFields.Lines, lines) } : operation;

        static bool Is(ImmutableArray<Fields> rows, int i, Fields line) => i < rows.Length && SupplierInvoiceLineFields.All.Differences(rows[i], line).IsEmpty;
    }
}
