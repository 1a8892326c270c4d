using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// What the books say of an invoice whose supplier is known, or known to be new: whether it is there already, what it corrects,
/// its accounts, products and kinds of lines. The same looks for every invoice, whether a program or a model read it.
/// </summary>
internal sealed class EntryInBooks(DolibarrReader read, EntryRules rules)
{
    /// <summary>The whole decision, or every reason why a person has to decide.</summary>
    /// <param name="decision">The fit, the supplier, and what is known so far; what it says of a credited invoice stands.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<Result<EntryDecision>> SettleAsync(EntryDecision decision, CancellationToken cancel)
    {
        if (decision.Supplier is { } supplier && rules.Known.LeftBehind(supplier) is { } left)
        {
            return Result.Refused<EntryDecision>(left);
        }
        var doubles = await rules.Known.LookAsync(read, decision, cancel);
        var elsewhere = decision.IsSupplierFoundByLegalId ? Result.Ok<ImmutableArray<Notice>>([]) : await ElsewhereAsync(decision, cancel);
        return await doubles.ThenAsync(here => elsewhere.ThenAsync(there => NoticedAsync(decision, [.. here, .. there], cancel)));
    }

    /// <summary>Whether the invoice is there under a supplier that may be this one.</summary>
    public Task<Result<ImmutableArray<Notice>>> ElsewhereAsync(EntryDecision decision, CancellationToken cancel) =>
        new DuplicatesElsewhere(read, rules.Decisions).LookAsync(decision.Facts, decision.Prepared.Fit.Predicted.Gross, cancel);

    private async Task<Result<EntryDecision>> NoticedAsync(EntryDecision decision, ImmutableArray<Notice> duplicates, CancellationToken cancel)
    {
        var (facts, supplier) = (decision.Facts, decision.Supplier);
        var credited = decision.Prepared.Fit.Kind == EntryKind.CreditNote && decision.Credited is null
            ? await CreditedInvoice.FindAsync(facts, supplier, read, cancel)
            : Result.Ok(new CreditedInvoice(decision.Credited, []));
        var ibans = await IbanCheck.LookAsync(facts, supplier, read, cancel);
        var products = await SupplierProducts.FindAsync(facts, supplier, new ProductReads(read, rules.Prod), cancel);
        var kinds = await SupplierKinds.SettleAsync(products.Settle(decision.Prepared.Fit, facts), supplier, read, cancel);
        var numbers = await EarlierNumbers.LookAsync(facts, supplier, read, cancel);
        var payments = facts.PaymentTerms.IsEmpty && facts.PaymentDays is null && facts.PaymentMeans.IsEmpty ? PaymentChoices.None : await rules.PaymentsAsync(cancel);
        return credited.Map(link => decision with
        {
            PaymentTerms = payments.TermsOf(facts),
            PaymentMeans = payments.MeansOf(facts),
            Prepared = decision.Prepared with { Fit = kinds.Fit },
            ProductRefs = products.RefsOf(kinds.Fit, facts),
            Credited = link.Invoice,
            OnSupplier = supplier is null ? [.. decision.OnSupplier, .. CleanedNotices.OfNewSupplier(facts)] : decision.OnSupplier,
            OnInvoice =
            [
                .. ibans, .. decision.OnInvoice, .. duplicates, .. numbers, .. link.Notices, .. kinds.Notices,
                    .. products.Notices(kinds.Fit, facts),
                .. CleanedNotices.OfNumber(facts), .. decision.RateNotices(rules.Books.Currency.Value),
                .. decision.Prepared.Warnings.Select(w => new Notice(w.Code, w.Text)),
            ],
        });
    }
}
