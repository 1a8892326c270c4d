using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Intake;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>The supplier of a document on the target.</summary>
/// <param name="Party">The one third party that every legal id points to; null where none is on file, so that it is to be created.</param>
internal sealed record SupplierFound(ThirdParty? Party, ImmutableArray<Notice> Notices);

/// <summary>
/// Finds a document's supplier by SIREN, SIRET or VAT id, which must agree on one third party. An email address or a
/// name finds nobody: both are easily imitated.
/// </summary>
internal static class SupplierMatch
{
    public static async Task<Result<SupplierFound>> FindAsync(Party seller, DolibarrReader read, CancellationToken cancel)
    {
        var candidates = new SortedDictionary<long, ThirdParty>();
        foreach (var (column, value) in LegalIds(seller))
        {
            var answer = await read.ThirdParties.FindAsync(column, [value], cancel);
            if (answer is not Answer<ImmutableArray<ThirdParty>>.Ok { Value: var found })
            {
                return answer.ToResult("supplier").Map(_ => new SupplierFound(null, []));
            }
            foreach (var party in found)
            {
                candidates[party.Id] = party;
            }
        }
        return candidates.Count switch
        {
            0 => await NewAsync(seller, read, cancel),
            1 => Known(seller, candidates.Values.Single()),
            _ => Result.Refused<SupplierFound>(new Problem(
                "several-found", "supplier", $"The document's {Ids(seller)} point to {candidates.Count} third parties: {string.Join("; ", candidates.Values.Select(ThirdPartyWords.Describe))}.",
                "Find out which one it is; merge the two in Dolibarr or correct the wrong number, then try again.")),
        };
    }

    private static Result<SupplierFound> Known(Party seller, ThirdParty party)
    {
        var others = Disagreeing(seller, party).ToList();
        if (others.Count > 0)
        {
            return Result.Refused<SupplierFound>(new Problem(
                "supplier-ids-disagree", "supplier", $"The document's {Ids(seller)} point to {ThirdPartyWords.Describe(party)}, which has another {string.Join(" and ", others)}.",
                "Find out which is right: the supplier's numbers on file, or those on the document."));
        }
        if (!party.IsOpen || !party.IsSupplier)
        {
            return Result.Refused<SupplierFound>(new Problem(
                "supplier-unfit", "supplier", $"{ThirdPartyWords.Describe(party)} is {(party.IsOpen ? "no supplier" : "closed")}.",
                party.IsOpen ? "If it is the right one, mark it as a supplier in Dolibarr, then try again." : "If it is the right one, open it again in Dolibarr, then try again."));
        }
        return Result.Ok(new SupplierFound(party, [.. KnownNotices(seller, party)]));
    }

    private static IEnumerable<Notice> KnownNotices(Party seller, ThirdParty party)
    {
        if (seller.Name is { } name && !PartyNames.AreSame(name, party.Name))
        {
            yield return new Notice("name-differs", $"The document's seller is '{name}', on file is {ThirdPartyWords.Describe(party)}.");
        }
        if (seller.Siret is { } siret && party.Siret.Length > 0 && ThirdPartyWords.Bare(siret) != ThirdPartyWords.Bare(party.Siret))
        {
            yield return new Notice("siret-differs", $"The document is from the establishment {siret}, on file is {party.Siret}.");
        }
    }

    private static async Task<Result<SupplierFound>> NewAsync(Party seller, DolibarrReader read, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(seller.Name))
        {
            return Result.Refused<SupplierFound>(new Problem(
                "seller-without-name", "supplier", "The document does not name its seller, and no supplier on file has its numbers.", "Find out who sent it, and enter it by hand."));
        }
        var alike = await SupplierNames.AlikeAsync(seller.Name, read, cancel);
        return alike.Map(found => new SupplierFound(null,
        [
            new Notice("new-supplier", $"'{seller.Name}' ({Ids(seller)}) is not on file and is created."),
            .. found.Select(party => new Notice("name-resembles", $"The new supplier '{seller.Name}' ({Ids(seller)}) resembles {ThirdPartyWords.Describe(party)}, who is on file under other numbers.")),
        ]));
    }

    /// <summary>What is on file and differs. Another establishment (SIRET) of the same company is no disagreement.</summary>
    private static IEnumerable<string> Disagreeing(Party seller, ThirdParty party)
    {
        if (Differs(seller.VatId, party.VatNumber))
        {
            yield return "VAT id";
        }
        if (Differs(seller.Siren, party.Siren))
        {
            yield return "SIREN";
        }
        if (seller.Siren is null && party.Siren.Length == 0 && Differs(seller.Siret, party.Siret))
        {
            yield return "SIRET";
        }
    }

    private static bool Differs(string? document, string onFile) =>
        document is not null && onFile.Length > 0 && ThirdPartyWords.Bare(document) != ThirdPartyWords.Bare(onFile);

    private static IEnumerable<(ThirdPartyColumn Column, string Value)> LegalIds(Party seller) => new[]
    {
        (ThirdPartyColumn.VatNumber, seller.VatId),
        (ThirdPartyColumn.Siren, seller.Siren),
        (ThirdPartyColumn.Siret, seller.Siret),
    }.Where(id => !string.IsNullOrEmpty(id.Item2)).Select(id => (id.Item1, id.Item2!));

    private static string Ids(Party seller)
    {
        var ids = new[] { ("VAT id", seller.VatId), ("SIREN", seller.Siren), ("SIRET", seller.Siret) }.Where(id => id.Item2 is not null).Select(id => $"{id.Item1} {id.Item2}").ToList();
        return ids.Count == 0 ? "no legal id" : string.Join(", ", ids);
    }
}
