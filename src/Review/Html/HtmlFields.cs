namespace DolibarrAgent.Review;

/// <summary>Fields one below the other: what each was, what is asked for, what the sandbox held afterwards.</summary>
internal static class HtmlFields
{
    public static Html Of(ReviewOperation operation, Words words)
    {
        var images = new ImagesInWords(operation, words).Shown;
        return HtmlParts.Table(
            words.Headings.Values,
            [HtmlParts.Column(words.Headings.Field), .. images.Select(image => new ReviewColumn(image.Head, IsNumber: false))],
            operation.Fields.Select(field => new HtmlRow(field.Name, images.Select(image => Value(image.Of(field), field)))));
    }

    private static Html Value(VisibleText value, ReviewField field) => IsChanged(field) && ReferenceEquals(value, field.Asked) ? Html.Of("strong", value) : value;

    private static bool IsChanged(ReviewField field) => field.Before is { } before && field.Asked is { } asked && !before.Equals(asked);
}
