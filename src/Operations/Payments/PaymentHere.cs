using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>The company's own account that a payment names by its ref, and the payment that bears our marker on it.</summary>
internal static class PaymentHere
{
    /// <summary>The account, if it is there and open.</summary>
    public static async Task<Resolution> AccountAsync(Fields set, Site site, CancellationToken cancel)
    {
        var reference = set.TextOf(PaymentFields.Account) ?? "";
        var place = $"bank account {reference}";
        return await site.Read.Payments.AccountsAsync(reference, cancel) switch
        {
            Answer<ImmutableArray<OwnAccount>>.Ok { Value: [{ IsClosed: false } account] } =>
                new Resolution.One(account.Id, [new Observed(place, string.Create(CultureInfo.InvariantCulture,
                    $"{account.Id} {account.Label} {account.Currency}"))]),
            Answer<ImmutableArray<OwnAccount>>.Ok { Value: [_] } => new Resolution.Not([new Problem(
                Codes.AccountClosed, place, $"The bank account '{reference}' is closed on {site.Name}.")]),
            Answer<ImmutableArray<OwnAccount>>.Ok => new Resolution.Not([new Problem(
                Codes.UnknownCode, place, $"{site.Name} has no bank account of the company with the ref '{reference}'.",
                $"Look at the list of bank accounts on {site.Name}. Record the payment again with a ref that is there.")]),
            var answer => new Resolution.Unseen(answer.ProblemOf(place)),
        };
    }

    /// <summary>The payments that bear a marker on an account, with what they hold.</summary>
    public static async Task<Answer<ImmutableArray<PaymentHeld>>> MarkedAsync(PaymentLook look, Site site, CancellationToken cancel) =>
        await (await site.Read.Payments.MarkedAsync(look.Account, look.Marker, cancel)).ThenAsync(async lines =>
        {
            var all = ImmutableArray.CreateBuilder<PaymentHeld>();
            foreach (var line in lines)
            {
                var id = await site.Read.Payments.OfLineAsync(look.Account, line.Id, cancel);
                if (id is not Answer<long>.Ok { Value: var payment })
                {
                    return id.Map<ImmutableArray<PaymentHeld>>(_ => []);
                }
                all.Add(new PaymentHeld(payment, Image(look.Paid.FirstOrDefault(paid => paid.BankLineId == line.Id), line)));
            }
            return new Answer<ImmutableArray<PaymentHeld>>.Ok(all.ToImmutable());
        });

    /// <summary>What a payment and its line hold; of a payment that is no longer one of the invoice's, the line alone.</summary>
    private static Fields Image(Payment? payment, BankLine line) => Fields.None
        .With(PaymentFields.Date, Days.TextOrEmpty(payment?.Date))
        .With(PaymentFields.Amount, payment is null ? "" : Decimals.Money(payment.Amount))
        .With(PaymentFields.Means, payment?.Means ?? "")
        .With(PaymentFields.Account, line.AccountRef)
        .With(PaymentFields.Transaction, payment?.Transaction ?? "")
        .With(PaymentFields.Number, payment?.Ref ?? "")
        .With(PaymentFields.Booked, Decimals.Money(line.Amount));
}

/// <summary>Where a payment of ours would be.</summary>
/// <param name="Account">The account, by this target's number.</param>
/// <param name="Marker">Our marker.</param>
/// <param name="Paid">What was paid of the invoice.</param>
internal sealed record PaymentLook(long Account, string Marker, ImmutableArray<Payment> Paid);

/// <summary>A payment that is there.</summary>
/// <param name="Id">Its number on this target.</param>
/// <param name="Held">What it and its line hold.</param>
internal sealed record PaymentHeld(long Id, Fields Held);
