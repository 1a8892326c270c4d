using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// The rules by which a structured invoice is entered, drafted or refused. Facts, the target and what a person decided
/// count; no text of the document and no model has a say in it.
/// </summary>
internal sealed class EntryDecider(DolibarrReader read, EntryRules rules)
{
    public async Task<Result<EntryDecision>> DecideAsync(ReadInvoice invoice, CancellationToken cancel)
    {
        var addressee = await rules.We.ThenAsync(we => Task.FromResult(Addressee.Look(invoice.Facts, we, rules.Decisions)));
        // Whom it is for comes first: nothing else about an invoice to somebody else is our business.
        return await addressee.ThenAsync(async notices => await (await EntryPreparation.OfAsync(invoice, rules, cancel)).ThenAsync(decision => OfSupplierAsync(decision with { OnInvoice = notices }, cancel)));
    }

    private async Task<Result<EntryDecision>> OfSupplierAsync(EntryDecision decision, CancellationToken cancel)
    {
        var supplier = await new SupplierMatch(read, rules.Decisions).FindAsync(decision.Facts.Seller, cancel);
        if (supplier is Result<SupplierFound>.Refused { Problems: [var only] } unsettled && only.Code == Codes.SupplierByName)
        {
            // Who is on file by its name may have this very invoice: that is the better thing to say.
            return (await ElsewhereAsync(decision, cancel)) is Result<ImmutableArray<Notice>>.Refused there
                ? new Result<EntryDecision>.Refused(there.Problems)
                : new Result<EntryDecision>.Refused(unsettled.Problems);
        }

        return await supplier.ThenAsync(found => found.Party is { } party && rules.Known.LeftBehind(party) is { } left
            ? Task.FromResult(Result.Refused<EntryDecision>(left))
            : OfInvoiceAsync(decision with { Supplier = found.Party, SupplierIds = found.Missing, IsSupplierFoundByLegalId = found.IsByLegalId, OnSupplier = found.Notices }, cancel));
    }

    private Task<Result<ImmutableArray<Notice>>> ElsewhereAsync(EntryDecision decision, CancellationToken cancel) =>
        new DuplicatesElsewhere(read, rules.Decisions).LookAsync(decision.Facts, decision.Prepared.Fit.Predicted.Gross, cancel);

    private async Task<Result<EntryDecision>> OfInvoiceAsync(EntryDecision decision, CancellationToken cancel)
    {
        var doubles = await rules.Known.LookAsync(read, decision, cancel);
        var elsewhere = decision.IsSupplierFoundByLegalId ? Result.Ok<ImmutableArray<Notice>>([]) : await ElsewhereAsync(decision, cancel);
        return await doubles.ThenAsync(here => elsewhere.ThenAsync(there => NoticedAsync(decision, [.. here, .. there], cancel)));
    }

    private async Task<Result<EntryDecision>> NoticedAsync(EntryDecision decision, ImmutableArray<Notice> duplicates, CancellationToken cancel)
    {
        var (facts, supplier) = (decision.Facts, decision.Supplier);
        var credited = decision.Prepared.Fit.Kind == EntryKind.CreditNote
            ? await CreditedInvoice.FindAsync(facts, supplier, read, cancel)
            : Result.Ok<(SupplierInvoice?, ImmutableArray<Notice>)>((null, []));
        var ibans = await IbanCheck.LookAsync(facts, supplier, read, cancel);
        var products = await SupplierProducts.FindAsync(facts, supplier, new ProductReads(read, rules.Prod), cancel);
        var (fit, kinds) = await SupplierKinds.SettleAsync(products.Settle(decision.Prepared.Fit, facts), supplier, read, cancel);
        var payments = facts.PaymentTerms.IsEmpty && facts.PaymentDays is null && facts.PaymentMeans.IsEmpty ? PaymentChoices.None : await rules.PaymentsAsync(cancel);
        return credited.Map(link => decision with
        {
            PaymentTerms = payments.TermsOf(facts),
            PaymentMeans = payments.MeansOf(facts),
            Prepared = decision.Prepared with { Fit = fit },
            ProductRefs = products.RefsOf(fit, facts),
            Credited = link.Item1,
            OnSupplier = supplier is null ? [.. decision.OnSupplier, .. CleanedNotices.OfNewSupplier(facts)] : decision.OnSupplier,
            OnInvoice = [.. ibans, .. decision.OnInvoice, .. duplicates, .. link.Item2, .. kinds, .. products.Notices(fit, facts), .. CleanedNotices.OfNumber(facts), .. decision.RateNotices(rules.Books.Currency.Value), .. decision.Prepared.Warnings.Select(w => new Notice(w.Code, w.Text))],
        });
    }
}
