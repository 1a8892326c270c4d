using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>What objects are sorted by: <c>llx_categorie</c>.</summary>
internal static class CategoryTable
{
    public const string Name = "categorie";

    private const string Parent = "fk_parent";
    private const string Kind = "type";
    private const string Marker = "ref_ext";

    /// <summary>The words of its paths and members, each with its number in the table.</summary>
    public static readonly ImmutableDictionary<string, string> Kinds = new Dictionary<string, string>
    {
        ["product"] = "0",
        ["supplier"] = "1",
        ["customer"] = "2",
        ["contact"] = "4",
    }.ToImmutableDictionary();

    public static ObjectTable Table { get; } = new("categories", Name)
    {
        Fields =
        [
            new("label", "label", Cleaning.Text, 180) { LosesTagsAlone = true },
            new("ref_ext", Marker, Cleaning.TextOrNull, 255),
            new("type", Kind, Cleaning.Whole) { Words = Kinds },
            new("fk_parent", Parent, Cleaning.Whole),
            new("description", "description", Cleaning.Text),
            new("color", "color", Cleaning.Text, 8),
            new("position", "position", Cleaning.Whole),
            new("visible", "visible", Cleaning.Whole),
        ],
        Defaults = new Dictionary<string, string?>
        {
            [Parent] = "0",
            ["description"] = "",
            ["color"] = "",
            ["position"] = "0",
            ["visible"] = "0",
        }.ToImmutableDictionary(),
        Needed = ["label", "type"],
        IsStoredAtOnce = true,
        HasTotals = false,
        Select = "SELECT t.rowid FROM llx_categorie AS t"
            + " LEFT JOIN llx_categories_extrafields AS ef ON (ef.fk_object = t.rowid) WHERE t.entity IN (1)",
        Read = Rights.ReadCategories,
        Write = Rights.WriteCategories,
        Delete = Rights.DeleteCategories,
        Shape = Shape.Load("category"),
        Taken = (columns, database) => HasTwin(0, columns, database)
            ? $"Impossible to add the tag/category {columns["label"]} : This category already exists with this ref"
            : null,
        NotChanged = (row, columns, database) =>
            HasTwin(row.Id, columns, database) ? "ImpossibleUpdateCat : CategoryExistsAtSameLevel" : null,
        // What it is for never changes, whatever is sent.
        Stored = (before, asked) => before is null
            ? asked
            : asked.SetItem(Kind, before[Kind]).SetItem(Marker, asked.GetValueOrDefault(Marker) ?? ""),
        More = (row, _) => new Dictionary<string, JsonNode?>
        {
            ["fk_parent"] = PhpNumber.Integer(row[Parent]),
            ["visible"] = PhpNumber.Integer(row["visible"]),
            ["user_creation_id"] = row.CreatedBy,
            ["user_modification_id"] = row.IsChanged ? row.ModifiedBy : 0,
        },
        Answered = (_, _, view) => view,
        // As on the recorded server, where the Stock module never was: its deletion asks a table of that.
        NotDeletable = new("Error when delete category : ", 304),
        Words = new ObjectWords("api_categories.class.php")
        {
            NotRead = new("", 82),
            NotListed = 131,
            NotWritten = new("", 196),
            NotChanged = 236,
            NotDeleted = new("", 292),
            Missing = 794,
            NotCreated = new("Error when creating category", 217),
            NotStored = 276,
            Absent = new("category not found", 87),
            AbsentForChange = 241,
            AbsentForDelete = 296,
            ListRefused = new("Error when retrieve category list", 179),
            BadFilter = 156,
            Deleted = "Category deleted",
        },
    };

    /// <summary>Whether another has this label below the same one: those for each kind of object are apart.</summary>
    private static bool HasTwin(long id, ImmutableDictionary<string, string?> columns, Database database) =>
        database.ObjectsOf(Name).Values.Any(row =>
        row.Id != id && new[] { Kind, Parent, "label" }.All(column => row[column] == columns.GetValueOrDefault(column)));
}
