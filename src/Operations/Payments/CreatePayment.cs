using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>
/// Enters what was paid of an invoice. Dolibarr compares it with nothing: it takes more than is owed, a second time, and
/// for a draft. So all that is looked at first. Our marker is on the bank line that the payment makes.
/// </summary>
internal sealed class CreatePayment : OperationKind<Operation.Create>
{
    private static readonly Resource Payment = PaymentFields.Resource;

    public override string Do => "create";

    public override FieldSet Fields => Payment.Fields;

    public override ImmutableArray<Right> RightsToRead =>
        [.. RightsNeeded.ReadingSupplierInvoices, .. RightsNeeded.ReadingThirdParties, Right.ReadOwnAccounts];

    public override ImmutableArray<Right> RightsToWrite => [.. RightsToRead, Right.WriteSupplierInvoices];

    internal override bool LeavesMarker => true;

    // Nothing on the server stops a second one.
    internal override bool TakesEffectOnce => false;

    // Each draws the next number, and may be what closes its invoice.
    internal override string? LaneOf(Operation operation, Site site) => "payment";

    protected override IEnumerable<Problem> Check(Operation.Create operation, Changeset changeset)
    {
        foreach (var problem in Payment.Fields.Check(operation.Set, $"{operation.Id}.set"))
        {
            yield return problem;
        }
        foreach (var missing in Payment.Fields.All.Where(field => field.IsNeeded && IsBlank(operation.Set[field.Name])))
        {
            yield return new Problem(Codes.MissingField, $"{operation.Id}.set.{missing.Name}", $"A payment needs '{missing.Name}'.",
                "Give it.");
        }
        if (operation.Set.TextOf(PaymentFields.Amount) is { } amount && Decimals.Strict(amount) is <= 0)
        {
            yield return new Problem(Codes.WrongForm, $"{operation.Id}.set.{PaymentFields.Amount}", $"A payment of {amount} pays nothing.",
                "Give an amount above zero.");
        }
        if (!Payment.Unique.All(operation.Keys.Contains))
        {
            yield return new Problem(Codes.MissingKey, $"{operation.Id}.keys",
                "A payment is found again by its invoice, its day and its amount.", $"Use {string.Join(", ", Payment.Unique)}.");
        }
    }

    protected override async Task<Standing> StandAsync(Operation.Create operation, Site site, Asking asking, CancellationToken cancel)
    {
        var account = await PaymentHere.AccountAsync(operation.Set, site, cancel);
        if (account is not Resolution.One from)
        {
            return Standings.Blocked(account, operation.Id)!;
        }
        var resolution = await InvoiceAsync(operation, site, cancel);
        if (resolution is not Resolution.One { Id: var invoice } found)
        {
            return Standings.Blocked(resolution, operation.Id)!;
        }
        var paid = await site.Read.Payments.OfInvoiceAsync(invoice, cancel);
        if (paid is not Answer<ImmutableArray<Payment>>.Ok { Value: var entries })
        {
            return Standings.Unseen(paid.ProblemOf(operation.Id));
        }
        var marked = await PaymentHere.MarkedAsync(new PaymentLook(from.Id, site.Changeset.MarkerOf(operation), entries), site, cancel);
        return marked switch
        {
            Answer<ImmutableArray<PaymentHeld>>.Ok { Value: [] } =>
                await ReadyAsync(operation, site, new Here(found, from, entries), cancel),
            Answer<ImmutableArray<PaymentHeld>>.Ok { Value: [var one] } => There(operation, site, one),
            Answer<ImmutableArray<PaymentHeld>>.Ok { Value: var several } => Standings.Conflict(new Problem(
                Codes.SeveralFound, operation.Id,
                $"{site.Name} has this payment {several.Length} times: {string.Join(", ", several.Select(one => one.Held.TextOf(PaymentFields.Number)))}.",
                "Delete the surplus there by hand, then plan again.")),
            _ => Standings.Unseen(marked.ProblemOf(operation.Id)),
        };
    }

    protected override async Task<Answer<long>> SendAsync(Operation.Create operation, WritableSite site, Standing.Ready ready,
        CancellationToken cancel) =>
        await site.Writer.Payments.PayAsync(ready.On!.Value, new PaymentBody
        {
            Date = UnixSeconds.OfDay(Days.Strict(operation.Set.TextOf(PaymentFields.Date))!.Value),
            Means = ready.Named[new Named(PaymentFields.Means, operation.Set.TextOf(PaymentFields.Means)!)],
            Account = ready.Named[new Named(PaymentFields.Account, operation.Set.TextOf(PaymentFields.Account)!)],
            Amount = Decimals.Strict(operation.Set.TextOf(PaymentFields.Amount)!)!.Value,
            Transaction = operation.Set.TextOf(PaymentFields.Transaction),
            Marker = site.Site.Changeset.MarkerOf(operation),
        }, cancel);

