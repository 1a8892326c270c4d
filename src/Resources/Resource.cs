using System.Collections.Immutable;
using System.Globalization;
using DolibarrAgent.Changesets;

namespace DolibarrAgent.Resources;

/// <summary>A kind of Dolibarr object, described: its fields, by what it is found, what may be done to it, and what a person calls all this.</summary>
public sealed record Resource
{
    /// <summary>Its name in a changeset: <c>thirdparty</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What a person calls one: <c>third party</c>.</summary>
    public required Term Title { get; init; }

    /// <summary>All that a changeset knows of it.</summary>
    public required FieldSet Fields { get; init; }

    /// <summary>The fields by which a reference may name it, each a business key or another object.</summary>
    public required ImmutableArray<string> Keys { get; init; }

    /// <summary>
    /// The keys by which one would be found if it were there before it is created, wherever they are set: whatever a
    /// changeset says, what is under review does not decide how it is checked.
    /// </summary>
    public required ImmutableArray<string> Unique { get; init; }

    /// <summary>The fields by which a person knows one, the name first, then what it comes to.</summary>
    public required ImmutableArray<string> KnownBy { get; init; }

    /// <summary>What may be done to it, as a changeset and a policy write it: <c>create</c>.</summary>
    public required ImmutableArray<string> Verbs { get; init; }

    /// <summary>The page of one object below the instance's root, with <c>{0}</c> for its id.</summary>
    public required string Page { get; init; }

    /// <summary>How its objects are read and written by the calls that most resources have; null where it has a way of its own.</summary>
    public ObjectApi? Api { get; init; }

    /// <summary>With what its operations may share a changeset, so that nobody approves one in passing.</summary>
    public Apart KeptApart { get; init; }

    /// <summary>
    /// Whether every job may come to it, so that its rights are asked for before one begins; those of others when it comes to
    /// them.
    /// </summary>
    public bool IsForEveryJob { get; init; }

    /// <summary>Why a revert leaves what was done to it to a person; null where it takes it back.</summary>
    public string? TakenBackByHand { get; init; }

    /// <summary>Why one that a changeset made is left to a person when the changeset is taken back; null where it is deleted.</summary>
    public string? Stays { get; init; }

    /// <summary>
    /// The objects that tell it apart and that it need not have: without one among its keys, one that has none is meant. Two
    /// categories of one label, of which one stands below another, are two.
    /// </summary>
    public IEnumerable<string> HangsOn => Unique.Where(key => Fields[key] is { Type: FieldType.Reference, IsNeeded: false });

    /// <summary>The fields by which a reference may name it.</summary>
    public FieldSet KeyFields => new([.. Keys.Select(key => Fields[key]!)]);

    /// <summary>How many of its own kind an object may hang on, one below the other. A server may hold more, and even circles.</summary>
    public const int Deepest = 8;

    /// <summary>Why one that hangs on more is not named.</summary>
    public string TooDeepMessage => string.Create(
        CultureInfo.InvariantCulture,
        $"This {Title.English} stands below more than {Deepest} others, or below itself, and cannot be named by all of them.");

    /// <summary>What an object goes by among fields: the first that it is known by; null where they do not say it.</summary>
    public string? NameIn(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return fields.TextOf(KnownBy[0]) is { Length: > 0 } name ? name : null;
    }

    /// <summary>The page of one object, below the instance's root.</summary>
    public string PageOf(long id) => string.Format(CultureInfo.InvariantCulture, Page, id);

    /// <summary>A field by its name, that of a row too; null where this resource has none by it.</summary>
    public Field? FieldNamed(string name) => Fields[name] ?? ColumnNamed(name);

    /// <summary>A field of its rows, such as a line has one; null where no rows of it have one by this name.</summary>
    public Field? ColumnNamed(string name) => Fields.All.Select(field => field.Row?[name]).FirstOrDefault(field => field is not null);
}

/// <summary>With what the operations on a resource may share a changeset.</summary>
public enum Apart
{
    /// <summary>With any.</summary>
    No,

    /// <summary>Only with others on the same resource.</summary>
    FromOthers,

    /// <summary>With none: each has a changeset of its own.</summary>
    FromAll,
}
