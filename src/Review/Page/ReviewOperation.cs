using System.Collections.Immutable;
using DolibarrAgent.Changesets;
using DolibarrAgent.Risks;

namespace DolibarrAgent.Review;

/// <summary>One operation as a person sees it.</summary>
public sealed record ReviewOperation
{
    /// <summary><c>op1</c>.</summary>
    public required VisibleText Id { get; init; }

    /// <summary>What is done to what: <c>Create supplier invoice</c>.</summary>
    public required VisibleText Heading { get; init; }

    /// <summary>The object: its name or number where it is made, how it is found where it is there.</summary>
    public required VisibleText Subject { get; init; }

    /// <summary>Whether what <see cref="ReviewField.Before"/> says is gone afterwards: the object, or the file.</summary>
    public bool TakesAway { get; init; }

    /// <summary>The fields by which no such object may be there yet.</summary>
    public required ImmutableArray<VisibleText> Keys { get; init; }

    public required ImmutableArray<ReviewField> Fields { get; init; }

    /// <summary>Fields that hold rows, such as an invoice's lines.</summary>
    public required ImmutableArray<ReviewRows> Rows { get; init; }

    /// <summary>The evidence whose bytes are attached, by id; its name, size and digest are among the fields. Null where nothing is attached.</summary>
    public VisibleText? File { get; init; }

    /// <summary>What the documents say against what is entered.</summary>
    public required ImmutableArray<Comparison> Comparisons { get; init; }

    /// <summary>The evidence that it rests on, by id.</summary>
    public required ImmutableArray<VisibleText> From { get; init; }

    /// <summary>The agent's own words: never a fact. Null where it said nothing.</summary>
    public VisibleText? Note { get; init; }
}

/// <summary>One field: what it was, what is asked for, what the sandbox held afterwards.</summary>
/// <param name="Name">What a person calls it.</param>
/// <param name="Before">Null where the changeset does not say.</param>
/// <param name="Asked">Null where nothing is asked for: a field that the sandbox computed.</param>
/// <param name="After">Null where it was not read back.</param>
public sealed record ReviewField(VisibleText Name, VisibleText? Before, VisibleText? Asked, VisibleText? After)
{
    /// <summary>Whether the sandbox held, to the letter, what was asked for.</summary>
    public bool IsStoredAsAsked => Asked is not null && Asked.Equals(After);

    /// <summary>Whether it names another object, which no image holds: an id is not part of one. The replay looks at it by itself.</summary>
    public bool IsReference { get; init; }
}

/// <summary>A field that holds rows: each row of the three images under the one of the same number.</summary>
/// <param name="Columns">All fields that were asked for, or that hold something in any row.</param>
/// <param name="Items">For each row a cell for each column, null where no image of that row has the field.</param>
/// <param name="Counts">How many rows each image has.</param>
public sealed record ReviewRows(VisibleText Name, ImmutableArray<ReviewColumn> Columns, ImmutableArray<ImmutableArray<ReviewField?>> Items, RowCounts Counts)
{
    /// <summary>Whether they go with the object that holds them.</summary>
    public bool Goes { get; init; }
}

/// <param name="Name">What a person calls it, short.</param>
/// <param name="IsNumber">Whether it holds amounts, quantities or rates.</param>
public sealed record ReviewColumn(VisibleText Name, bool IsNumber);

/// <summary>How many rows there are in each image; null where an image does not have the field.</summary>
public sealed record RowCounts(int? Before, int? Asked, int? After);

/// <summary>One value in a document beside the one that was entered.</summary>
/// <param name="Name">What a person calls it.</param>
/// <param name="Evidence">The document, by id.</param>
/// <param name="Says">What it says.</param>
/// <param name="Entered">What the sandbox made of it; null where the changeset does not say.</param>
public sealed record Comparison(VisibleText Name, VisibleText Evidence, VisibleText Says, VisibleText? Entered)
{
    public required bool Agrees { get; init; }

    /// <summary>Where a page of the document says it, with the whole line; null where it was not read from pages, or nobody read them
    /// again.</summary>
    public VisibleText? ReadAt { get; init; }

    /// <summary>The part of that page.</summary>
    internal PagePart? Part { get; init; }

    /// <summary>The field that it is about, as the changeset names it.</summary>
    internal string Field { get; init; } = "";
}

/// <summary>A part of a page of a document.</summary>
/// <param name="File">The document.</param>
/// <param name="Page">The page.</param>
/// <param name="Box">Where on it.</param>
internal sealed record PagePart(Digest File, ReadPage Page, ReadBox Box);

/// <summary>One piece of evidence, with all that it says.</summary>
/// <param name="Heading">What it is: <c>File</c>, <c>Email</c>, <c>Instruction</c>.</param>
/// <param name="Facts">What is known of it: name, sender, size, digest.</param>
/// <param name="Says">What was read from it without a model.</param>
public sealed record ReviewEvidence(VisibleText Id, VisibleText Heading, ImmutableArray<ReviewFact> Facts, ImmutableArray<ReviewFact> Says);