    protected override async Task<Answer<Fields>> ReadAsync(Operation.Create operation, Site site, long id, CancellationToken cancel)
    {
        var (account, invoice) = (await PaymentHere.AccountAsync(operation.Set, site, cancel), await InvoiceAsync(operation, site, cancel));
        if (account is not Resolution.One from || invoice is not Resolution.One of)
        {
            return Lost(operation, site, account is Resolution.One ? invoice : account);
        }
        return await (await site.Read.Payments.OfInvoiceAsync(of.Id, cancel)).ThenAsync(async paid =>
            (await PaymentHere.MarkedAsync(new PaymentLook(from.Id, site.Changeset.MarkerOf(operation), paid), site, cancel))
                .Map(all => all.FirstOrDefault(one => one.Id == id)?.Held ?? Changesets.Fields.None));
    }

    protected override Fields BeforeImage(Operation.Create operation, Fields held) => Changesets.Fields.None;

    protected override Task<Answer<long>> TakeBackAsync(Operation.Create operation, WritableSite site, long id, CancellationToken cancel) =>
        Task.FromResult<Answer<long>>(new Answer<long>.Refused(new Problem(
            Codes.ByHand, "", Payment.TakenBackByHand!, $"Delete it on {site.Site.Name} by hand, or leave it there.")));

    protected override Fields AfterImage(Operation.Create operation, Fields held) =>
        held.Where(name => operation.Set.Has(name) || !Payment.Fields[name]!.Settable);

    /// <summary>What went off the account is what was paid, whatever else is asked for.</summary>
    protected override ImmutableArray<Difference> Differences(Operation.Create operation, Fields held, Changeset changeset) =>
        Payment.Fields.Differences(
            operation.Set.Where(name => name != PaymentFields.Invoice)
                .With(PaymentFields.Booked, Decimals.Money(-(Decimals.Strict(operation.Set.TextOf(PaymentFields.Amount)) ?? 0))),
            held);

    private static bool IsBlank(FieldValue? value) =>
        value is null || (value is FieldValue.Text text && string.IsNullOrWhiteSpace(text.Value));

    private static Task<Resolution> InvoiceAsync(Operation.Create operation, Site site, CancellationToken cancel) =>
        site.ResolveAsync(operation.Set.ReferenceOf(PaymentFields.Invoice)!, SupplierInvoiceOperations.Instance, cancel);

    private static async Task<Standing> ReadyAsync(
        Operation.Create operation, Site site, Here here, CancellationToken cancel)
    {
        var answer = await site.Read.SupplierInvoices.GetAsync(here.Invoice.Id, cancel);
        if (answer is not Answer<SupplierInvoice>.Ok { Value: var invoice })
        {
            return Standings.Unseen(answer.ProblemOf(operation.Id));
        }
        var multicurrency = await site.Read.Currencies.AreSeenAsync(cancel);
        if (multicurrency is not Answer<bool>.Ok { Value: var paysWhole })
        {
            return Standings.Unseen(multicurrency.ProblemOf(operation.Id));
        }
        var owed = new Owed(invoice, here.Paid);
        ImmutableArray<Problem> problems = [.. owed.InTheWay(operation, site, paysWhole)];
        if (!problems.IsEmpty)
        {
            return new Standing.Conflict(problems);
        }
        var named = new Named(PaymentFields.Account, operation.Set.TextOf(PaymentFields.Account)!);
        return await NamedHere.WithAsync(
            new Standing.Ready(invoice.Id)
            {
                Seen =
                [
                    .. here.Invoice.Seen,
                    new Observed($"owed of {invoice.SupplierReference}", Decimals.Cents(owed.Amount)),
                ],
            },
            operation.Id,
            [.. PaymentCodes.In(operation.Set, site, cancel), new NamedLook(named, Task.FromResult<Resolution>(here.Account))]);
    }

    private Standing There(Operation.Create operation, Site site, PaymentHeld found)
    {
        var differences = Differences(operation, found.Held, site.Changeset);
        return differences.IsEmpty
            ? new Standing.Done(found.Id, found.Held) { Seen = [Observed.Made(Payment.Title.English, operation.Id)] }
            : Standings.Conflict(new Problem(
                Codes.ChangedSince, operation.Id,
                $"This payment is on {site.Name} already, but not as recorded: {Standings.List(differences)}.")) with
            { Held = found.Held };
    }

    private static Answer<Fields> Lost(Operation operation, Site site, Resolution resolution) => resolution switch
    {
        Resolution.Not { Problems: [var problem, ..] } =>
            new Answer<Fields>.Refused(problem),
        Resolution.Unseen { Problem: var problem } =>
            new Answer<Fields>.Refused(problem),
        _ => new Answer<Fields>.Refused(new Problem(Codes.NotFound, "", $"The invoice of {operation.Id} is not there yet.",
            $"Look at it on {site.Name}.")),
    };

    /// <summary>What a payment is of and from, on one target, and what was paid before.</summary>
    private sealed record Here(Resolution.One Invoice, Resolution.One Account, ImmutableArray<Payment> Paid);
}
