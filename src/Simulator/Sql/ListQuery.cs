using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>What the lists have in common: filter, order, page, and the totals beside them where asked.</summary>
internal static class ListQuery
{
    public const int DefaultLimit = 100;

    public static readonly ImmutableArray<string> Numbers = ["limit", "page"];

    /// <summary>The rows of the page and how many there are in all, or Dolibarr's refusal.</summary>
    /// <param name="call">The call with its parameters.</param>
    /// <param name="table">The table that is listed.</param>
    /// <param name="rows">The rows that the caller may see, by their ids.</param>
    /// <param name="statement">The statement up to the filter, and how the server names what it lists and where it refuses.</param>
    public static (ImmutableArray<TRow> Page, int Total, Reply.Refused? Refusal) Run<TRow>(
        ApiCall call, Table<TRow> table, IEnumerable<TRow> rows, ListStatement statement)
    {
        var filter = call.Parameter("sqlfilters");
        if (filter.Length > 0)
        {
            switch (Filter.Read(filter, statement.Where))
            {
                case FilterReading.NoFilter none:
                    return ([], 0, new(400, $"Error when validating parameter sqlfilters -> {none.Fault}", statement.BadFilterSource));
                case FilterReading.Broken broken:
                    return ([], 0, statement.Refused(broken.Error));
                case FilterReading.Statement read when table.Refuses(read.Condition, read.Sql) is { } error:
                    return ([], 0, statement.Refused(error));
                case FilterReading.Statement read:
                    var holds = table.Filter(read.Condition);
                    rows = rows.Where(row => holds(row));
                    break;
            }
        }

        var field = call.Parameter("sortfield") is { Length: > 0 } given ? given : "t.rowid";
        var order = call.Parameter("sortorder") is { Length: > 0 } asked ? asked : "ASC";
        var isInOrder = (field, order) is ("t.rowid", "ASC");
        if ((isInOrder ? rows : table.Sorted(rows, field, order))?.ToImmutableArray() is not { } sorted)
        {
            return ([], 0, statement.Refused(SqlError.NoColumn($"{statement.Where} ORDER BY {field} {order}", statement.Where.Length + " ORDER BY ".Length, field)));
        }

        var limit = call.Number("limit", DefaultLimit);
        var page = Math.Max(0, call.Number("page", 0));
        return (limit <= 0 ? sorted : [.. sorted.Skip(limit * page).Take(limit)], sorted.Length, null);
    }

    /// <summary>The list as it is, or under <c>data</c> beside its pagination.</summary>
    public static JsonNode Body(ApiCall call, JsonArray items, int total)
    {
        if (!call.Flag("pagination_data"))
        {
            return items;
        }

        var limit = call.Number("limit", DefaultLimit);
        return new JsonObject
        {
            ["data"] = items,
            ["pagination"] = new JsonObject
            {
                ["total"] = total,
                ["page"] = Math.Max(0, call.Number("page", 0)),
                ["page_count"] = limit <= 0 ? 0 : (total + limit - 1) / limit,
                ["limit"] = limit,
            },
        };
    }
}

/// <summary>The statement of a list before its filter, and what the server says when it is refused.</summary>
internal sealed record ListStatement(string Where, string RefusedMessage, string BadFilterSource, string RefusedSource)
{
    public Reply.Refused Refused(SqlError error) => new(503, $"{RefusedMessage} : {error.Text}", RefusedSource);
}
