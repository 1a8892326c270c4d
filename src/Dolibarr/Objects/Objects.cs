using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DolibarrAgent.Changesets;
using DolibarrAgent.Resources;

namespace DolibarrAgent.Dolibarr;

/// <summary>Reads the objects of every resource that is read by its description. What a look-up does not find is trusted only after the key's rights were proven.</summary>
public sealed class Objects
{
    private readonly Caller caller;
    private readonly IReadObjects api;
    private readonly Users users;

    internal Objects(Caller caller, IReadObjects api, Users users) => (this.caller, this.api, this.users) = (caller, api, users);

    /// <summary>One by its number on this server; refused with <see cref="Codes.NotFound"/> if there is none.</summary>
    public async Task<Answer<DolibarrObject>> GetAsync(Resource resource, long id, CancellationToken cancel) =>
        ApiOf(resource).Grouped is null
        ? await this.caller.SendAsync(
            token => this.api.GetAsync(ApiOf(resource).Route, id, token),
            reply => reply.ReadOne(Inbound.Default.ObjectWire, wire => wire.ToObject(resource)),
            cancel)
        : (await GetAllAsync(resource, [id], cancel)).Then<DolibarrObject>(found => found is [var one]
            ? new Answer<DolibarrObject>.Ok(one)
            : new Answer<DolibarrObject>.Refused(new Problem(
                Codes.NotFound, "", $"There is no {resource.Title.English} with that number, or its supplier is closed.",
                "Look it up again."), 404));

    /// <summary>All with these numbers, in the order of the numbers; those that are gone are left out.</summary>
    public Task<Answer<ImmutableArray<DolibarrObject>>> GetAllAsync(Resource resource, IReadOnlyCollection<long> ids, CancellationToken cancel) =>
        FindAsync(
            resource,
            [.. ids.Distinct().Chunk(100).Select(some => Filter.In(Column.IdOf(ApiOf(resource)), some))],
            found => ids.Contains(found.Id),
            cancel);

    /// <summary>All that one of the look-ups finds, in as few calls as can be, in the order of their numbers. Blank values find nothing.</summary>
    public Task<Answer<ImmutableArray<DolibarrObject>>> FindAsync(Resource resource, IReadOnlyCollection<ObjectLook> looks, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(resource);
        HashSet<ObjectLook> asked = [.. looks.Where(look => look.Value.Length > 0)];
        if (ApiOf(resource).Below is { } owner)
        {
            return BelowAsync(resource, asked.Where(look => look.Field == owner), cancel);
        }

        return FindAsync(
            resource,
            [.. Filter.AnyOf(asked.OrderBy(look => look.Field, StringComparer.Ordinal).ThenBy(look => look.Value, StringComparer.Ordinal).Select(look => look.FilterIn(resource)))],
            found => ObjectLook.ThatFind(resource, found).Any(asked.Contains),
            cancel);
    }

