using System.Collections.Immutable;

namespace DolibarrAgent.Resources;

/// <summary>One field of a resource: what it means, what it is called and what may be asked of it. A list of these is closed: nothing else is ever sent.</summary>
/// <param name="Name">Its name in a changeset.</param>
/// <param name="Type">What its value means.</param>
/// <param name="Label">What a person calls it.</param>
public sealed record Field(string Name, FieldType Type, Term Label)
{
    /// <summary>What it is called where a column is narrow.</summary>
    public Term Narrow { get; init; } = Label;

    /// <summary>Whether an operation may ask for it; otherwise it is only read, in before and after images.</summary>
    public bool Settable { get; init; } = true;

    /// <summary>Whether each Dolibarr draws a value of its own (a number): shown, never compared between targets.</summary>
    public bool Drawn { get; init; }

    /// <summary>Of a field that is only read: whether every image holds it, so that no operation changes it unseen.</summary>
    public bool IsWatched { get; init; }

    /// <summary>Whether only some objects have it: the booked amounts of an invoice in another currency, say. Its absence is a value too.</summary>
    public bool MayBeAbsent { get; init; }

    /// <summary>The longest text that the database takes; 0 where there is no limit.</summary>
    public int MaxLength { get; init; }

    /// <summary>Whether a date may be empty, which clears it. Texts always may.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>The words of a <see cref="FieldType.Choice"/>.</summary>
    public ImmutableArray<Choice> Choices { get; init; } = [];

    /// <summary>The fields of each row of a <see cref="FieldType.Rows"/>.</summary>
    public FieldSet? Row { get; init; }

    /// <summary>The resource that a <see cref="FieldType.Reference"/> names.</summary>
    public string Target { get; init; } = "";

    /// <summary>
    /// Of a <see cref="FieldType.Reference"/>: the fields in which the named object must hold what this one holds. Dolibarr
    /// takes any.
    /// </summary>
    public ImmutableArray<string> Alike { get; init; } = [];

    /// <summary>The member of Dolibarr's objects that holds it; empty where a resource has a way of its own to read and write it.</summary>
    public string Wire { get; init; } = "";

    /// <summary>The member that is sent in its place, with a number of the server's own: a country is read by its code and written by its id. Empty where there is none.</summary>
    public string WireId { get; init; } = "";

    /// <summary>Of a row: what it is called in a new object that is sent with its rows, where that is not <see cref="Wire"/>.</summary>
    public string WireInNew { get; init; } = "";

    /// <summary>Of a row: what it is called where the row is sent by itself, where that is not <see cref="Wire"/>.</summary>
    public string WireAlone { get; init; } = "";

    /// <summary>Of a <see cref="FieldType.Date"/>: whether it is sent as the seconds of a moment of that day.</summary>
    public bool IsSentAsMoment { get; init; }

    /// <summary>The column by which objects are looked for, as Dolibarr's filters name it; empty where none are.</summary>
    public string Column { get; init; } = "";

    /// <summary>Whether no object is without it: it must be given, and is never cleared.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>Whether it may be changed once the object is there.</summary>
    public bool IsChangeable { get; init; } = true;

    /// <summary>Why it is not taken away from an object that has it: a flag is not unset then, nor a text cleared. Null where it may be.</summary>
    public string? Lasting { get; init; }

    /// <summary>Of a <see cref="FieldType.Flag"/>: the values that mean yes; empty where any but 0 does.</summary>
    public ImmutableArray<long> Yes { get; init; } = [];

    /// <summary>
    /// Of a <see cref="FieldType.Flag"/>: the member that is sent as <c>auto</c> with a yes, so that the server draws a number
    /// of its own. Empty where it draws none.
    /// </summary>
    public string Draws { get; init; } = "";

    /// <summary>The least number that it may hold; null where any may be.</summary>
    public decimal? AtLeast { get; init; }

    /// <summary>The decimals of it that a new object keeps, where one that is changed keeps more; null where both keep the same.</summary>
    public int? NewDecimals { get; init; }

    /// <summary>The word of another field that says what it means (a price without tax); null where none does.</summary>
    public Meaning? Meant { get; init; }

    /// <summary>Whether it is a number, which stands to the right in a column.</summary>
    public bool IsNumber => Type is FieldType.Amount or FieldType.Price or FieldType.Quantity or FieldType.Rate or FieldType.ExchangeRate;
}

/// <summary>A word that a field may hold.</summary>
/// <param name="Word">As a changeset writes it.</param>
/// <param name="Label">What a person calls it.</param>
public sealed record Choice(string Word, Term Label)
{
    /// <summary>As Dolibarr writes it; empty where a resource has a way of its own to read and write it.</summary>
    public string Wire { get; init; } = "";

    /// <summary>Whether an operation may ask for it; a server may hold others.</summary>
    public bool MayBeAsked { get; init; } = true;
}

/// <summary>
/// What a value means, as another field says it that is not set by itself. It is sent along; where an object holds another
/// word, the value is not changed, for that would change what it means.
/// </summary>
/// <param name="Field">The field, a <see cref="FieldType.Choice"/>.</param>
/// <param name="Word">The word that is sent.</param>
public sealed record Meaning(string Field, string Word);
