using System.Collections.Immutable;
using DolibarrAgent.Resources;
using DolibarrAgent.Settings;

namespace DolibarrAgent.Dolibarr;

/// <summary>Reads third parties. What a look-up does not find is trusted only after the key's rights were proven.</summary>
public sealed class ThirdParties
{
    private static readonly Listing<ThirdPartyWire, ThirdParty> List =
        new(Inbound.Default.PageWireThirdPartyWire, wire => wire.ToThirdParty(), thirdParty => thirdParty.Id, EmptyIs404: true);

    private readonly Caller caller;
    private readonly IReadThirdParties api;
    private readonly Users users;

    internal ThirdParties(Caller caller, IReadThirdParties api, Users users) => (this.caller, this.api, this.users) = (caller, api, users);

    /// <summary>Where a person sees a third party of a server: <c>societe/card.php?socid=4</c> below its root.</summary>
    public static Uri PageOf(long id, ServerUrl server) => server.Page($"societe/card.php?socid={id}");

    /// <summary>One by its number on this server; refused with <see cref="ErrorCodes.NotFound"/> if there is none.</summary>
    public Task<Answer<ThirdParty>> GetAsync(long id, CancellationToken cancel) => this.caller.SendAsync(
        token => this.api.GetAsync(id, token),
        reply => reply.ReadOne(Inbound.Default.ThirdPartyWire, wire => wire.ToThirdParty()),
        cancel);

    /// <summary>The greatest number of a third party that is there, 0 if there is none. Refused where the key may not see them all.</summary>
    public async Task<Answer<long>> HighestIdAsync(CancellationToken cancel)
    {
        var proven = await this.users.ProveAsync(RightsNeeded.ReadingThirdParties, cancel);
        return await proven.ThenAsync(_ => List.HighestAsync(this.caller, token => this.api.LastAsync(token), cancel));
    }

    /// <summary>All with these numbers, in the order of the numbers; those that are gone are left out.</summary>
    public Task<Answer<ImmutableArray<ThirdParty>>> GetAllAsync(IReadOnlyCollection<long> ids, CancellationToken cancel) =>
        FindAsync([.. ids.Distinct().Chunk(100).Select(some => Filter.In(Column.Id, some))], _ => true, cancel);

    /// <summary>All that hold one of the values in a column, open or closed, supplier or not. Blank values find nothing.</summary>
    public Task<Answer<ImmutableArray<ThirdParty>>> FindAsync(ThirdPartyColumn column, IReadOnlyCollection<string> values, CancellationToken cancel) =>
        FindAsync([.. values.Select(value => ThirdPartyLook.For(column, value))], cancel);

    /// <summary>All that one of the look-ups finds, open or closed, supplier or not, in as few calls as can be.</summary>
    public Task<Answer<ImmutableArray<ThirdParty>>> FindAsync(IReadOnlyCollection<ThirdPartyLook> looks, CancellationToken cancel)
    {
        HashSet<ThirdPartyLook> asked = [.. looks.Where(look => look.Value.Length > 0)];
        return FindAsync(
            [.. Filter.AnyOf(asked.OrderBy(look => look.Column).ThenBy(look => look.Value, StringComparer.Ordinal).Select(look => look.Filter))],
            party => asked.Any(look => look.Finds(party)),
            cancel);
    }

    /// <summary>All that one of a company's legal ids points to, in whichever column it is on file, in the order of their numbers.</summary>
    public Task<Answer<ImmutableArray<ThirdParty>>> FindCompanyAsync(CompanyIds ids, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return FindAsync([.. ids.Looks], cancel);
    }

    /// <summary>All whose name contains the text, whatever the case. For a person to choose from: a name identifies nobody.</summary>
    public Task<Answer<ImmutableArray<ThirdParty>>> SearchByNameAsync(string text, CancellationToken cancel)
    {
        var sought = Folded.Reference(text);
        return FindAsync(
            sought.Length == 0 ? [] : [Filter.Contains(Column.ThirdPartyName, sought)],
            thirdParty => Folded.Reference(thirdParty.Name).Contains(sought, StringComparison.OrdinalIgnoreCase),
            cancel);
    }

    /// <summary>All whose name contains one of the words, whatever the case, in as few calls as can be.</summary>
    public Task<Answer<ImmutableArray<ThirdParty>>> SearchByWordsAsync(IReadOnlyCollection<string> words, CancellationToken cancel)
    {
        var sought = words.Select(Folded.Reference).Where(word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        return FindAsync([.. Filter.AnyOf(sought.Select(word => Filter.Contains(Column.ThirdPartyName, word)))], _ => true, cancel);
    }

    private async Task<Answer<ImmutableArray<ThirdParty>>> FindAsync(
        ImmutableArray<Filter> filters, Func<ThirdParty, bool> matches, CancellationToken cancel)
    {
        var proven = await this.users.ProveAsync(RightsNeeded.ReadingThirdParties, cancel);
        var found = await proven.ThenAsync(_ =>
            List.AllAsync(this.caller, (filter, token) => this.api.ListAsync(filter, Listing.PageSize, token), filters, cancel));
        return found.Map<ImmutableArray<ThirdParty>>(thirdParties => [.. thirdParties.Where(matches)]);
    }
}
