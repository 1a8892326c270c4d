namespace DolibarrAgent.Review;

/// <summary>Fields one below the other: what each was, what is asked for, what the sandbox held afterwards.</summary>
internal static class HtmlFields
{
    public static Html Of(ReviewOperation operation, HtmlWords words)
    {
        var images = Images(operation, words);
        return HtmlParts.Table(
            words.Values,
            [HtmlParts.Column(words.Field), .. images.Select(image => HtmlParts.Column(image.Head))],
            operation.Fields.Select(field => ((Html)field.Name, images.Select(image => image.Of(field)))));
    }

    /// <summary>The images that any field has.</summary>
    private static List<(string Head, Func<ReviewField, Html> Of)> Images(ReviewOperation operation, HtmlWords words)
    {
        var images = new List<(string, Func<ReviewField, Html>)>();
        if (operation.Fields.Any(field => field.Before is not null))
        {
            images.Add((operation.TakesAway ? words.GoesAway : words.Before, field => field.Before ?? VisibleText.None));
        }
        if (operation.Fields.Any(field => field.Asked is not null))
        {
            images.Add((words.Asked, field => IsChanged(field) ? Html.Of("strong", field.Asked!) : field.Asked ?? VisibleText.None));
        }
        if (operation.Fields.Any(field => field.After is not null))
        {
            images.Add((words.OnSandbox, field => field.IsStoredAsAsked ? Visible.Word(words.Same) : field.After ?? (field.IsReference ? VisibleText.None : Visible.Word(words.NotReadBack))));
        }
        return images;
    }

    private static bool IsChanged(ReviewField field) => field.Before is { } before && field.Asked is { } asked && !before.Equals(asked);
}
