using System.Collections.Immutable;
using DolibarrAgent.Dolibarr;

namespace DolibarrAgent.Operations;

/// <summary>Third parties of one target, looked up together.</summary>
internal sealed class ThirdPartyReads
{
    private readonly ImmutableDictionary<ThirdPartyColumn, Questions<string, ImmutableArray<ThirdParty>>> byColumn;
    private readonly Questions<long, ImmutableArray<ThirdParty>> byId;
    private readonly ThirdParties read;

    public ThirdPartyReads(ThirdParties read, Rounds rounds)
    {
        this.read = read;
        byId = Questions.AllAtOnce<long, ThirdParty>(rounds, (ids, cancel) => read.GetAllAsync(ids, cancel), party => party.Id);
        byColumn = Enum.GetValues<ThirdPartyColumn>().ToImmutableDictionary(column => column, column =>
        {
            var key = ThirdPartyKey.Of(column);
            return Questions.AllAtOnce<string, ThirdParty>(rounds, (values, cancel) => read.FindAsync(column, values, cancel), party => key.Fold(key.Value(party)));
        });
    }

    /// <summary>One by its id on this target; refused with <see cref="ErrorCodes.NotFound"/> if there is none.</summary>
    public Task<Answer<ThirdParty>> GetAsync(long id, CancellationToken cancel) => byId.OneAsync(id, read.GetAsync, cancel);

    /// <summary>Those with these ids that are there.</summary>
    public async Task<Answer<ImmutableArray<ThirdParty>>> GetAllAsync(ImmutableArray<long> ids, CancellationToken cancel) => await read.GetAllAsync(ids, cancel);

    /// <summary>All whose name contains one of the words.</summary>
    public Task<Answer<ImmutableArray<ThirdParty>>> SearchByWordsAsync(IReadOnlyCollection<string> words, CancellationToken cancel) => read.SearchByWordsAsync(words, cancel);

    /// <summary>All that one of a company's legal ids points to, in whichever column it is on file, in the order of their ids.</summary>
    public Task<Answer<ImmutableArray<ThirdParty>>> FindCompanyAsync(CompanyIds ids, CancellationToken cancel) =>
        ids.FindAsync((column, value) => FindAsync(column, [value], cancel));

    /// <summary>All that hold one of the values in a column, in the order of their ids.</summary>
    public Task<Answer<ImmutableArray<ThirdParty>>> FindAsync(ThirdPartyColumn column, IEnumerable<string> values, CancellationToken cancel) =>
        byColumn[column].AnyAsync(values.Select(ThirdPartyKey.Of(column).Fold).Where(value => value.Length > 0), party => party.Id, cancel);
}
