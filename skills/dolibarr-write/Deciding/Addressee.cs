using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>An accountant's first question: is it for us? An invoice to another company stops, and so does one of our own.</summary>
internal static class Addressee
{
    /// <summary>What a person should know of it; refused where it is not for us and no person has accepted it.</summary>
    public static Result<ImmutableArray<Notice>> Look(InvoiceFacts facts, WhoWeAre? we, PersonDecisions decisions)
    {
        if (we is null)
        {
            return Result.Ok<ImmutableArray<Notice>>([Unchecked]);
        }

        if (we.Is(facts.Seller) == true)
        {
            return Result.Refused<ImmutableArray<Notice>>(OurOwn(facts.Seller, we, facts.Buyer?.Name));
        }

        return (facts.Buyer, facts.Buyer is { } buyer ? we.Is(buyer) : null, decisions.BuyerAccepted) switch
        {
            (_, true, _) => Result.Ok<ImmutableArray<Notice>>([]),
            ({ } other, _, { } reason) => Result.Ok<ImmutableArray<Notice>>([new Notice("addressee-accepted", $"The invoice is addressed to {Words(other)}; we are {we.Words}. A person accepted it: {reason}")]),
            ({ } other, false, null) => Result.Refused<ImmutableArray<Notice>>(new Problem(
                "addressed-to-another", "buyer", $"The invoice is addressed to {Words(other)}; we are {we.Words} (by {we.From}).",
                "Send it on to whom it is for, or ask the supplier for one in our name. If it is ours all the same, run this again with --buyer-ok \"REASON\".")),
            ({ } other, null, null) => Result.Ok<ImmutableArray<Notice>>([new Notice("addressee-missing", $"The invoice is addressed to {Words(other)}; nothing shows whether that is us ({we.Words}). Check it before you approve it.")]),
            _ => Result.Ok<ImmutableArray<Notice>>([new Notice("addressee-missing", $"The document does not say whom it is for; we are {we.Words}. Look at it before you approve it.")]),
        };
    }

    /// <summary>The same for an invoice that a model proposes: whether our name or a legal id of ours is in the texts.</summary>
    public static Result<ImmutableArray<Notice>> Look(Party seller, DocumentWords words, WhoWeAre? we) => we switch
    {
        null => Result.Ok<ImmutableArray<Notice>>([Unchecked]),
        _ when we.Is(seller) == true => Result.Refused<ImmutableArray<Notice>>(OurOwn(seller, we, null)),
        _ when words.IsThere && !(we.Name is { } name && words.Name(name)) && !new[] { we.Siren, we.VatNumber }.Any(id => id is not null && words.Say(id)) => Result.Ok<ImmutableArray<Notice>>(
            [new Notice("addressee-missing", $"Neither our name nor a legal id of ours ({we.Words}) stands in the texts that were given. Check whom the invoice is for.")]),
        _ => Result.Ok<ImmutableArray<Notice>>([]),
    };

    private static Problem OurOwn(Party seller, WhoWeAre we, string? customer) => new(
        "own-invoice", "seller", $"The seller '{seller.Name ?? seller.TradingName}' is our own company ({we.Words}, by {we.From}): this is an invoice to a customer{(customer is null ? "" : $", '{customer}'")}, and not one from a supplier.",
        "Nothing to enter here. If it is not in Dolibarr yet, enter it as a customer invoice.");

    private static Notice Unchecked => new(
        "addressee-unchecked", $"Whom the invoice is for was not checked: the key may not read who we are, and {Variables.CompanyName}, {Variables.CompanySiren} and {Variables.CompanyVatNumber} are not set.");

    private static string Words(Party party)
    {
        var ids = new[] { ("SIREN", party.Siren), ("VAT", party.VatId) }.Where(id => id.Item2 is not null).Select(id => $"{id.Item1} {id.Item2}").ToList();
        return $"'{party.Name ?? party.TradingName ?? "no name"}'{(ids.Count == 0 ? "" : $" ({string.Join(", ", ids)})")}";
    }
}
