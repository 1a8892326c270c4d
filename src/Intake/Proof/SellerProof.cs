using System.Collections.Immutable;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Intake;

/// <summary>
/// Proves who sells, by legal ids alone: those under the seller's heading, else those that the writer of the paper prints of
/// itself, see <see cref="WriterMarks"/>. An id that may be the buyer's proves nothing, however alone it stands.
/// </summary>
internal static class SellerProof
{
    /// <summary>Looks for the one company.</summary>
    public static PageField<PageParty> Of(ImmutableArray<ReadRow> rows)
    {
        var headings = new PartyHeadings(rows);
        var marks = new WriterMarks(rows);
        var ids = (from row in rows
                   from id in row.Tokens.OfType<PageToken.LegalId>()
                   select new Found(id, row, RoleOf(rows, row, id, headings))).ToList();
        var others = ids.Where(one => one.Role is LabelKind.Buyer or LabelKind.OtherParty)
            .SelectMany(one => KeysOf(one.Id)).ToHashSet(StringComparer.Ordinal);
        var free = ids.Where(one => one.Role is null && !KeysOf(one.Id).Any(others.Contains)).ToList();
        var named = ids.Where(one => one.Role == LabelKind.Seller).ToList();
        var parties = WithoutMisprints(Parties(named.Count > 0 ? Joined(named, free) : free));
        var sure = named.Count > 0 ? parties : [.. parties.Where(party => party.Exists(one => marks.AreAt(one.Row, one.Id)))];
        sure = Whole(sure);
        return (sure, parties) switch
        {
            ([var only], _) when Read(only, parties, ids) is { Count: > 0 } read =>
                new PageField<PageParty>.Proven(PartyOf(read), [.. read.Select(one => one.Id.Place)]),
            (_, []) => new PageField<PageParty>.NotThere(),
            _ => new PageField<PageParty>.Several([.. parties
                .Select(party => new PageCandidate<PageParty>(PartyOf(party), party[0].Id.Place))]),
        };
    }

    // What was read without doubt of the seller's ids. An id that was recognised may be the misread one of another company: where there
    // are several companies, all ids must be beyond doubt.
    private static List<Found> Read(List<Found> seller, List<List<Found>> parties, List<Found> all)
    {
        if (!all.Exists(one => one.Row.IsRecognised))
        {
            return seller.TrueForAll(one => one.Id.IsSure) ? seller : [];
        }

        var isOpen = seller.Exists(one => one.Id.HoldsCheckDigits != true && all.Exists(other => IsNearly(one.Id, other.Id)))
            || (parties.Count > 1 && !parties.TrueForAll(party => party.TrueForAll(one => one.Id.IsSure)));
        return isOpen ? [] : [.. seller.Where(one => one.Id.IsSure)];
    }

    // One of two that differ in one or two characters may be the other misread.
    private static bool IsNearly(PageToken.LegalId one, PageToken.LegalId other) =>
        KeysOf(one).Any(key => KeysOf(other).Any(near => near != key && near.Length == key.Length
            && near.Zip(key).Count(pair => pair.First != pair.Second) <= 2));

    // What stands elsewhere belongs to the seller too where it names the same company.
    private static List<Found> Joined(List<Found> named, List<Found> free)
    {
        var keys = named.SelectMany(one => KeysOf(one.Id)).ToHashSet(StringComparer.Ordinal);
        return [.. named, .. free.Where(one => KeysOf(one.Id).Any(keys.Contains))];
    }

    private static LabelKind? RoleOf(ImmutableArray<ReadRow> rows, ReadRow row, PageToken.LegalId id, PartyHeadings headings)
    {
        var before = row.Labels.Where(label => label.End <= id.Start).ToList();
        if (before.Exists(label => label.Kind == LabelKind.OtherCompany) || IsBehindOtherCompany(rows, row, id))
        {
            return LabelKind.OtherParty;
        }

        return before.LastOrDefault(label =>
            label.Kind is LabelKind.BuyerId or LabelKind.SellerId or LabelKind.VatNumber or LabelKind.CompanyId)?.Kind switch
        {
            LabelKind.BuyerId => LabelKind.Buyer,
            LabelKind.SellerId => LabelKind.Seller,
            _ => headings.Of(id.Place),
        };
    }

    // A sentence that names another company goes on for a line: "payable to … (factor)", and its number under it.
    private static bool IsBehindOtherCompany(ImmutableArray<ReadRow> rows, ReadRow row, PageToken.LegalId id) =>
        row.Index > 0 && rows[row.Index - 1] is var above && above.Row.Page == row.Row.Page
        && id.Place.Box.Top - above.Row.Box.Bottom < id.Place.Box.Height
        && above.Labels.Any(label => label.Kind == LabelKind.OtherCompany && label.Box.Left <= id.Place.Box.Right
            && above.PlaceAt(label.Start, above.EndOfCell(label.Start) - label.Start).Box.Right >= row.PlaceAt(row.StartOfCell(id.Start),
                1).Box.Left);

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

    // A VAT number that fails its check digits, on the next line to an id of a company whose VAT number and register hold, is that
    // company's and misprinted.
    private static List<List<Found>> WithoutMisprints(List<List<Found>> parties)
    {
        var holding = parties.Where(party => party.TrueForAll(one => one.Id.HoldsCheckDigits == true)
            && party.Select(one => one.Id.Kind == LegalIdKind.VatNumber).Distinct().Count() > 1).ToList();
        return [.. parties.Where(party => !(party is [{ Id: { Kind: LegalIdKind.VatNumber, HoldsCheckDigits: false } } only]
            && holding.Exists(other => other.Exists(one => one.Row.Row.Page == only.Row.Row.Page
                && Math.Abs(one.Row.Index - only.Row.Index) <= 1))))];
    }

    // Where the writer names two companies, one by a VAT number and by its register, all holding, and the other by ids that all fail
    // their check digits, the other is misprinted.
    private static List<List<Found>> Whole(List<List<Found>> parties) =>
        parties.Where(party => party.TrueForAll(one => one.Id.HoldsCheckDigits == true)
            && party.Select(one => one.Id.Kind == LegalIdKind.VatNumber).Distinct().Count() > 1).ToList() is [var whole]
        && parties.TrueForAll(party => party == whole || party.TrueForAll(one => one.Id.HoldsCheckDigits == false)) ? [whole] : parties;

    private static PageParty PartyOf(List<Found> ids)
    {
        var vat = Value(LegalIdKind.VatNumber);
        var siret = Value(LegalIdKind.Siret);
        var siren = Value(LegalIdKind.Siren) ?? siret?[..9] ?? (vat is not null
            && VatDigits.Hold(vat) != false ? LegalIds.SirenOfVatNumber(vat) : null);
        var checks = ids.Select(one => one.Id.HoldsCheckDigits).ToList();
        return new(vat, siren, siret, checks.Contains(false) ? false : checks.Contains(true) ? true : null);

        string? Value(LegalIdKind kind) => ids.Where(one => one.Id.Kind == kind).Select(one => one.Id.Value).Distinct()
            .ToList() is [var only] ? only : null;
    }

    /// <summary>What an id has in common with others of the same company.</summary>
    private static IEnumerable<string> KeysOf(PageToken.LegalId id) => id.Kind switch
    {
        LegalIdKind.Siren => [id.Value],
        LegalIdKind.Siret => [id.Value[..9]],
        _ => LegalIds.SirenOfVatNumber(id.Value) is { } siren ? [id.Value, siren] : [id.Value],
    };

    private sealed record Found(PageToken.LegalId Id, ReadRow Row, LabelKind? Role);
}
