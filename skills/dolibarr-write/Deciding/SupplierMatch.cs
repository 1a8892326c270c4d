using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;
using DolibarrAgent.Resources;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>The supplier of a document on the target.</summary>
/// <param name="Party">The one third party that the document is from; null where none is on file, so that it is to be created.</param>
internal sealed record SupplierFound(ThirdParty? Party, ImmutableArray<Notice> Notices)
{
    /// <summary>The legal ids that the third party lacks and a person's word gives it; none for any other.</summary>
    public Fields Missing { get; init; } = Fields.None;

    /// <summary>Whether a legal id that both have points to it.</summary>
    public bool IsByLegalId { get; init; }
}

/// <summary>
/// Finds a document's supplier by its legal ids, which must agree on one third party; a SIRET on file belongs to the
/// SIREN that it begins with. By its name alone only where neither side has a legal id, or a person says which one it
/// is. An email address finds nobody: it is easily imitated.
/// </summary>
internal sealed class SupplierMatch(DolibarrReader read, PersonDecisions decisions)
{
    private const int MostShown = 5;

    public async Task<Result<SupplierFound>> FindAsync(Party seller, CancellationToken cancel)
    {
        if (decisions.SupplierCode is { } code)
        {
            return await ByPersonAsync(seller, code, cancel);
        }

        var byId = await ByLegalIdAsync(seller, cancel);
        return await byId.ThenAsync(found => found.Length switch
        {
            0 => ByNameAsync(seller, cancel),
            1 => Task.FromResult(Known(seller, found[0])),
            _ => Task.FromResult(Result.Refused<SupplierFound>(new Problem(
                Codes.SeveralFound, "supplier", $"The document's {SupplierIdentity.Words(seller)} point to {found.Length} third parties: {string.Join("; ", found.Select(ThirdPartyWords.Describe))}.",
                $"Say which one it is with --supplier CODE, or merge the two in Dolibarr, then run this again."))),
        });
    }

    /// <summary>All that one of the seller's legal ids points to, in the order of their ids.</summary>
    private async Task<Result<ImmutableArray<ThirdParty>>> ByLegalIdAsync(Party seller, CancellationToken cancel) =>
        (await read.ThirdParties.FindCompanyAsync(SupplierIdentity.IdsOf(seller), cancel)).ToResult("supplier");

    private static Result<SupplierFound> Known(Party seller, ThirdParty party)
    {
        var others = SupplierIdentity.Disagreeing(seller, party).ToList();
        return others.Count > 0
            ? Result.Refused<SupplierFound>(new Problem(
                Codes.SupplierIdsDisagree, "supplier", $"The document's {SupplierIdentity.Words(seller)} point to {ThirdPartyWords.Describe(party)}, which has another {string.Join(" and ", others)}.",
                "Find out which is right. Correct the supplier's numbers in Dolibarr, or ask for a right document, then run this again."))
            : SupplierIdentity.IsElsewhere(seller, party) ? Result.Refused<SupplierFound>(new Problem(
                Codes.LegalIdShared, "supplier", $"The document's {SupplierIdentity.Words(seller)} point to {ThirdPartyWords.Describe(party)}, but its seller is '{InvoiceFields.NameOf(seller)}', of another address ({seller.Address.Zip} {seller.Address.Town}). Companies of one VAT group share a number.",
                $"Find out whether the two are the same. If so, run this again with --supplier {(party.SupplierCode.Length > 0 ? party.SupplierCode : "CODE")}. If not, enter the seller in Dolibarr by hand, without the number that is shared, and run this again with --supplier and its code."))
            : Usable(party).Map(_ => new SupplierFound(party, [.. KnownNotices(seller, party)]) { IsByLegalId = true });
    }

    /// <summary>A person named the supplier: what the document says of its legal ids must not contradict that, and what is not on file is written there.</summary>
    private async Task<Result<SupplierFound>> ByPersonAsync(Party seller, string code, CancellationToken cancel)
    {
        var answer = (await read.ThirdParties.FindAsync(ThirdPartyFields.SupplierCode, [code], cancel)).ToResult("supplier");
        return await answer.ThenAsync(async found =>
        {
            if (found is not [var party])
            {
                return Result.Refused<SupplierFound>(new Problem(
                    Codes.SupplierUnknown, "supplier", $"{(found.IsEmpty ? "No supplier" : $"{found.Length} suppliers")} on file {(found.IsEmpty ? "has" : "have")} the code '{code}'."));
            }

            if (SupplierIdentity.Disagreeing(seller, party).ToList() is { Count: > 0 } others)
            {
                return Result.Refused<SupplierFound>(new Problem(
                    Codes.SupplierIdsDisagree, "supplier", $"The document's {SupplierIdentity.Words(seller)} are not those of {ThirdPartyWords.Describe(party)}: another {string.Join(" and ", others)}.", "Give the code of the right supplier, or correct its numbers in Dolibarr."));
            }

            var elsewhere = await ByLegalIdAsync(seller, cancel);
            return await elsewhere.ThenAsync(byId => Task.FromResult(byId.FirstOrDefault(other => other.Id != party.Id && (byId.Length > 1 || !SupplierIdentity.IsElsewhere(seller, other))) is { } other
                ? Result.Refused<SupplierFound>(new Problem(
                    Codes.SeveralFound, "supplier", $"The document's {SupplierIdentity.Words(seller)} are those of {ThirdPartyWords.Describe(other)}, not of {ThirdPartyWords.Describe(party)}.", "Give the code of the right supplier, or merge the two in Dolibarr. Where they are two companies that share a number, leave it with one of them."))
                : Usable(party).Map(_ =>
                    new SupplierFound(party,
                    [new Notice("supplier-by-person",
                    $"A person named the supplier: {ThirdPartyWords.Describe(party)}; the document's seller is {Called(seller)}."),
                    .. KnownNotices(seller, party)])
                    {
                        // A number that another company has as well would make both of them be found by it.
                        Missing = byId.All(holder => holder.Id == party.Id) ? SupplierIdentity.MissingOn(party, seller) : Fields.None,
                    })));
        });
    }

