using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>The rate at which an invoice in another currency is booked, and where it is from.</summary>
/// <param name="Rate">Units of the invoice's currency for one of the books'.</param>
internal sealed record ForeignCurrencyRate(string Code, decimal Rate, string From)
{
    /// <summary>The newest rate of the first of these instances, where all of them have the currency; refused with what to switch on where.</summary>
    public static async Task<Result<ForeignCurrencyRate>> FindAsync(string code, ImmutableArray<InstanceRead> instances, CancellationToken cancel)
    {
        ForeignCurrencyRate? rate = null;
        foreach (var instance in instances)
        {
            var asked = await AskAsync(code, instance, cancel);
            if (asked is not Result<Currency>.Ok { Value: var currency })
            {
                return asked.Map<ForeignCurrencyRate>(_ => throw new InvalidOperationException("A result is one of two."));
            }

            rate ??= new ForeignCurrencyRate(code, Rounded.ExchangeRate(currency.Rate!.Value), $"{instance.Name}'s rate{(currency.RateDate is { } date ? $" of {Days.Text(date)}" : "")}");
        }

        return Result.Ok(rate!);
    }

    /// <summary>What the books come to, in their own currency, for lines in the invoice's.</summary>
    public DolibarrTotals Booked(FittedInvoice fit, VatRounding rounding) =>
        DolibarrArithmetic.Total([.. fit.Lines.Select(line => line with { UnitPrice = Rounded.Price(line.UnitPrice / Rate) })], rounding);

    /// <summary>For a person.</summary>
    public Notice Notice(string books, DolibarrTotals booked) => new("currency-rate", string.Create(CultureInfo.InvariantCulture,
        $"The invoice is in {Code}; at {Decimals.Text(Rate)} {Code} for 1 {books} ({From}) it is booked as {Decimals.Cents(booked.Net)} + {Decimals.Cents(booked.Vat)} VAT = {Decimals.Cents(booked.Gross)} {books}. Prod books it at the same rate."));

    private static async Task<Result<Currency>> AskAsync(string code, InstanceRead instance, CancellationToken cancel) => await instance.Read.Currencies.ByCodeAsync(code, cancel) switch
    {
        // A rate that nobody entered is 1 as well: 1000 USD would be booked as 1000 EUR.
        Answer<Currency>.Ok { Value: { Rate: 1 } } => Result.Refused<Currency>(new Problem(
            Codes.CurrencyForeign, "currency", $"The invoice is in {code}, and the rate of {code} on {instance.Name} is 1: either nobody entered it, or the books are in {code}.", $"On {instance.Name}, enter the rate of {code} in the module Multicurrency, then run this again.")),
        Answer<Currency>.Ok { Value: { Rate: > 0 } } ok => Result.Ok(ok.Value),
        Answer<Currency>.Refused { Problem: var no } when no.Code == Codes.RightMissing => Result.Refused<Currency>(new Problem(Codes.CurrencyForeign, "currency", $"The invoice is in {code}. On {instance.Name}: {no.Message}", no.Remedy)),
        Answer<Currency>.Ok => NoRate(code, instance.Name),
        Answer<Currency>.Refused { Problem: var no } when no.Code == Codes.NotFound => NoRate(code, instance.Name),
        var answer => answer.ToResult("currency"),
    };

    private static Result<Currency> NoRate(string code, string instance) => Result.Refused<Currency>(new Problem(
        Codes.CurrencyForeign, "currency", $"The invoice is in {code}, and {instance} has no rate for it: it would book the figures as its own.",
        $"On {instance}, add {code} with a rate in the module Multicurrency, then run this again."));
}

/// <summary>An instance to be asked, and its name for a person.</summary>
internal sealed record InstanceRead(DolibarrReader Read, string Name);
