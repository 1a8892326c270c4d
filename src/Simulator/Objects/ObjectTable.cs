using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace DolibarrAgent.Simulator;

/// <summary>A table whose objects are listed, read, created, changed and deleted by the calls that most resources have.</summary>
/// <param name="Route">The first part of its paths: <c>contacts</c>.</param>
/// <param name="Name">Its name without <c>llx_</c>: <c>socpeople</c>.</param>
internal sealed record ObjectTable(string Route, string Name)
{
    public required ImmutableArray<StoredField> Fields { get; init; }

    /// <summary>What the columns hold that nothing was sent for, where that is not NULL.</summary>
    public ImmutableDictionary<string, string?> Defaults { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>The members without which nothing is created.</summary>
    public required ImmutableArray<string> Needed { get; init; }

    /// <summary>The statement of its list up to the filter.</summary>
    public required string Select { get; init; }

    /// <summary>Whether a new row is one statement: what is too long is then refused before an id is drawn.</summary>
    public bool IsStoredAtOnce { get; init; }

    /// <summary>Whether its list says how many rows there are, where that is asked.</summary>
    public bool HasTotals { get; init; } = true;

    /// <summary>The numbers that its list is asked with beside those of every list.</summary>
    public ImmutableArray<string> ListNumbers { get; init; } = [];

    /// <summary>The fields by which one is read too, each by a path of its own: <c>contacts/email/{email}</c>.</summary>
    public ImmutableArray<string> ReadBy { get; init; } = [];

    public required Rights Read { get; init; }

    public required Rights Write { get; init; }

    public required Rights Delete { get; init; }

    public required ObjectWords Words { get; init; }

    /// <summary>All members of an object, with the value each has when nothing is known of it.</summary>
    public required JsonNode Shape { get; init; }

    /// <summary>Whether a user sees a row.</summary>
    public Func<ObjectRow, SimulatedUser, Database, bool> IsSeen { get; init; } = (_, _, _) => true;

    /// <summary>What is refused of a new one before anything is stored; null where nothing.</summary>
    public Func<ImmutableDictionary<string, string?>, Database, string?> Taken { get; init; } = (_, _) => null;

    /// <summary>What is refused of a change before anything is stored, from the row before; null where nothing.</summary>
    public Func<ObjectRow, ImmutableDictionary<string, string?>, Database, string?> NotChanged { get; init; } = (_, _, _) => null;

    /// <summary>What the database refuses, whatever its API lets through; null where nothing.</summary>
    public Func<ImmutableDictionary<string, string?>, Database, string?> Refused { get; init; } = (_, _) => null;

    /// <summary>The members that are not fields.</summary>
    public Func<ObjectRow, Database, IEnumerable<KeyValuePair<string, JsonNode?>>> More { get; init; } = (_, _) => [];

    /// <summary>What a list shows otherwise than one object by itself.</summary>
    public ImmutableDictionary<string, JsonNode> InLists { get; init; } = ImmutableDictionary<string, JsonNode>.Empty;

    /// <summary>What becomes of a row before it is stored: from the one that was there, null for a new one, and what was asked for.</summary>
    public Func<ObjectRow?, ImmutableDictionary<string, string?>, ImmutableDictionary<string, string?>> Stored { get; init; } =
        (_, asked) => asked;

    /// <summary>What a PUT answers beside the object: from the row before and the row after.</summary>
    public required Func<ObjectRow, ObjectRow, JsonObject, JsonObject> Answered { get; init; }

    /// <summary>Why none is deleted; null where one is.</summary>
    public ObjectRefusal? NotDeletable { get; init; }

    /// <summary>What lists filter and sort by.</summary>
    public ImmutableArray<Column<ObjectRow>> All =>
    [
        new("rowid", SqlType.Integer, row => row.Id.ToString(CultureInfo.InvariantCulture)),
        new("entity", SqlType.Integer, _ => "1"),
        .. Fields.Select(stored => new Column<ObjectRow>(stored.Column, stored.Type, row => row[stored.Column])),
    ];

    public Table<ObjectRow> Columns => field ??= new(All);
}

/// <summary>What the server says of a table, and from where.</summary>
/// <param name="File">The file that refuses: <c>api_contacts.class.php</c>.</param>
internal sealed record ObjectWords(string File)
{
    /// <summary>Who may not read, and where that is said for one object and for the list.</summary>
    public required ObjectRefusal NotRead { get; init; }

    public required int NotListed { get; init; }

    public required ObjectRefusal NotWritten { get; init; }

    public required int NotChanged { get; init; }

    public required ObjectRefusal NotDeleted { get; init; }

    /// <summary>Where a missing member is named.</summary>
    public required int Missing { get; init; }

    public required ObjectRefusal NotCreated { get; init; }

    /// <summary>Where a change is refused by the database, which then speaks itself.</summary>
    public required int NotStored { get; init; }

    /// <summary>What is not there, and where that is said when it is read, changed and deleted.</summary>
    public required ObjectRefusal Absent { get; init; }

    public required int AbsentForChange { get; init; }

    public required int AbsentForDelete { get; init; }

    /// <summary>A list that is refused: for its filter, and by the database.</summary>
    public required ObjectRefusal ListRefused { get; init; }

    public required int BadFilter { get; init; }

    public required string Deleted { get; init; }

    public string At(int line) => $"{File}:{line.ToString(CultureInfo.InvariantCulture)}";
}

/// <summary>A sentence of the server's, and the line it comes from.</summary>
internal sealed record ObjectRefusal(string Message, int Line);
