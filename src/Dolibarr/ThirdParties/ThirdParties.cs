using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr;

/// <summary>Reads third parties. What a look-up does not find is trusted only after the key's rights were proven.</summary>
public sealed class ThirdParties
{
    private static readonly Resource Resource = ThirdPartyFields.Resource;

    private readonly Objects objects;

    internal ThirdParties(Objects objects) => this.objects = objects;

    /// <summary>One by its number on this server; refused with <see cref="Codes.NotFound"/> if there is none.</summary>
    public async Task<Answer<ThirdParty>> GetAsync(long id, CancellationToken cancel) =>
        (await this.objects.GetAsync(Resource, id, cancel)).Map(found => new ThirdParty(found));

    /// <summary>All with these numbers, in the order of the numbers; those that are gone are left out.</summary>
    public async Task<Answer<ImmutableArray<ThirdParty>>> GetAllAsync(IReadOnlyCollection<long> ids, CancellationToken cancel) =>
        All(await this.objects.GetAllAsync(Resource, ids, cancel));

    /// <summary>All that hold one of the values in a field, open or closed, supplier or not. Blank values find nothing.</summary>
    /// <param name="field">One by which they can be looked for, such as <see cref="ThirdPartyFields.Siren"/>.</param>
    public Task<Answer<ImmutableArray<ThirdParty>>> FindAsync(string field, IReadOnlyCollection<string> values, CancellationToken cancel) =>
        FindAsync([.. values.Select(value => ObjectLook.For(ThirdPartyFields.All[field]!, value))], cancel);

    /// <summary>All that one of a company's legal ids points to, in whichever field it is on file, in the order of their numbers.</summary>
    public Task<Answer<ImmutableArray<ThirdParty>>> FindCompanyAsync(CompanyIds ids, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return FindAsync([.. ids.Looks], cancel);
    }

    /// <summary>All whose name contains the text, whatever the case. For a person to choose from: a name identifies nobody.</summary>
    public async Task<Answer<ImmutableArray<ThirdParty>>> SearchByNameAsync(string text, CancellationToken cancel) =>
        All(await this.objects.SearchAsync(Resource, ThirdPartyFields.All[ThirdPartyFields.Name]!, [text], cancel)).Map<ImmutableArray<ThirdParty>>(found =>
            [.. found.Where(party => Folded.Reference(party.Name).Contains(Folded.Reference(text), StringComparison.OrdinalIgnoreCase))]);

    private async Task<Answer<ImmutableArray<ThirdParty>>> FindAsync(IReadOnlyCollection<ObjectLook> looks, CancellationToken cancel) =>
        All(await this.objects.FindAsync(Resource, looks, cancel));

    private static Answer<ImmutableArray<ThirdParty>> All(Answer<ImmutableArray<DolibarrObject>> found) =>
        found.Map<ImmutableArray<ThirdParty>>(all => [.. all.Select(one => new ThirdParty(one))]);
}
