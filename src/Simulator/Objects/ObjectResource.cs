using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>The calls of a table that is simulated by its description.</summary>
internal sealed class ObjectResource(Database database, ObjectTable table)
{
    private readonly ObjectWords words = table.Words;

    public ImmutableArray<Route> Routes =>
    [
        new("GET", table.Route, List) { Numbers = [.. ListQuery.Numbers, .. table.ListNumbers] },
        new("GET", $"{table.Route}/{{id}}", call => One(call, row => row.Id == call.Id())),
        .. table.ReadBy.Select(name =>
            new Route("GET", $"{table.Route}/{name}/{{{name}}}", call => One(call, row => row[name] == call.Path[name]))),
        new("POST", table.Route, Create),
        new("PUT", $"{table.Route}/{{id}}", Update),
        new("DELETE", $"{table.Route}/{{id}}", Delete),
    ];

    private IEnumerable<ObjectRow> SeenBy(SimulatedUser user) => database.ObjectsOf(table.Name).Values.Where(row => table.IsSeen(row, user, database));

    private Reply One(ApiCall call, Func<ObjectRow, bool> sought) =>
        !call.User.May(table.Read) ? new Reply.Refused(403, words.NotRead.Message, words.At(words.NotRead.Line))
        : SeenBy(call.User).FirstOrDefault(sought) is { } row ? new Reply.Json(View(row))
        : new Reply.Refused(404, words.Absent.Message, words.At(words.Absent.Line));

    private Reply List(ApiCall call)
    {
        if (!call.User.May(table.Read))
        {
            return new Reply.Refused(403, words.NotRead.Message, words.At(words.NotListed));
        }

        var statement = new ListStatement(
            table.Select, words.ListRefused.Message, words.At(words.BadFilter), words.At(words.ListRefused.Line));
        var (page, total, refusal) = ListQuery.Run(call, table.Columns, SeenBy(call.User), statement);
        if (refusal is not null)
        {
            return refusal;
        }

        var items = new JsonArray([.. page.Select(row => (JsonNode)InList(row).Thinned(call.Parameter("properties")))]);
        return new Reply.Json(table.HasTotals ? ListQuery.Body(call, items, total) : items);
    }

    private Reply Create(ApiCall call)
    {
        if (!call.User.May(table.Write))
        {
            return new Reply.Refused(403, words.NotWritten.Message, words.At(words.NotWritten.Line));
        }

        if (table.Needed.FirstOrDefault(name => call.Sent(name) is null) is { } missing)
        {
            return new Reply.Refused(400, $"{missing} field missing", words.At(words.Missing));
        }

        var columns = table.Stored(null, Asked(table.Defaults, call.Body));
        if (table.Taken(columns, database) is { } taken)
        {
            return new Reply.Refused(500, words.NotCreated.Message, words.At(words.NotCreated.Line)) { Details = [taken] };
        }

        // A sequence goes on whatever becomes of the row.
        var fault = Fault(columns);
        var id = table.IsStoredAtOnce && fault is not null ? 0 : database.NextId(table.Name);
        if (fault is not null)
        {
            return new Reply.Refused(500, words.NotCreated.Message, words.At(words.NotCreated.Line)) { Details = [fault] };
        }

        Put(new ObjectRow(id, columns) { Created = database.Now, Modified = database.Now, CreatedBy = call.User.Id, ModifiedBy = call.User.Id });
        return new Reply.Json(id);
    }

    private Reply Update(ApiCall call)
    {
        if (!call.User.May(table.Write))
        {
            return new Reply.Refused(403, words.NotWritten.Message, words.At(words.NotChanged));
        }

        if (SeenBy(call.User).FirstOrDefault(one => one.Id == call.Id()) is not { } before)
        {
            return new Reply.Refused(404, words.Absent.Message, words.At(words.AbsentForChange));
        }

        var columns = table.Stored(before, Asked(before.Columns, call.Body));
        if ((table.NotChanged(before, columns, database) ?? Fault(columns)) is { } fault)
        {
            return new Reply.Refused(500, fault, words.At(words.NotStored));
        }

        var row = before with { Columns = columns, Modified = database.Now, ModifiedBy = call.User.Id, IsChanged = true };
        Put(row);
        var answer = table.Answered(before, row, View(row));
        Echo.Into(answer, call.Body);
        return new Reply.Json(answer);
    }

    private Reply Delete(ApiCall call)
    {
        if (!call.User.May(table.Delete))
        {
            return new Reply.Refused(403, words.NotDeleted.Message, words.At(words.NotDeleted.Line));
        }

        if (SeenBy(call.User).All(row => row.Id != call.Id()))
        {
            return new Reply.Refused(404, words.Absent.Message, words.At(words.AbsentForDelete));
        }

        if (table.NotDeletable is { } kept)
        {
            return new Reply.Refused(500, kept.Message, words.At(kept.Line));
        }

        database.Objects = database.Objects.SetItem(table.Name, database.ObjectsOf(table.Name).Remove(call.Id()));
        return Reply.Success(words.Deleted);
    }

    private void Put(ObjectRow row) => database.Objects = database.Objects.SetItem(table.Name, database.ObjectsOf(table.Name).SetItem(row.Id, row));

    /// <summary>What was sent is cleaned and stored; what was not stays as it is.</summary>
    private ImmutableDictionary<string, string?> Asked(ImmutableDictionary<string, string?> before, JsonObject sent) => before.SetItems(table.Fields
        .Where(field => sent.ContainsKey(field.Name))
        .Select(field => KeyValuePair.Create(field.Column, field.Store(Cleaned(field, PhpText.Of(sent[field.Name]) ?? "")))));

    private static string Cleaned(StoredField field, string text) =>
        field.LosesTagsAlone ? CleanText.NoTags(text) : CleanText.Field(field.Name, text);

    private string? Fault(ImmutableDictionary<string, string?> columns) =>
        table.Fields.Where(field => columns.GetValueOrDefault(field.Column)?.Length > field.Limit).Select(field => SqlError.TooLong(field.Limit).Text).FirstOrDefault()
        ?? table.Refused(columns, database);

    private JsonObject View(ObjectRow row)
    {
        var view = table.Shape.Filled(
            ("id", row.Id.ToString(CultureInfo.InvariantCulture)),
            ("date_creation", row.Created.ToUnixTimeSeconds()),
            ("date_modification", row.Modified.ToUnixTimeSeconds()));
        foreach (var field in table.Fields)
        {
            view[field.Name] = row[field.Column];
        }

        foreach (var (name, value) in table.More(row, database))
        {
            view[name] = value;
        }

        return view;
    }

    private JsonObject InList(ObjectRow row)
    {
        var view = View(row);
        foreach (var (name, value) in table.InLists)
        {
            view[name] = value.DeepClone();
        }

        return view;
    }
}