    /// <summary>
    /// At least all of which a field contains one of these texts, whatever the case, in as few calls as can be: a server may take
    /// an accent for none.
    /// </summary>
    public Task<Answer<ImmutableArray<DolibarrObject>>> SearchAsync(Resource resource, Field field, IReadOnlyCollection<string> texts, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(field);
        var sought = texts.Select(Folded.Reference).Where(text => text.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        return FindAsync(
            resource,
            [.. Filter.AnyOf(sought.Select(text => Filter.Contains(Column.Of(field), text)))],
            _ => true,
            cancel);
    }

    /// <summary>The greatest number of an object that is there, 0 if there is none. Refused where the key may not see them all.</summary>
    public async Task<Answer<long>> HighestIdAsync(Resource resource, CancellationToken cancel)
    {
        var api = ApiOf(resource);
        var proven = await this.users.ProveAsync(api.Reading, cancel);
        return await proven.ThenAsync(_ => ListOf(resource).HighestAsync(this.caller, token => this.api.LastAsync(api.Route, token), cancel));
    }

    private async Task<Answer<ImmutableArray<DolibarrObject>>> FindAsync(
        Resource resource, ImmutableArray<Filter> filters, Func<DolibarrObject, bool> matches, CancellationToken cancel)
    {
        var api = ApiOf(resource);
        var list = ListOf(resource);
        var proven = await this.users.ProveAsync(api.Reading, cancel);
        var found = await proven.ThenAsync(_ => api.Grouped is { } grouped
            ? GroupedAsync(resource, grouped, filters, cancel)
            : list.AllAsync(this.caller, (filter, token) => this.api.ListAsync(api.Route, filter, list.Limit, token), filters, cancel));
        return found.Map<ImmutableArray<DolibarrObject>>(objects => [.. objects.Where(matches)]);
    }

    private static Listing<ObjectWire, DolibarrObject> ListOf(Resource resource) =>
        new(Inbound.Default.PageWireObjectWire, wire => wire.ToObject(resource), found => found.Id, ApiOf(resource).SaysNotFoundForNone)
        {
            Whole = ApiOf(resource).HasTotals ? null : Inbound.Default.ObjectWireArray,
        };

    /// <summary>
    /// All that stand below these objects, in the server's order. It refuses a key that may not see them: no right has to be
    /// proven.
    /// </summary>
    private async Task<Answer<ImmutableArray<DolibarrObject>>> BelowAsync(
        Resource resource, IEnumerable<ObjectLook> owners, CancellationToken cancel)
    {
        var all = ImmutableArray.CreateBuilder<DolibarrObject>();
        foreach (var owner in owners)
        {
            var route = ApiOf(resource).RouteBelow(long.Parse(owner.Value, CultureInfo.InvariantCulture));
            var answer = await ListOf(resource)
                .PageAsync(this.caller, token => this.api.ListBelowAsync(route, token), int.MaxValue, cancel);
            if (answer is not Answer<ImmutableArray<DolibarrObject>>.Ok { Value: var found })
            {
                return answer;
            }

            all.AddRange(found);
        }

        return new Answer<ImmutableArray<DolibarrObject>>.Ok(all.ToImmutable());
    }

    /// <summary>All that the filters find, with all that stand below the same objects: the caller looks through them.</summary>
    private async Task<Answer<ImmutableArray<DolibarrObject>>> GroupedAsync(
        Resource resource, GroupedList list, ImmutableArray<Filter> filters, CancellationToken cancel)
    {
        var all = new SortedDictionary<long, DolibarrObject>();
        foreach (var filter in filters)
        {
            var answer = await this.caller.SendAsync(
                token => this.api.ListGroupedAsync(list.Route, filter.Text, token),
                reply => reply.Read<JsonElement, ImmutableArray<DolibarrObject>>(Inbound.Default.JsonElement, groups =>
                    new Answer<ImmutableArray<DolibarrObject>>.Ok([.. In(groups, resource, list)])),
                cancel);
            if (answer is not Answer<ImmutableArray<DolibarrObject>>.Ok { Value: var found })
            {
                return answer;
            }

            foreach (var one in found)
            {
                all[one.Id] = one;
            }
        }

        return new Answer<ImmutableArray<DolibarrObject>>.Ok([.. all.Values]);
    }

    /// <summary>An object with a list for each group, or an empty list where there is none.</summary>
    private static IEnumerable<DolibarrObject> In(JsonElement answer, Resource resource, GroupedList list) => answer.ValueKind switch
    {
        JsonValueKind.Array when answer.GetArrayLength() == 0 => [],
        JsonValueKind.Object => answer.EnumerateObject().SelectMany(one => RowsOf(one.Value)).Where(row => !row.IsLeftover(list))
            .Select(row => row.ToObject(resource) ?? throw new JsonException("A row has no number.")),
        _ => throw new JsonException("Groups were expected."),
    };

    private static IEnumerable<ObjectWire> RowsOf(JsonElement list) => list.ValueKind == JsonValueKind.Array
        ? list.EnumerateArray().Select(row =>
            row.ValueKind == JsonValueKind.Object ? new ObjectWire(row) : throw new JsonException("A row was expected."))
        : throw new JsonException("A group is a list.");

    private static ObjectApi ApiOf(Resource resource) => resource.Api ?? throw new ArgumentException($"A {resource.Name} is not read by its description.", nameof(resource));
}
