using System.Collections.Immutable;

namespace DolibarrAgent.Review;

/// <summary>The images of an operation's fields that have anything to show, with their heads: every face shows the same.</summary>
internal sealed class ImagesInWords(ReviewOperation operation, Words words)
{
    private readonly Headings headings = words.Headings;

    /// <summary>Each with its head and its value of a field; nothing where that image does not have the field.</summary>
    public ImmutableArray<FieldImage> Shown => [.. Images()];

    private IEnumerable<FieldImage> Images()
    {
        if (operation.Fields.Any(field => field.Before is not null))
        {
            yield return new FieldImage(Words.Own(operation.TakesAway ? headings.GoesAway : headings.Before), field => field.Before ?? VisibleText.None);
        }
        if (operation.Fields.Any(field => field.Asked is not null))
        {
            yield return new FieldImage(Words.Own(headings.Asked), field => field.Asked ?? VisibleText.None);
        }
        if (operation.Fields.Any(field => field.After is not null))
        {
            yield return new FieldImage(Words.Own(headings.OnSandbox), After);
        }
    }

    private VisibleText After(ReviewField field) =>
        field.IsStoredAsAsked ? Visible.Word(headings.Same) : field.After ?? (field.IsReference ? VisibleText.None : Visible.Word(headings.NotReadBack));
}

/// <summary>One image of an operation's fields: its head, and what it holds of a field.</summary>
internal sealed record FieldImage(VisibleText Head, Func<ReviewField, VisibleText> Of);