    /// <summary>
    /// No legal id points to anybody. Who bears the seller's name may be it: with no legal id on either side, and of the
    /// same country, it is; else a person has to say, so that no company is made twice.
    /// </summary>
    private async Task<Result<SupplierFound>> ByNameAsync(Party seller, CancellationToken cancel)
    {
        if (!seller.Names.Any())
        {
            return Result.Refused<SupplierFound>(new Problem(
                Codes.SellerWithoutName, "supplier", "The document does not name its seller, and no supplier on file has its numbers."));
        }

        var alike = await SupplierNames.AlikeAsync(seller.Name ?? seller.TradingName!, read, cancel);
        return await alike.ThenAsync(found =>
        {
            ImmutableArray<ThirdParty> same = [.. found.Where(party => SupplierIdentity.MayBe(seller, party))];
            return Task.FromResult(same switch
            {
                [] => New(seller, found),
                [var one] when !seller.HasLegalId && !SupplierIdentity.HasLegalId(one) => Usable(one).Map(_ => new SupplierFound(one, [new Notice(Codes.SupplierByName.Text,
                    $"The document gives no legal id; it was taken for {ThirdPartyWords.Describe(one)} by its name{(seller.Country is null ? "" : $" and country ({seller.Country})")} alone.")])),
                _ => Result.Refused<SupplierFound>(new Problem(
                    Codes.SupplierByName, "supplier", $"The seller '{InvoiceFields.NameOf(seller)}' ({SupplierIdentity.Words(seller)}) is on file by its name alone: {string.Join("; ", same.Select(ThirdPartyWords.Describe))}.",
                    $"If it is the same company, run this again with --supplier {(same is [var only] && only.SupplierCode.Length > 0 ? only.SupplierCode : "CODE")}: its legal ids are then written there. If it is another one, create it in Dolibarr with its legal ids, then run this again.")),
            });
        });
    }

    private static Result<SupplierFound> New(Party seller, ImmutableArray<ThirdParty> resembling) => Result.Ok(new SupplierFound(null,
    [
        new Notice("new-supplier", $"'{InvoiceFields.NameOf(seller)}' ({SupplierIdentity.Words(seller)}) is not on file and is created."),
        .. resembling.Take(MostShown).Select(party => new Notice("name-resembles", $"The new supplier '{InvoiceFields.NameOf(seller)}' ({SupplierIdentity.Words(seller)}) resembles {ThirdPartyWords.Describe(party)}, who is on file under other numbers.")),
    ]));

    /// <summary>The seller for a person; printed pages give its numbers alone.</summary>
    private static string Called(Party seller) => seller.Names.Any()
        ? $"'{InvoiceFields.NameOf(seller)}' ({SupplierIdentity.Words(seller)})"
        : $"not named ({SupplierIdentity.Words(seller)})";

    /// <summary>The third party, where invoices can be entered for it.</summary>
    internal static Result<ThirdParty> Usable(ThirdParty party) => party is { IsOpen: true, IsSupplier: true }
        ? Result.Ok(party)
        : Result.Refused<ThirdParty>(new Problem(
            Codes.SupplierUnfit, "supplier", $"{ThirdPartyWords.Describe(party)} is {(party.IsOpen ? "not marked as a supplier" : "closed")}.",
            party.IsOpen ? "If it is the right one, mark it as a supplier in Dolibarr, then run this again." : "If it is the right one, open it again in Dolibarr, then run this again."));

    private static IEnumerable<Notice> KnownNotices(Party seller, ThirdParty party)
    {
        if (seller.Name is { } name && !seller.Names.Any(other => PartyNames.AreSame(other, party.Name) || PartyNames.AreSame(other, party.NameAlias)))
        {
            yield return new Notice("name-differs", $"The document's seller is '{name}', on file is {ThirdPartyWords.Describe(party)}.");
        }

        if (seller.Siret is { } siret && party.Siret.Length > 0 && LegalIds.Bare(siret) != LegalIds.Bare(party.Siret))
        {
            yield return new Notice("siret-differs", $"The document is from the establishment {siret}, on file is {party.Siret}.");
        }
    }
}
