using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// Proves who sells, by legal ids alone: those under the seller's heading, else those that stand under nobody's. Where two
/// companies are left, the one whose check digits hold; else the one that a VAT number and a register agree on.
/// </summary>
internal static class SellerProof
{
    /// <summary>Looks for the one company.</summary>
    public static PageField<PageParty> Of(ImmutableArray<ReadRow> rows, PageOwner owner)
    {
        var headings = new PartyHeadings(rows);
        var ids = (from row in rows
                   from id in row.Tokens.OfType<PageToken.LegalId>()
                   select new Found(id, RoleOf(row, id, headings))).ToList();
        var others = ids.Where(one => one.Role is LabelKind.Buyer or LabelKind.OtherParty).SelectMany(one => KeysOf(one.Id)).ToHashSet(StringComparer.Ordinal);
        var free = ids.Where(one => one.Role is null && !KeysOf(one.Id).Any(key => others.Contains(key)) && !owner.Is(one.Id.Value)).ToList();
        var named = ids.Where(one => one.Role == LabelKind.Seller && !owner.Is(one.Id.Value)).ToList();
        var parties = Parties(named.Count > 0 ? Joined(named, free) : free);
        var best = parties.Count > 1 ? Best(parties) : parties;
        return best switch
        {
            [] => new PageField<PageParty>.NotThere(),
            [var only] => new PageField<PageParty>.Proven(PartyOf(only), [.. only.Select(one => one.Id.Place)]),
            _ => new PageField<PageParty>.Several([.. best.Select(party => new PageCandidate<PageParty>(PartyOf(party), party[0].Id.Place))]),
        };
    }

    // What stands elsewhere belongs to the seller too where it names the same company.
    private static List<Found> Joined(List<Found> named, List<Found> free)
    {
        var keys = named.SelectMany(one => KeysOf(one.Id)).ToHashSet(StringComparer.Ordinal);
        return [.. named, .. free.Where(one => KeysOf(one.Id).Any(keys.Contains))];
    }

    private static LabelKind? RoleOf(ReadRow row, PageToken.LegalId id, PartyHeadings headings)
    {
        var nearest = row.Labels.LastOrDefault(label => label.End <= id.Start && label.Kind is LabelKind.BuyerId or LabelKind.VatNumber or LabelKind.CompanyId);
        return nearest?.Kind == LabelKind.BuyerId ? LabelKind.Buyer : headings.Of(id.Place);
    }

    private static List<List<Found>> Parties(List<Found> ids)
    {
        var parties = new List<List<Found>>();
        foreach (var one in ids)
        {
            var same = parties.Where(party => party.Exists(other => KeysOf(other.Id).Intersect(KeysOf(one.Id)).Any())).ToList();
            parties.RemoveAll(same.Contains);
            parties.Add([.. same.SelectMany(party => party), one]);
        }

        return parties;
    }

    private static List<List<Found>> Best(List<List<Found>> parties)
    {
        var holding = parties.Where(party => party.TrueForAll(one => HoldsCheckDigits(one.Id) != false) && party.Exists(one => HoldsCheckDigits(one.Id) == true)).ToList();
        if (holding.Count == 1)
        {
            return holding;
        }

        var agreed = (holding.Count > 0 ? holding : parties).Where(party => party.Select(one => one.Id.Kind == LegalIdKind.VatNumber).Distinct().Count() > 1).ToList();
        return agreed.Count == 1 ? agreed : parties;
    }

    private static PageParty PartyOf(List<Found> ids)
    {
        var vat = Value(LegalIdKind.VatNumber);
        var siret = Value(LegalIdKind.Siret);
        return new(vat, Value(LegalIdKind.Siren) ?? siret?[..9] ?? (vat is null ? null : LegalIds.SirenOfVatNumber(vat)), siret, ids.TrueForAll(one => HoldsCheckDigits(one.Id) != false));

        string? Value(LegalIdKind kind) => ids.Where(one => one.Id.Kind == kind).Select(one => one.Id.Value).Distinct().ToList() is [var only] ? only : null;
    }

    /// <summary>What an id has in common with others of the same company.</summary>
    private static IEnumerable<string> KeysOf(PageToken.LegalId id) => id.Kind switch
    {
        LegalIdKind.Siren => [id.Value],
        LegalIdKind.Siret => [id.Value[..9]],
        _ => LegalIds.SirenOfVatNumber(id.Value) is { } siren ? [id.Value, siren] : [id.Value],
    };

    private static bool? HoldsCheckDigits(PageToken.LegalId id) => id.Kind switch
    {
        LegalIdKind.VatNumber when id.Value.StartsWith("FR", StringComparison.Ordinal) => CheckDigits.IsFrenchVatId(id.Value) && CheckDigits.IsSirenOrSiret(id.Value[4..]),
        LegalIdKind.VatNumber => null,
        _ => CheckDigits.IsSirenOrSiret(id.Value),
    };

    private sealed record Found(PageToken.LegalId Id, LabelKind? Role);
}

/// <summary>Whose books are kept: their ids are never the seller's.</summary>
/// <param name="VatNumber">Bare; null where it is not known.</param>
/// <param name="Siren">Nine digits; null where it is not known.</param>
public sealed record PageOwner(string? VatNumber, string? Siren)
{
    /// <summary>Nothing is known of them.</summary>
    public static PageOwner Unknown { get; } = new(null, null);

    /// <summary>Whether an id is theirs.</summary>
    internal bool Is(string id) =>
        (VatNumber is not null && id == VatNumber) || (Siren is not null && (id == Siren || id.StartsWith(Siren, StringComparison.Ordinal) || LegalIds.SirenOfVatNumber(id) == Siren));
}
