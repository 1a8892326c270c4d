using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Dolibarr;

internal static class Listing
{
    /// <summary>Rows a page.</summary>
    public const int PageSize = 100;

    /// <summary>Filters that are read at once.</summary>
    public const int Overlap = 2;
}

/// <summary>Reads a list to its end. The server says how many rows match; until as many were read, the list goes on.</summary>
/// <param name="Shape">A page's JSON.</param>
/// <param name="Make">An item of what the server gives; null where it is not one.</param>
/// <param name="IdOf">The row's number, by which the next page is asked for: rows that come or go meanwhile move nothing.</param>
/// <param name="EmptyIs404">Whether this list says 404 when it is empty.</param>
internal sealed record Listing<TWire, T>(
    JsonTypeInfo<PageWire<TWire>> Shape, Func<TWire, T?> Make, Func<T, long> IdOf, bool EmptyIs404)
    where TWire : class
    where T : class
{
    /// <summary>
    /// The JSON of a list that does not say how many rows match, and so is asked for whole; null where it comes in pages.
    /// </summary>
    public JsonTypeInfo<TWire[]>? Whole { get; init; }

    /// <summary>Rows that are asked for at once; 0 for all.</summary>
    public int Limit => Whole is null ? Listing.PageSize : 0;

    /// <summary>Every row that any of the filters finds, each once, in the order of their numbers.</summary>
    public async Task<Answer<ImmutableArray<T>>> AllAsync(
        Caller caller, Func<string, CancellationToken, Task<HttpResponseMessage>> send, IEnumerable<Filter> filters, CancellationToken cancel)
    {
        SortedDictionary<long, T> found = [];
        foreach (var together in filters.Chunk(Listing.Overlap))
        {
            foreach (var answer in await Task.WhenAll(together.Select(filter => AllAsync(caller, send, filter, cancel))))
            {
                if (answer is not Answer<ImmutableArray<T>>.Ok { Value: var items })
                {
                    return answer;
                }

                foreach (var item in items)
                {
                    found[IdOf(item)] = item;
                }
            }
        }

        return new Answer<ImmutableArray<T>>.Ok([.. found.Values]);
    }

    private async Task<Answer<ImmutableArray<T>>> AllAsync(
        Caller caller, Func<string, CancellationToken, Task<HttpResponseMessage>> send, Filter filter, CancellationToken cancel)
    {
        var found = ImmutableArray.CreateBuilder<T>();
        Filter? rest = filter;
        while (rest is not null)
        {
            var answer = await caller.SendAsync(token => send(rest.Text, token), Read, cancel);
            if (answer is not Answer<Page>.Ok { Value: var page })
            {
                return answer.Map(_ => ImmutableArray<T>.Empty);
            }

            found.AddRange(page.Items);
            rest = page.IsLast ? null : filter.And(Filter.After(Column.Id, page.Items.Max(IdOf)));
        }

        return new Answer<ImmutableArray<T>>.Ok(found.ToImmutable());
    }

    /// <summary>The greatest number of a row, 0 if there is none, from a page that begins with it.</summary>
    public async Task<Answer<long>> HighestAsync(Caller caller, Func<CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancel)
    {
        var answer = await caller.SendAsync(send, reply => Read(reply, shown: 1), cancel);
        return answer.Map(page => page.Items.Select(IdOf).DefaultIfEmpty(0).Max());
    }

    /// <summary>The rows of one page, in its order.</summary>
    public async Task<Answer<ImmutableArray<T>>> PageAsync(Caller caller, Func<CancellationToken, Task<HttpResponseMessage>> send, int most, CancellationToken cancel)
    {
        var answer = await caller.SendAsync(send, reply => Read(reply, most), cancel);
        return answer.Map(page => page.Items);
    }

    private Answer<Page> Read(Reply reply) => Read(reply, Listing.PageSize);

    private Answer<Page> Read(Reply reply, int shown) =>
        EmptyIs404 && reply.Status == 404 && reply.Error is { } error && error.Message.EndsWith(" found", StringComparison.Ordinal)
            ? new Answer<Page>.Ok(new Page([], IsLast: true))
            : Whole is { } whole
                ? reply.Read(whole, rows =>
                    Checked(reply, new PageWire<TWire> { Data = rows, Pagination = new PaginationWire { Total = rows.Length } }, shown))
                : reply.Read(Shape, page => Checked(reply, page, shown));

    private Answer<Page> Checked(Reply reply, PageWire<TWire> page, int shown)
    {
        ImmutableArray<T?> items = [.. Loose.Each(page.Data).Select(Make)];
        if (items.Contains(null))
        {
            return Unhappy.NotUnderstood<Page>(reply, "a list with an object without an id");
        }

        // A row that the server counts and does not show is not absent.
        var total = page.Pagination.Total ?? 0;
        return items.Length < Math.Min(total, shown)
            ? new Answer<Page>.Unanswered(new Problem(
                Codes.ListMoved, "", $"The server counts {total} and shows {items.Length}."), false)
            : new Answer<Page>.Ok(new Page([.. items.OfType<T>()], IsLast: items.Length >= total));
    }

    private sealed record Page(ImmutableArray<T> Items, bool IsLast);
}
