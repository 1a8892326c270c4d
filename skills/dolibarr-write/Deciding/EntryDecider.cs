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
        var books = new EntryInBooks(read, rules);
        var supplier = await new SupplierMatch(read, rules.Decisions).FindAsync(decision.Facts.Seller, cancel);
        if (supplier is Result<SupplierFound>.Refused { Problems: [var only] } unsettled && only.Code == Codes.SupplierByName)
        {
            // Who is on file by its name may have this very invoice: that is the better thing to say.
            return (await books.ElsewhereAsync(decision, cancel)) is Result<ImmutableArray<Notice>>.Refused there
                ? new Result<EntryDecision>.Refused(there.Problems)
                : new Result<EntryDecision>.Refused(unsettled.Problems);
        }

        return await supplier.ThenAsync(found => books.SettleAsync(
            decision with { Supplier = found.Party, SupplierIds = found.Missing, IsSupplierFoundByLegalId = found.IsByLegalId, OnSupplier = found.Notices }, cancel));
    }
}
