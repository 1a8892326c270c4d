using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// The rules by which a structured invoice is entered, drafted or refused. Facts and the target decide; no text of the
/// document and no model has a say in it.
/// </summary>
internal sealed class EntryDecider(DolibarrReader read, BooksSetup books, KnownInvoices known, DateOnly today)
{
    public async Task<Result<EntryDecision>> DecideAsync(ReadInvoice invoice, CancellationToken cancel)
    {
        var currency = books.Currency.Value;
        var prepared = PreparedInvoice.Of(invoice, new CheckContext(today, currency), books.Rounding.Value);
        ImmutableArray<Problem> stops = [.. prepared.Stopping.Select(StopRemedies.ToProblem).Select(stop => stop.Code == "currency-foreign" && books.ForeignCurrencies.Value == true ? OnAServerThatHasIt(stop) : stop)];
        stops = stops.IsEmpty ? FitStops.Of(prepared.Fit) : stops;
        if (!stops.IsEmpty)
        {
            return new Result<EntryDecision>.Refused(stops);
        }
        var supplier = await SupplierMatch.FindAsync(invoice.Facts.Seller, read, cancel);
        return await supplier.ThenAsync(found => found.Party is { } party && known.LeftBehind(party) is { } left
            ? Task.FromResult(Result.Refused<EntryDecision>(left))
            : WithInvoiceAsync(new EntryDecision(prepared, currency) { Rounding = books.Rounding, Supplier = found.Party, OnSupplier = found.Notices }, cancel));
    }

    // Measured on 22.0.4: it takes a price in the foreign currency, turns it into the books' at its own rate, keeps five
    // decimals of that and computes the foreign VAT from those again. One invoice in five was a cent off.
    private static Problem OnAServerThatHasIt(Problem stop) => stop with
    {
        Message = $"{stop.Message} This server has foreign currencies, but what its API stores in them can be a cent off the document, and the amounts in the books follow its own exchange rate.",
        Remedy = "Enter it by hand in Dolibarr, and look at its rate.",
    };

    private async Task<Result<EntryDecision>> WithInvoiceAsync(EntryDecision decision, CancellationToken cancel)
    {
        var (facts, supplier) = (decision.Facts, decision.Supplier);
        var doubles = await known.LookAsync(read, decision, cancel);
        return await doubles.ThenAsync(async duplicates =>
        {
            var credited = decision.Prepared.Fit.Kind == EntryKind.CreditNote
                ? await CreditedInvoice.FindAsync(facts, supplier, read, cancel)
                : Result.Ok<(SupplierInvoice?, ImmutableArray<Notice>)>((null, []));
            var ibans = await IbanCheck.LookAsync(facts, supplier, read, cancel);
            return credited.Map(link => decision with
            {
                Credited = link.Item1,
                OnSupplier = supplier is null ? [.. decision.OnSupplier, .. CleanedNotices.OfNewSupplier(facts)] : decision.OnSupplier,
                OnInvoice = [.. ibans, .. duplicates, .. link.Item2, .. CleanedNotices.OfNumber(facts), .. decision.Prepared.Warnings.Select(w => new Notice(w.Code, w.Text))],
            });
        });
    }
}
