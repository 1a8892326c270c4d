using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Dolibarr;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Operations;

/// <summary>Objects of one resource on one target, looked up together.</summary>
internal sealed class ObjectReads(Resource resource, Dolibarr.Objects read, Rounds rounds)
{
    private readonly Questions<ObjectLook, ImmutableArray<DolibarrObject>> byLook =
        Questions.AllAtOnce<ObjectLook, DolibarrObject>(rounds, (looks, cancel) => read.FindAsync(resource, looks, cancel), found => ObjectLook.ThatFind(resource, found));

    private readonly Questions<long, ImmutableArray<DolibarrObject>> byId =
        Questions.AllAtOnce<long, DolibarrObject>(rounds, (ids, cancel) => read.GetAllAsync(resource, ids, cancel), found => found.Id);

    /// <summary>One by its id on this target; refused with <see cref="Codes.NotFound"/> if there is none.</summary>
    public Task<Answer<DolibarrObject>> GetAsync(long id, CancellationToken cancel) => byId.OneAsync(id, (one, token) => read.GetAsync(resource, one, token), cancel);

    /// <summary>Those with these ids that are there.</summary>
    public Task<Answer<ImmutableArray<DolibarrObject>>> GetAllAsync(ImmutableArray<long> ids, CancellationToken cancel) => read.GetAllAsync(resource, ids, cancel);

    /// <summary>What each of several look-ups finds, in their order; by a blank value nothing is found.</summary>
    public async Task<ImmutableArray<Answer<ImmutableArray<DolibarrObject>>>> FindEachAsync(IReadOnlyList<ObjectLook> looks, CancellationToken cancel)
    {
        var asked = looks.Where(look => look.Value.Length > 0).Distinct().ToList();
        var found = asked.Zip(await byLook.AskAsync(asked, cancel)).ToDictionary(pair => pair.First, pair => pair.Second);
        return [.. looks.Select(look => found.GetValueOrDefault(look, new Answer<ImmutableArray<DolibarrObject>>.Ok([])))];
    }

    /// <summary>All that one of several look-ups finds, in the order of their ids.</summary>
    public Task<Answer<ImmutableArray<DolibarrObject>>> FindAsync(IEnumerable<ObjectLook> looks, CancellationToken cancel) =>
        byLook.AnyAsync(looks.Where(look => look.Value.Length > 0), found => found.Id, cancel);

    /// <summary>At least all of which a field contains one of these texts.</summary>
    public Task<Answer<ImmutableArray<DolibarrObject>>> SearchAsync(Field field, IReadOnlyCollection<string> texts, CancellationToken cancel) =>
        read.SearchAsync(resource, field, texts, cancel);
}
