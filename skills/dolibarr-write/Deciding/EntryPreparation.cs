using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>
/// A document checked and fitted for one server, in its own currency: an invoice in a currency other than the books' is fitted as
/// any other, for Dolibarr computes both amounts of a line in the same way, and booked at the server's rate.
/// </summary>
internal static class EntryPreparation
{
    /// <summary>The fit, or every reason why a person has to decide.</summary>
    public static async Task<Result<EntryDecision>> OfAsync(ReadInvoice invoice, EntryRules rules, CancellationToken cancel)
    {
        var books = rules.Books.Currency.Value;
        if (invoice.Facts.Currency is not { Length: 3 } currency || currency == books)
        {
            return Of(invoice, rules, null);
        }

        var rate = await rules.RateAsync(currency, cancel);
        return rate switch
        {
            Result<ForeignCurrencyRate>.Ok { Value: var found } => Of(invoice, rules, found),
            // What else stands in its way is said with it: a person should not come back for each.
            Result<ForeignCurrencyRate>.Refused refused => Of(invoice, rules, null) is Result<EntryDecision>.Refused others
                ? new Result<EntryDecision>.Refused([.. refused.Problems, .. others.Problems.Where(p => p.Code != Codes.CurrencyForeign)])
                : new Result<EntryDecision>.Refused(refused.Problems),
            _ => throw new InvalidOperationException("A result is one of two."),
        };
    }

    /// <summary>The same where no server is asked for a rate.</summary>
    public static Result<EntryDecision> Of(ReadInvoice invoice, EntryRules rules, ForeignCurrencyRate? rate)
    {
        var books = rules.Books.Currency.Value;
        // The server's way of rounding corrects the books' VAT alone: the invoice's own is always rounded a line at a time.
        var rounding = rate is null ? rules.Books.Rounding.Value : VatRounding.PerLine;
        if (rules.Decisions.Kind is { } said && EntryKinds.Of(invoice.Facts) is not EntryKind.ForAPerson and var own && own != said)
        {
            return Result.Refused<EntryDecision>(new Problem(
                Codes.TypeIsClear, "type", $"By its own type this is {PersonDecisions.Named(own)}; --as is for documents whose type leaves it open."));
        }

        var prepared = PreparedInvoice.Of(invoice, new CheckContext(rules.Today, books) { Decided = rules.Decisions.Kind, ForeignCurrency = rate?.Code }, rounding);
        ImmutableArray<Problem> stops = [.. prepared.Stopping.Select(stop => new Problem(Codes.Of(stop.Code), stop.Where ?? "document", stop.Text))];
        return stops.IsEmpty
            ? Result.Ok(new EntryDecision(prepared with { Fit = prepared.Fit with { Booked = rate?.Booked(prepared.Fit, rules.Books.Rounding.Value) } }, rate?.Code ?? books) { Rounding = rules.Books.Rounding, Rate = rate })
            : new Result<EntryDecision>.Refused(stops);
    }
}
