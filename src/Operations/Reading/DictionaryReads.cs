using System.Collections.Concurrent;
using System.Collections.Immutable;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>The dictionaries of one target whose entries an invoice names by code. What was found once is kept; what is missing is looked for again.</summary>
internal sealed class DictionaryReads
{
    private readonly ConcurrentDictionary<PaymentDictionary, ImmutableArray<DictionaryEntry>> known = new();
    private readonly Questions<PaymentDictionary, ImmutableArray<DictionaryEntry>> entries;

    public DictionaryReads(Dictionaries read, Rounds rounds) =>
        entries = Questions.OneByOne<PaymentDictionary, ImmutableArray<DictionaryEntry>>(rounds, async (dictionary, cancel) => dictionary == PaymentDictionary.Terms
            ? (await read.PaymentTermsAsync(cancel)).Map<ImmutableArray<DictionaryEntry>>(all => [.. all.Select(one => new DictionaryEntry(one.Id, one.Code, one.Label))])
            : (await read.PaymentMeansAsync(cancel)).Map<ImmutableArray<DictionaryEntry>>(all => [.. all.Select(one => new DictionaryEntry(one.Id, one.Code, one.Label))]));

    /// <summary>All entries of a dictionary, among which somebody looks for a code.</summary>
    public async Task<Answer<ImmutableArray<DictionaryEntry>>> EntriesAsync(PaymentDictionary dictionary, string code, CancellationToken cancel)
    {
        if (known.TryGetValue(dictionary, out var kept) && kept.Any(entry => entry.Code == code))
        {
            return new Answer<ImmutableArray<DictionaryEntry>>.Ok(kept);
        }
        var answer = await entries.AskAsync(dictionary, cancel);
        if (answer is Answer<ImmutableArray<DictionaryEntry>>.Ok { Value: var read })
        {
            known[dictionary] = read;
        }
        return answer;
    }
}

/// <summary>A dictionary of payment.</summary>
internal enum PaymentDictionary
{
    Terms,
    Means,
}

/// <summary>An entry of a dictionary: the target's own number, and the code by which every target knows it.</summary>
internal sealed record DictionaryEntry(long Id, string Code, string Label);
