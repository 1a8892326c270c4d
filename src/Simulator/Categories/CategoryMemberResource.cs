using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>
/// What is in categories: a table for each kind of object, <c>llx_categorie_fournisseur</c> and its like. Any object is taken
/// as any kind; only numbers are listed, as the product asks for them.
/// </summary>
internal sealed class CategoryMemberResource(Database database)
{
    private const string Category = "fk_categorie";
    private const string Member = "fk_object";
    private const string File = "api_categories.class.php";

    private static readonly ImmutableDictionary<string, MemberKind> Kinds = new Dictionary<string, MemberKind>
    {
        ["product"] = new("categorie_product", Rights.WriteProducts, (418, 589), (id, all) => ProductTable.Of(all).ContainsKey(id)),
        ["customer"] = new("categorie_societe", Rights.WriteThirdParties, (423, 594), (id, all) => all.ThirdParties.ContainsKey(id)),
        ["supplier"] = new("categorie_fournisseur", Rights.WriteThirdParties, (428, 599), (id, all) => all.ThirdParties.ContainsKey(id)),
        ["contact"] = new("categorie_contact", Rights.WriteContacts, (433, 604), (id, all) => IsContact(id, all)),
    }.ToImmutableDictionary();

    public ImmutableArray<Route> Routes =>
    [
        new("GET", "categories/{id}/objects", List) { Required = ["type"] },
        new("POST", "categories/{id}/objects/{type}/{object_id}", Add),
        new("DELETE", "categories/{id}/objects/{type}/{object_id}", Remove),
    ];

    private Reply List(ApiCall call)
    {
        if (!call.User.May(Rights.ReadCategories))
        {
            return Refused(403, "", 817);
        }

        if (!IsThere(call))
        {
            return Refused(404, "category not found", 826);
        }

        // What is gone is not joined.
        return new Reply.Json(Kinds.TryGetValue(call.Parameter("type"), out var kind)
            ? [.. Rows(kind, call).Where(row => kind.IsThere(PhpNumber.Integer(row[Member]), database))
                .Select(row => (JsonNode?)row[Member])]
            : new JsonArray());
    }

    private Reply Add(ApiCall call) => Checked(call, (408, 413, 452, 464), kind => kind.MayNot.Add, kind =>
    {
        if (!Rows(kind, call).Any(row => row[Member] == call.Path["object_id"]))
        {
            var columns = new Dictionary<string, string?> { [Category] = Id(call), [Member] = call.Path["object_id"] };
            var row = new ObjectRow(database.NextId(kind.Table), columns.ToImmutableDictionary())
            {
                Created = database.Now,
                Modified = database.Now,
                CreatedBy = call.User.Id,
                ModifiedBy = call.User.Id,
            };
            database.Objects = database.Objects.SetItem(kind.Table, database.ObjectsOf(kind.Table).SetItem(row.Id, row));
        }

        return Reply.Success("Objects successfully linked to the category");
    });

    private Reply Remove(ApiCall call) => Checked(call, (579, 584, 618, 628), kind => kind.MayNot.Remove, kind =>
    {
        var gone = Rows(kind, call).Where(row => row[Member] == call.Path["object_id"]).Select(row => row.Id);
        database.Objects = database.Objects.SetItem(kind.Table, database.ObjectsOf(kind.Table).RemoveRange(gone));
        return Reply.Success("Objects successfully unlinked from the category");
    });

    /// <summary>What is refused of both, in the server's order.</summary>
    private Reply Checked(
        ApiCall call,
        (int NotRead, int Absent, int Unknown, int NoObject) lines,
        Func<MemberKind, int> mayNot,
        Func<MemberKind, Reply> then) =>
        !call.User.May(Rights.ReadCategories) ? Refused(403, "", lines.NotRead)
        : !IsThere(call) ? Refused(404, "category not found", lines.Absent)
        : !Kinds.TryGetValue(call.Path["type"], out var kind) ? Refused(400, "this type is not recognized yet.", lines.Unknown)
        : !call.User.May(kind.Write) ? Refused(403, "", mayNot(kind))
        : !kind.IsThere(call.Id("object_id"), database) ? NoObject(lines.NoObject)
        : then(kind);

    private static bool IsContact(long id, Database database) => database.ObjectsOf(ContactTable.Name).ContainsKey(id);

    private static Reply NoObject(int line) => Refused(500, "Error when fetching object", line) with { Details = [null] };

    private bool IsThere(ApiCall call) => database.ObjectsOf(CategoryTable.Name).ContainsKey(call.Id());

    private IEnumerable<ObjectRow> Rows(MemberKind kind, ApiCall call) =>
        database.ObjectsOf(kind.Table).Values.Where(row => row[Category] == Id(call));

    private static string Id(ApiCall call) => call.Id().ToString(CultureInfo.InvariantCulture);

    private static Reply.Refused Refused(int status, string message, int line) =>
        new(status, message, $"{File}:{line.ToString(CultureInfo.InvariantCulture)}");

    /// <param name="Table">Where it is stored, without <c>llx_</c>.</param>
    /// <param name="Write">The right that both ask for.</param>
    /// <param name="MayNot">The lines where it is asked for.</param>
    /// <param name="IsThere">Whether there is an object by a number.</param>
    private sealed record MemberKind(string Table, Rights Write, (int Add, int Remove) MayNot, Func<long, Database, bool> IsThere);
}
