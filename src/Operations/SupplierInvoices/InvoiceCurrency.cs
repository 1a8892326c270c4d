using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>
/// An invoice in another currency than the books. The changeset keeps the rate, so that every target books the same; and
/// both prices of a line are sent, for from one alone Dolibarr works out the other with five decimals and can be a cent off.
/// </summary>
internal static class InvoiceCurrency
{
    /// <summary>Whether the fields ask for another currency than the books': then they say the rate.</summary>
    public static bool IsForeign(Fields set) => RateOf(set) is not null;

    /// <summary>Units of the invoice's currency for one of the books'; null where it is in the books' own.</summary>
    public static decimal? RateOf(Fields set) => Decimals.Strict(set.TextOf(SupplierInvoiceFields.CurrencyRate));

    /// <summary>The price that is booked for one in the invoice's currency.</summary>
    public static decimal Booked(decimal price, decimal rate) => Rounded.Price(price / rate);

    /// <summary>The currency as the target has it: Dolibarr books one that it does not have as its own, without a word.</summary>
    public static IEnumerable<NamedLook> In(Fields set, Site site, CancellationToken cancel)
    {
        if (IsForeign(set) && set.TextOf(SupplierInvoiceFields.Currency) is { Length: > 0 } code)
        {
            yield return new NamedLook(new Named(SupplierInvoiceFields.Currency, code), FindAsync(code, site, cancel));
        }
    }

    /// <summary>What is wrong with the currency and the rate of what is asked.</summary>
    public static IEnumerable<Problem> Check(Fields set, string place)
    {
        if (set.TextOf(SupplierInvoiceFields.CurrencyRate) is not { } text)
        {
            yield break;
        }
        if (RateOf(set) is not > 0)
        {
            yield return new Problem(Codes.WrongForm, $"{place}.{SupplierInvoiceFields.CurrencyRate}", $"'{text}' is not a rate of exchange.", "Give the units of the invoice's currency for one of the books', above 0.");
        }
        if (string.IsNullOrEmpty(set.TextOf(SupplierInvoiceFields.Currency)))
        {
            yield return new Problem(Codes.MissingField, $"{place}.{SupplierInvoiceFields.Currency}", "A rate of exchange needs its currency.", "Give the invoice's currency.");
        }
    }

    private static async Task<Resolution> FindAsync(string code, Site site, CancellationToken cancel)
    {
        var place = $"currency {code}";
        return await site.Read.Currencies.ByCodeAsync(code, cancel) switch
        {
            Answer<Currency>.Ok { Value: var currency } => new Resolution.One(currency.Id, [new Observed(place, currency.Id.ToString(CultureInfo.InvariantCulture))]),
            Answer<Currency>.Refused { Problem: var no } when no.Code == Codes.NotFound => new Resolution.Not([new Problem(
                Codes.UnknownCode, place, $"{site.Name} does not have the currency {code}; it would book its figures as its own.", $"On {site.Name}, add {code} with a rate in the module Multicurrency, then plan again.")]),
            var answer => new Resolution.Unseen(answer.ProblemOf(place)),
        };
    }
}
