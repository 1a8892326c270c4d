using System.Collections.Immutable;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>Third parties of one target, looked up together.</summary>
internal sealed class ThirdPartyReads
{
    private readonly Questions<ThirdPartyLook, ImmutableArray<ThirdParty>> byLook;
    private readonly Questions<long, ImmutableArray<ThirdParty>> byId;
    private readonly ThirdParties read;

    public ThirdPartyReads(ThirdParties read, Rounds rounds)
    {
        this.read = read;
        byId = Questions.AllAtOnce<long, ThirdParty>(rounds, (ids, cancel) => read.GetAllAsync(ids, cancel), party => party.Id);
        byLook = Questions.AllAtOnce<ThirdPartyLook, ThirdParty>(rounds, (looks, cancel) => read.FindAsync(looks, cancel), ThirdPartyLook.ThatFind);
    }

    /// <summary>One by its id on this target; refused with <see cref="ErrorCodes.NotFound"/> if there is none.</summary>
    public Task<Answer<ThirdParty>> GetAsync(long id, CancellationToken cancel) => byId.OneAsync(id, read.GetAsync, cancel);

    /// <summary>Those with these ids that are there.</summary>
    public async Task<Answer<ImmutableArray<ThirdParty>>> GetAllAsync(ImmutableArray<long> ids, CancellationToken cancel) => await read.GetAllAsync(ids, cancel);

    /// <summary>All whose name contains one of the words.</summary>
    public Task<Answer<ImmutableArray<ThirdParty>>> SearchByWordsAsync(IReadOnlyCollection<string> words, CancellationToken cancel) => read.SearchByWordsAsync(words, cancel);

    /// <summary>What each of several look-ups finds, in their order; by a blank value nothing is found.</summary>
    public async Task<ImmutableArray<Answer<ImmutableArray<ThirdParty>>>> FindEachAsync(IReadOnlyList<ThirdPartyLook> looks, CancellationToken cancel)
    {
        var asked = looks.Where(look => look.Value.Length > 0).Distinct().ToList();
        var found = asked.Zip(await byLook.AskAsync(asked, cancel)).ToDictionary(pair => pair.First, pair => pair.Second);
        return [.. looks.Select(look => found.GetValueOrDefault(look, new Answer<ImmutableArray<ThirdParty>>.Ok([])))];
    }

    /// <summary>All that one of several look-ups finds, in the order of their ids.</summary>
    public Task<Answer<ImmutableArray<ThirdParty>>> FindAsync(IEnumerable<ThirdPartyLook> looks, CancellationToken cancel) =>
        byLook.AnyAsync(looks.Where(look => look.Value.Length > 0), party => party.Id, cancel);

    /// <summary>All that hold one of the values in a column, in the order of their ids.</summary>
    public Task<Answer<ImmutableArray<ThirdParty>>> FindAsync(ThirdPartyColumn column, IEnumerable<string> values, CancellationToken cancel) =>
        FindAsync(values.Select(value => ThirdPartyLook.For(column, value)), cancel);
}
