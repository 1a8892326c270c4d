namespace DolibarrAgent.Review;

/// <summary>Fields one below the other: what each was, what is asked for, what the sandbox held afterwards.</summary>
internal static class HtmlFields
{
    public static Html Of(ReviewOperation operation, HtmlWords words)
    {
        var images = Images(operation, words);
        return HtmlParts.Table(
            words.Values,
            [HtmlParts.Head(words.Field), .. images.Select(image => HtmlParts.Head(image.Head))],
            operation.Fields.Select(field => HtmlParts.Row(field.Name, images.Select(image => image.Of(field))))).Class("fields");
    }

    /// <summary>The images that any field has.</summary>
    private static List<(string Head, Func<ReviewField, Html> Of)> Images(ReviewOperation operation, HtmlWords words)
    {
        var images = new List<(string, Func<ReviewField, Html>)>();
        if (operation.Fields.Any(field => field.Before is not null))
        {
            images.Add((operation.TakesAway ? words.GoesAway : words.Before, field => Cell(field.Before)));
        }
        if (operation.Fields.Any(field => field.Asked is not null))
        {
            images.Add((words.Asked, field => field.Before is { } before && field.Asked is { } asked && !before.Equals(asked) ? Html.Of("td", Html.Of("strong", asked)) : Cell(field.Asked)));
        }
        if (operation.Fields.Any(field => field.After is not null))
        {
            images.Add((words.OnSandbox, field => field.IsStoredAsAsked
                ? Html.Of("td", Visible.Word(words.Same)).Class("same")
                : Cell(field.After ?? (field.IsReference ? null : Visible.Word(words.NotReadBack)))));
        }
        return images;
    }

    private static Html Cell(VisibleText? value) => Html.Of("td", value ?? VisibleText.None);
}
