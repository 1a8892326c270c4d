using System.Collections.Concurrent;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>Countries of one target by code. What was found once is kept: a dictionary's ids do not move during a replay.</summary>
internal sealed class CountryReads(Countries read)
{
    private readonly ConcurrentDictionary<string, Country> known = new(StringComparer.Ordinal);

    public async Task<Answer<Country>> ByCodeAsync(string code, CancellationToken cancel)
    {
        if (known.TryGetValue(code, out var country))
        {
            return new Answer<Country>.Ok(country);
        }
        var answer = await read.ByCodeAsync(code, cancel);
        if (answer is Answer<Country>.Ok { Value: var found })
        {
            known[code] = found;
        }
        return answer;
    }
}
