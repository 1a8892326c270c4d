using System.Collections.Immutable;

namespace DolibarrAgent.Operations;

/// <summary>One field of a resource: what it means and what may be asked of it. A list of these is closed: nothing else is ever sent.</summary>
/// <param name="Name">Its name in a changeset.</param>
/// <param name="Type">What its value means.</param>
public sealed record FieldRule(string Name, FieldType Type)
{
    /// <summary>Whether an operation may ask for it; otherwise it is only read, in before and after images.</summary>
    public bool Settable { get; init; } = true;

    /// <summary>Whether each Dolibarr draws a value of its own (a number): shown, never compared between targets.</summary>
    public bool Drawn { get; init; }

    /// <summary>Whether only some objects have it: the booked amounts of an invoice in another currency, say. Its absence is a value too.</summary>
    public bool MayBeAbsent { get; init; }

    /// <summary>The longest text that the database takes; 0 where there is no limit.</summary>
    public int MaxLength { get; init; }

    /// <summary>Whether a date may be empty, which clears it. Texts always may.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>The words of a <see cref="FieldType.Choice"/>.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>The fields of each row of a <see cref="FieldType.Rows"/>.</summary>
    public FieldRuleSet? Row { get; init; }
}
