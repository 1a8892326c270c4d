namespace DolibarrAgent.Review;

/// <summary>What to look at before anything else: warnings, the worst first, then what cannot be undone.</summary>
internal static class HtmlWarnings
{
    public static Html Of(ReviewPage page, Anchors anchors, HtmlWords words) => Html.All([Warnings(page, anchors, words), Final(page, anchors, words)]);

    private static Html Warnings(ReviewPage page, Anchors anchors, HtmlWords words)
    {
        var groups = page.Warnings.GroupBy(warning => (warning.Code, warning.On)).ToList();
        return Section("warnings", groups.Count == 0 ? words.Warnings : HtmlParts.Counted(words.Warnings, groups.Count), groups.Count == 0
            ? Html.Of("p", words.NoWarnings)
            : Html.Of("ol", [.. groups.Select(group => Warning(group, anchors, words))]))
            .Class(groups.Count == 0 ? "calm" : "alarm");
    }

    private static Html Warning(IGrouping<(VisibleText Code, VisibleText On), ReviewWarning> same, Anchors anchors, HtmlWords words) => Html.Of("li", [
        Html.Of(
            "p",
            Html.Of("strong", same.Key.Code),
            same.Key.On.IsEmpty ? VisibleText.None : Html.All([" → ", anchors.ToAny(same.Key.On)])).Class("code"),
        .. same.Select(warning => (Html)Html.Of("p", warning.Source == WarningSource.Recorder ? Visible.Word(words.WhileRecording).And(warning.Text) : warning.Text)),
    ]);

    private static Html Final(ReviewPage page, Anchors anchors, HtmlWords words) =>
        Section("final", page.Final.IsEmpty ? words.Final : HtmlParts.Counted(words.Final, page.Final.Length), page.Final.IsEmpty
            ? Html.Of("p", words.NothingFinal)
            : Html.Of("ul", [.. page.Final.Select(final => (Html)Html.Of("li", anchors.ToAny(final.Operation), " ", final.Text))]))
            .Class(page.Final.IsEmpty ? "calm" : "final");

    private static Html.Element Section(string id, string heading, Html content) =>
        Html.Of("section", Html.Of("h2", heading).With("id", $"{id}-h"), content).With("aria-labelledby", $"{id}-h");
}
