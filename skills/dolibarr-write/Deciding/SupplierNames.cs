using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.DolibarrWrite;

/// <summary>Third parties on file whose name a reader could take for a supplier's.</summary>
internal static class SupplierNames
{
    /// <summary>Those whose name is alike, in the order of their ids.</summary>
    public static async Task<Result<ImmutableArray<ThirdParty>>> AlikeAsync(string name, DolibarrReader read, CancellationToken cancel)
    {
        var found = new SortedDictionary<long, ThirdParty>();
        foreach (var word in PartyNames.ToSearch(name))
        {
            var answer = await read.ThirdParties.SearchByNameAsync(word, cancel);
            if (answer is not Answer<ImmutableArray<ThirdParty>>.Ok { Value: var parties })
            {
                return answer.ToResult("supplier");
            }
            foreach (var party in parties.Where(p => PartyNames.AreAlike(name, p.Name)))
            {
                found[party.Id] = party;
            }
        }
        return Result.Ok<ImmutableArray<ThirdParty>>([.. found.Values]);
    }
}
