using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>The supplier that a person names: by its code or a legal id, or by its whole name. Never a guess: several, or one that is only alike, are named and refused.</summary>
internal sealed class NamedSupplier(DolibarrReader read)
{
    private const string Place = "--supplier";
    private const int MostShown = 5;

    public async Task<Result<ThirdParty>> FindAsync(string text, CancellationToken cancel)
    {
        var named = text.Trim();
        var byId = await ByIdAsync(named, cancel);
        return await byId.ThenAsync(async found => found switch
        {
            [] => await ByNameAsync(named, cancel),
            [var one] => SupplierMatch.Usable(one),
            var several => Several(named, several),
        });
    }

    private async Task<Result<ImmutableArray<ThirdParty>>> ByIdAsync(string named, CancellationToken cancel)
    {
        var found = new SortedDictionary<long, ThirdParty>();
        foreach (var field in FieldsFor(named))
        {
            var answer = (await read.ThirdParties.FindAsync(field, [named], cancel)).ToResult(Place);
            if (answer is not Result<ImmutableArray<ThirdParty>>.Ok { Value: var parties })
            {
                return answer;
            }
            foreach (var party in parties)
            {
                found[party.Id] = party;
            }
        }
        return Result.Ok<ImmutableArray<ThirdParty>>([.. found.Values]);
    }

    private static IEnumerable<string> FieldsFor(string named)
    {
        yield return ThirdPartyFields.SupplierCode;
        if (LegalIds.IsVatNumber(named))
        {
            yield return ThirdPartyFields.VatNumber;
        }
        if (LegalIds.IsSiren(named))
        {
            yield return ThirdPartyFields.Siren;
        }
        if (LegalIds.IsSiret(named))
        {
            yield return ThirdPartyFields.Siret;
        }
    }

    private async Task<Result<ThirdParty>> ByNameAsync(string named, CancellationToken cancel)
    {
        var alike = await SupplierNames.AlikeAsync(named, read, cancel);
        return await alike.ThenAsync(found => Task.FromResult(found.Where(party => PartyNames.AreSame(named, party.Name)).ToImmutableArray() switch
        {
            [] => Result.Refused<ThirdParty>(new Problem(
                Codes.SupplierUnknown, Place, $"No supplier on file has the code, legal id or name '{named}'.{(found.IsEmpty ? "" : $" Alike: {Words(found)}.")}",
                "Give the supplier code as Dolibarr shows it on the supplier's page, or the VAT number.")),
            [var one] => SupplierMatch.Usable(one),
            var several => Several(named, several),
        }));
    }

    private static Result<ThirdParty> Several(string named, ImmutableArray<ThirdParty> several) => Result.Refused<ThirdParty>(new Problem(
        Codes.SeveralFound, Place, $"'{named}' names {several.Length} third parties: {Words(several)}.", "Give the supplier code of the right one."));

    private static string Words(ImmutableArray<ThirdParty> parties) =>
        string.Join("; ", parties.Take(MostShown).Select(ThirdPartyWords.Describe)) + (parties.Length > MostShown ? $" and {parties.Length - MostShown} more" : "");
}
